"""From a figure down to its marks (得分明细), each with its seat, its time and its number in the record.

The steps are the scoring's own; this adds only where in the record each mark stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.rulebook.parts import Words
from domain.scoring.explanation import as_map, explain_in_field
from domain.scoring.scheme import scheme
from domain.scoring.tree.trace import Step
from domain.scoring.why.entry import Why, why
from projections.folds.marks import Marks
from projections.folds.stamp import position_of, time_of
from projections.result import Result
from projections.rows.outcome import known
from projections.rows.view import Plain


def why_of(marks: Marks, published: Result | None, code: str) -> Why | None:
    """Why a code has its place, prizes and honours in a published result.

    None while nothing is published, of a code that is not in it, and of a result by rules that no longer hold.
    """
    if published is None or published.rulebook != marks.contest.digest or code not in published.scored:
        return None
    return why(marks.rulebook, published.outcome, known(marks), code)


def step_of(marks: Marks, code: str, node: str | None = None, key: str = "") -> Step:
    """The step of a node, set against the whole field where the rulebook does so.

    Without a node that of the total, of several stages the total of the last one the code has been in. `key`: the
    member, when the node is a family.
    Raises: KeyError for an unknown code, node or key; LookupError while no rulebook is fixed.
    """
    if code not in marks.codes.codes:
        raise KeyError(code)
    others = marks.codes.codes if scheme(marks.rulebook).field_wide else (code,)
    field = {each: marks.given(each) for each in others}
    return explain_in_field(marks.rulebook, field, code, node=node or _total(marks, code), key=key)


def _total(marks: Marks, code: str) -> str:
    """The node behind the total that is shown of a code.

    Rule: docs/rules/stages.md
    """
    been = known(marks).been if marks.rulebook.stages else {}
    reached = (stage.total for stage in reversed(marks.rulebook.stages) if code in been.get(stage.id, ()))
    return next(reached, marks.rulebook.total)


def explanation(
    marks: Marks, code: str, node: str | None = None, key: str = "", rules: Mapping[str, Words] | None = None
) -> Plain:
    """The step of a node (without one: of the total) and all steps under it, as plain values.

    As `domain.scoring.explanation.as_map`; an input that is a mark also has `position` and `at` (µs UTC), None where
    there is no mark yet. `rules`: page of a rule -> the title of its text. Raises: as `step_of`.
    """
    return {"code": code, **_placed(as_map(step_of(marks, code, node, key), rules), marks, code)}


def _placed(step: Any, marks: Marks, code: str) -> Plain:  # noqa: ANN401 - plain maps, as deep as the rulebook's tree
    return {**step, "inputs": [_placed_input(given, marks, code) for given in step["inputs"]]}


def _placed_input(given: Any, marks: Marks, code: str) -> Plain:  # noqa: ANN401 - as above
    if "step" in given:
        return {**given, "step": _placed(given["step"], marks, code)}
    work = marks.works.get(code, {}).get(given["panel"])
    entered = work.entered.get(given["seat"], {}) if work else {}
    aspects = [given["aspect"], *(each["aspect"] for each in given.get("faults", ()))]
    last = max((entered[aspect] for aspect in aspects if aspect in entered), default=None)
    if last is None:
        return {**given, "position": None, "at": None}
    return {**given, "position": position_of(last), "at": time_of(last)}
