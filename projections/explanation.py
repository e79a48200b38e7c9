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
from projections.folds.marks import Marks
from projections.folds.stamp import position_of, time_of
from projections.rows.view import Plain


def step_of(marks: Marks, code: str, node: str | None = None, key: str = "") -> Step:
    """The step of a node (without one: of the total), set against the whole field where the rulebook does so.

    `key`: the member, when the node is a family.
    Raises: KeyError for an unknown code, node or key; LookupError while no rulebook is fixed.
    """
    if code not in marks.codes.codes:
        raise KeyError(code)
    others = marks.codes.codes if scheme(marks.rulebook).field_wide else (code,)
    return explain_in_field(marks.rulebook, {each: marks.given(each) for each in others}, code, node=node, key=key)


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
