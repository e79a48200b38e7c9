"""How a value may be written: numbers, times, yes and no, choices, statuses, and the ways to write nothing.

Full-width digits and signs, as Chinese keyboards make them, count as the plain ones. A decimal comma is
read only in tables that are not parted by commas, and is a point before it comes here.
"""

from __future__ import annotations

from dataclasses import dataclass

from biwu.scoring.reading.faults import Said, wrong
from biwu.scoring.reading.values.hints import way_out
from biwu.scoring.reading.values.numbers import entered, plain
from domain.marks import canonical
from domain.rulebook.aspects import Aspect, ChoiceAspect, TimeAspect, VoidingAspect, YesNoAspect
from domain.rulebook.panels import Panel
from domain.scoring.statuses import DID_NOT_START, JUDGE_ABSENT, NOT_YET_MARKED, State
from domain.scoring.statuses import STATUSES as STATED

EMPTY = "empty"  # what a reading of nothing gives

_NOTHING = {"", "-", "--", "–", "—", "——", "―", "−", "/", "na", "n/a", "nan", "null", "none", "nil", "无", "未评", "…"}
_NOTHING |= {NOT_YET_MARKED.token.lower(), NOT_YET_MARKED.zh, NOT_YET_MARKED.en}
_TOKENS = {
    spelling.lower(): state
    for state in (*STATED, JUDGE_ABSENT)
    for spelling in (state.token, state.word, state.zh, state.en)
} | {"缺考": DID_NOT_START}


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that cannot stand; `said` tells what was found and what was expected."""

    said: Said


Given = str | State | Wrong  # canonical decimal text (or EMPTY), a status, a fault


def token(text: str) -> State | None:
    """The status a text states; one of its words in docs/words.md, in any case."""
    return _TOKENS.get(text.lower())


def is_empty(text: str) -> bool:
    return text.lower() in _NOTHING


def read(text: str, panel: Panel, aspect: Aspect) -> Given:
    """What a cell of this aspect gives."""
    written = plain(text)
    number = entered(written, aspect)
    if number is not None and not aspect.objection(number):
        return canonical(number)
    if number is None and (stated := token(written)) is not None:
        return stated
    if number is None and is_empty(written):
        return EMPTY
    return Wrong(wrong(text, _expected(aspect), way_out(written, panel, aspect)))


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
