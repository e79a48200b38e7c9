"""The eight states of a mark or a performance, and withdrawal: one word, one sign, one token each, here alone.

Table for people: docs/words.md. What a status does to the score is the rulebook's matter.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """`word` in code and record, `sign` on boards and sheets, `token` in CSV files."""

    word: str
    sign: str
    token: str
    zh: str
    en: str


NOT_YET_MARKED = State("not_yet_marked", "…", "NYM", "未评分", "not yet marked")
JUDGE_ABSENT = State("judge_absent", "○", "ABS", "裁判缺席", "judge absent")
DID_NOT_START = State("dns", "—", "DNS", "缺赛", "did not start")
DID_NOT_FINISH = State("dnf", "⊥", "DNF", "未完赛", "did not finish")
DISQUALIFIED = State("dsq", "×", "DSQ", "取消资格", "disqualified")
MODULE_VOID = State("module_void", "⊘", "VOID", "模块成绩无效", "module void")
DECLINED = State("declined", "◇", "DEC", "弃权", "declined")
ZERO_POINTS = State("zero", "0", "0", "零分", "zero")  # a mark like any other, given by a judge
WITHDRAWN = State("withdrawn", "←", "WDN", "退赛", "withdrawn")  # of an entry, not of a mark

STATES = (
    NOT_YET_MARKED,
    JUDGE_ABSENT,
    DID_NOT_START,
    DID_NOT_FINISH,
    DISQUALIFIED,
    MODULE_VOID,
    DECLINED,
    ZERO_POINTS,
)

# What a performance or a whole entry may be instead of marked, the one that weighs most first.
STATUSES = (DISQUALIFIED, WITHDRAWN, DECLINED, MODULE_VOID, DID_NOT_START, DID_NOT_FINISH)
WEIGHT = {state.word: rank for rank, state in enumerate(STATUSES)}
# Who has one of these and is not ranked does not count as a starter.
NOT_STARTED = frozenset((DID_NOT_START.word, DECLINED.word, WITHDRAWN.word))

STARTED = "started"  # stated about a performance it takes the others back
STATABLE = (
    DID_NOT_START.word,
    DID_NOT_FINISH.word,
    DISQUALIFIED.word,
    MODULE_VOID.word,
    DECLINED.word,
    STARTED,
)

WHOLE_ENTRY = ""  # the key beside module ids under which an entry's own status stands
