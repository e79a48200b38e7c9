"""How a value may be written: numbers, times, yes and no, choices, statuses, and the ways to write nothing.

Full-width digits and signs, as Chinese keyboards make them, count as the plain ones; a decimal comma never does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from biwu.scoring.reading.faults import Said, wrong
from biwu.scoring.reading.states import likely, permitted
from domain.marks import canonical
from domain.rulebook.aspects import Aspect, ChoiceAspect, TimeAspect, VoidingAspect, YesNoAspect
from domain.rulebook.panels import Panel
from domain.scoring.statuses import DID_NOT_START, JUDGE_ABSENT, NOT_YET_MARKED, State
from domain.scoring.statuses import STATUSES as STATED
from web.exports.safe import bare
from web.imports.spelling import DROPPED, SIGNS

EMPTY = "empty"  # what a reading of nothing gives

_NOTHING = {"", "-", "--", "–", "—", "——", "―", "−", "/", "na", "n/a", "nan", "null", "none", "nil", "无", "未评", "…"}
_NOTHING |= {NOT_YET_MARKED.token.lower(), NOT_YET_MARKED.zh, NOT_YET_MARKED.en}
_MINUS = {ord("−"): "-"}
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,12}(?:\.[0-9]{1,12})?|\.[0-9]{1,12})", re.ASCII)
_TIME = re.compile(r"(?:([0-9]{1,3}):(?=[0-9]{2}:))?([0-9]{1,3}):([0-9]{2}(?:\.[0-9]{1,9})?)", re.ASCII)
_YES = {"yes", "y", "true", "是", "√", "✓", "✔", "1"}
_NO = {"no", "n", "false", "否", "×", "✗", "✘", "0"}
_TOKENS = {
    spelling.lower(): state
    for state in (*STATED, JUDGE_ABSENT)
    for spelling in (state.token, state.word, state.zh, state.en)
} | {"缺考": DID_NOT_START}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that cannot stand; `said` tells what was found and what was expected."""

    said: Said


_TIMED = (
    "“:”之后是两位数，从 00 到 59，如 1:02.50",
    "What stands behind a “:” has two digits and is below 60, as in 1:02.50",
)

Given = str | State | Wrong  # canonical decimal text (or EMPTY), a status, a fault


def plain(text: str) -> str:
    """Half-width, without invisible signs, spaces around it, and the apostrophe that keeps it from running."""
    return bare(text.strip()).translate(DROPPED).translate(SIGNS).translate(_MINUS).strip()


def bare_number(text: str) -> Decimal | None:
    """The exact number a text states, a plus sign and a missing first zero allowed."""
    return Decimal(canonical(Decimal(text))) if _NUMBER.fullmatch(text) else None


def truth(text: str) -> bool | None:
    """Yes, no, or neither."""
    word = text.lower()
    return True if word in _YES else False if word in _NO else None


def token(text: str) -> State | None:
    """The status a text states; one of its words in docs/words.md, in any case."""
    return _TOKENS.get(text.lower())


def is_empty(text: str) -> bool:
    return text.lower() in _NOTHING


def read(text: str, panel: Panel, aspect: Aspect) -> Given:
    """What a cell of this aspect gives."""
    written = plain(text)
    number = _number(written, aspect)
    if number is not None and not aspect.objection(number):
        return canonical(number)
    if number is None and (stated := token(written)) is not None:
        return stated
    if number is None and is_empty(written):
        return EMPTY
    return Wrong(wrong(text, _expected(aspect), _way_out(written, panel, aspect)))


def _number(text: str, aspect: Aspect) -> Decimal | None:
    if isinstance(aspect, ChoiceAspect):
        ids = [choice.id.lower() for choice in aspect.choices]
        return Decimal(ids.index(text.lower()) + 1) if text.lower() in ids else bare_number(text)
    if isinstance(aspect, YesNoAspect | VoidingAspect):
        said = {"有": True, "无": False}.get(text) if isinstance(aspect, VoidingAspect) else None
        said = truth(text) if said is None else said
        return bare_number(text) if said is None else Decimal(said)
    timed = _TIME.fullmatch(text) if isinstance(aspect, TimeAspect) else None
    return _seconds(timed) if timed else bare_number(text)


def _seconds(timed: re.Match[str]) -> Decimal | None:
    """None where sixty and more stand behind a colon."""
    hours, minutes, seconds = int(timed[1] or 0), int(timed[2]), Decimal(timed[3])
    if seconds >= 60 or (timed[1] and minutes >= 60):  # noqa: PLR2004 - of sixty
        return None
    return Decimal(canonical(Decimal(hours * 3600 + minutes * 60) + seconds))


def _expected(aspect: Aspect) -> Said:
    low, high, step = canonical(aspect.min), canonical(aspect.max), canonical(aspect.step)
    if isinstance(aspect, ChoiceAspect):
        ids = ", ".join(choice.id for choice in aspect.choices)
        return f"选项 {ids} 之一或其序号 1–{high}", f"one of the choices {ids}, or its number 1 to {high}"
    if isinstance(aspect, YesNoAspect | VoidingAspect):
        return "是/否（yes/no、√/×、1/0）", "yes or no (是/否, √/×, 1/0)"
    zh, en = f"{low} 到 {high}、以 {step} 为一级的数", f"a number from {low} to {high} in steps of {step}"
    if isinstance(aspect, TimeAspect):
        return f"秒数（{zh}）或 h:mm:ss.fff", f"a time as seconds ({en}) or h:mm:ss.fff"
    return zh, en


def _way_out(text: str, panel: Panel, aspect: Aspect) -> Said:
    if re.fullmatch(r"[+-]?[0-9]+[,、。][0-9]+", text):
        return "小数点请写“.”，不写千位分隔", "Write the decimal point as “.” and no thousands separator"
    if ":" in text:
        return _of_time(text, aspect)
    if re.fullmatch(r"[0-9.]*[eE][+-]?[0-9]+", text):
        return "请写出全部数字，不用科学计数法", "Write the number in full, without an exponent"
    if text.endswith("%"):
        return "请写分数，不写百分号", "Write points, without the per cent sign"
    if re.match(r"[+-]?[.]?[0-9]", text):
        return "", ""
    close, statuses = likely(text), permitted(panel, aspect)
    return close[0] + statuses[0], f"{close[1]} {statuses[1]}".strip()


def _of_time(text: str, aspect: Aspect) -> Said:
    """A time that cannot be read, or one that is too long because its hundredths stand behind a colon."""
    timed = _TIME.fullmatch(text)
    if not isinstance(aspect, TimeAspect):
        return "时间只能填在计时项", "A time with “:” stands only in an aspect of kind time"
    if timed is None or (seconds := _seconds(timed)) is None:
        return _TIMED
    long, most = canonical(seconds), canonical(aspect.max)
    zh, en = f"这是 {long} 秒，最多 {most} 秒", f"That is {long} s, at most {most} s"
    shorter = ".".join(text.rsplit(":", 1))
    read = _number(shorter, aspect)
    if timed[1] is None or read is None or aspect.objection(read):
        return zh, en
    return f"{zh}；是否指 {shorter}？", f"{en}; did you mean {shorter}?"
