"""Why one entry has a value, with the line each mark stands in as its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from biwu.faults import Unusable
from biwu.scoring.events import Record
from biwu.scoring.reading.entries import spelled
from biwu.scoring.reading.faults import suggestion
from biwu.scoring.result import Result
from domain.rulebook.printing.speech import Language
from domain.scoring.explanation import as_map
from domain.scoring.scheme import scheme
from domain.scoring.telling import tell
from domain.scoring.tree.trace import Step, Trace
from projections.folds.marks import Marks
from projections.folds.stamp import position_of

_LINES: Mapping[Language, str] = {"zh": "第 {line} 行", "en": "line {line}"}


def steps(result: Result, asked: str) -> tuple[str, list[Step]]:
    """The code and the steps of ENTRY, ENTRY/NODE or ENTRY/NODE/MEMBER; all members of a family that none is named of.

    Raises: Unusable for an entry, node or member that is not there.
    """
    code, rest = _found(result.marks, asked)
    node, _, key = (rest or result.marks.rulebook.total).partition("/")
    trace = Trace()
    scheme(result.marks.rulebook).evaluate_all(result.field, {code: trace})
    found = [step for (name, _), step in trace.steps.items() if name == node]
    if not found:
        names = list(result.marks.rulebook.nodes)
        _missing(f"没有节点 {node}", f"there is no node {node}", suggestion(node, names))
    members = [step for step in found if step.key == key] if key else found
    if not members:
        known = ", ".join(step.key for step in found if step.key)
        if not known:
            raise Unusable(f"{node} 只是一个数，没有成员 {key}", f"{node} is one number: it has no member {key}")
        raise Unusable(f"{node} 没有成员 {key}（有：{known}）", f"{node} has no member {key} (it has: {known})")
    return code, members


def _found(marks: Marks, asked: str) -> tuple[str, str]:
    """An entry's id may hold a slash itself: the longest id that fits is meant."""
    code_of = {entry: code for code, entry in marks.codes.entry_of.items()}
    parts = spelled(asked).split("/")
    for end in range(len(parts), 0, -1):
        entry = "/".join(parts[:end])
        if entry in code_of:
            return code_of[entry], "/".join(parts[end:])
    _missing(f"没有参赛者 {parts[0]}", f"there is no entry {parts[0]}", suggestion(parts[0], code_of))
    raise AssertionError  # the line above has raised


def _missing(zh: str, en: str, close: tuple[str, str]) -> None:
    raise Unusable(f"{zh}。{close[0]}" if close[0] else zh, f"{en}. {close[1]}" if close[1] else en)


def in_words(result: Result, record: Record, code: str, found: list[Step], language: Language) -> str:
    """The steps as lines of text."""
    lines = _lines(result.marks, record, code)
    beside = {mark: _LINES[language].format(line=line) for mark, line in lines.items() if line}
    return "\n".join(tell(step, result.marks.rulebook, language, beside) for step in found)


def as_maps(result: Result, record: Record, code: str, found: list[Step]) -> list[dict[str, Any]]:
    """The steps for JSON; an input that is a mark has its `line`, None where no line says it."""
    lines = _lines(result.marks, record, code)
    return [_placed(as_map(step), lines) for step in found]


def _lines(marks: Marks, record: Record, code: str) -> dict[tuple[str, str, str], int]:
    """(panel, aspect, seat) → line in the file of marks."""
    return {
        (panel, aspect, seat): record.line(position_of(stamped))
        for panel, work in marks.works.get(code, {}).items()
        for seat, entered in work.entered.items()
        for aspect, stamped in entered.items()
    }


def _placed(step: Any, lines: Mapping[tuple[str, str, str], int]) -> dict[str, Any]:  # noqa: ANN401 - plain maps
    return {**step, "inputs": [_placed_input(given, lines) for given in step["inputs"]]}


def _placed_input(given: Any, lines: Mapping[tuple[str, str, str], int]) -> dict[str, Any]:  # noqa: ANN401 - plain maps
    if "step" in given:
        return {**given, "step": _placed(given["step"], lines)}
    return {**given, "line": lines.get((given["panel"], given["aspect"], given["seat"])) or None}
