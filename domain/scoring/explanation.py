"""Why a value is what it is: its step and the steps under it, down to the marks.

The computation is the one that gives the value without asking; nothing here computes a score.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from domain.rulebook.parts import Part, Rounding, Words
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import Absent, Value, text
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given, Marks
from domain.scoring.tree.trace import Input, Step, Trace

Told = dict[str, object]

# what a step's own keys say, or its inputs; and an input's
_OF_STEPS = {"op", "title", "round", "panel", "aspect", "aspects", "of", "over", "weights", "names"}
_OF_INPUTS = {"id", "title"}


def explain(  # noqa: PLR0913 - what evaluate takes, and which value is asked about
    rulebook: Rulebook,
    marks: Marks,
    statuses: Mapping[str, str] | None = None,
    released: Container[str] | None = None,
    *,
    node: str | None = None,
    key: str = "",
) -> Step:
    """The step of a node (without one: of the total), the entry taken by itself; `key`: the member of a family.

    Raises: KeyError for an unknown node or key.
    """
    trace = Trace()
    scheme(rulebook).evaluate(marks, statuses, released, trace)
    return trace.steps[rulebook.total if node is None else node, key]


def explain_in_field(
    rulebook: Rulebook, field: Mapping[str, Given], entry: str, *, node: str | None = None, key: str = ""
) -> Step:
    """As `explain`, for one entry of a field, set against all others where the rulebook does so.

    Raises: KeyError for an unknown entry, node or key.
    """
    trace = Trace()
    field[entry]
    scheme(rulebook).evaluate_all(field, {entry: trace})
    return trace.steps[rulebook.total if node is None else node, key]


def as_map(step: Step, rules: Mapping[str, Words] | None = None) -> Told:
    """For JSON; numbers are exact text, missing ones None, what has no result its token.

    `stated` is what the rulebook says of the operation, `details` what the operation says of the field. `rules`: page
    of a rule -> the title of its text, told as `rule_title`.
    """
    titled = (rules or {}).get(step.rule)
    return {
        "node": step.node,
        "key": step.key,
        "op": step.op,
        "rule": step.rule,
        "rule_title": None if titled is None else {"zh": titled.zh, "en": titled.en},
        "stated": {} if step.stated is None else _stated(step.stated, _OF_STEPS),
        "inputs": [_input_map(given, rules) for given in step.inputs],
        "details": {word: text(number) for word, number in step.details},
        "divisor": step.divisor,
        "before": _written(step.before),
        "rounding": None if step.rounding is None else _rounding_map(step.rounding),
        "taken": _written(step.taken),
        "value": _written(step.value),
        "complete": step.complete,
        "remark": step.remark,
    }


def _input_map(given: Input, rules: Mapping[str, Words] | None) -> Told:
    """`word`, `item`, `entered`, `unmarked` and `faults` stand only where there is something to say."""
    found: Told = {"value": _written(given.value), "struck": given.struck, "weight": _written(given.weight)}
    if given.word:
        found["word"] = given.word
    if given.step is not None:
        return found | {"step": as_map(given.step, rules)}
    found |= {"panel": given.panel, "aspect": given.aspect, "seat": given.seat}
    if given.item is not None:
        found["item"] = _stated(given.item, _OF_INPUTS)
    if given.entered is not None:
        found["entered"] = text(given.entered)
    if given.unmarked:
        found["unmarked"] = True
    if given.faults:
        found["faults"] = [{"aspect": aspect, "lost": text(lost)} for aspect, lost in given.faults]
    return found


def _stated(part: Part, elsewhere: Container[str]) -> Told:
    """What the rulebook says of a part, in its own words; what it leaves open is left out."""
    said = part.model_dump(by_alias=True, exclude_none=True, warnings=False)
    return {word: _plain(value) for word, value in said.items() if word not in elsewhere}


def _plain(value: Any) -> Any:  # noqa: ANN401 - as deep as the rulebook writes it
    match value:
        case Decimal() | Fraction():
            return text(value)
        case dict():
            return {word: _plain(each) for word, each in value.items()}
        case tuple() | list():
            return [_plain(each) for each in value]
    return value


def _rounding_map(rounding: Rounding) -> Told:
    return {"grain": text(rounding.grain), "mode": rounding.mode}


def _written(number: Value | Absent) -> str | None:
    return None if number is None else text(number)
