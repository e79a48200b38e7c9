"""The short words of steps and inputs and what they mean: why there is no value, why an input did not count."""

from __future__ import annotations

from typing import Final

from domain.rulebook.printing.speech import Said
from domain.scoring.statuses import JUDGE_ABSENT, STATUSES

REMARKS: Final[dict[str, Said]] = {
    "disagree": ("意见不一致", "they disagree"),
    "no-value": ("按规则没有值", "the rule gives no value"),
    "no-result": ("无成绩", "no result"),
    "outside-field": ("不参与全场比较", "not one of the field"),
    "division-by-zero": ("除数为零，没有值", "division by zero: no value"),
    "root-of-negative": ("负数不能开方，没有值", "root of a number below zero: no value"),
    "log-not-positive": ("零和负数没有对数，没有值", "logarithm of a number not above zero: no value"),
    "too-large": ("数值过大，没有值", "too large to be worked out: no value"),
    "too-few": ("没有足够的数可计入，没有值", "not enough of them count: no value"),
    **{state.word: (state.zh, state.en) for state in STATUSES},
}
STRUCK: Final[dict[str, Said]] = {
    "highest": ("去掉：最高", "struck out: highest"),
    "lowest": ("去掉：最低", "struck out: lowest"),
    "best": ("去掉：最好", "struck out: best"),
    "worst": ("去掉：最差", "struck out: worst"),
    "not-best": ("不计：不是最好", "does not count: not among the best"),
    "absent": ("不计：裁判缺席", "does not count: judge absent"),
    "missing": ("不计：未评分", "does not count: not marked"),
    "ignored": ("不计", "does not count"),
    "no-result": ("不计：无成绩", "does not count: no result"),
}
TOKENS: Final[dict[str, Said]] = {
    **{state.token: (state.zh, state.en) for state in STATUSES},
    JUDGE_ABSENT.token: (JUDGE_ABSENT.zh, JUDGE_ABSENT.en),
    "NR": ("无成绩", "no result"),
}
