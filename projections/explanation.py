"""From a figure down to its marks (得分明细), each with its seat, its time and its number in the record.

The steps are the scoring's own; this adds only where in the record each mark stands.
"""

from __future__ import annotations

from typing import Any

from domain.scoring.explanation import as_map, explain
from projections.folds.marks import Marks
from projections.rows.view import Plain


def explanation(marks: Marks, code: str, node: str | None = None, key: str = "") -> Plain:
    """The step of a node (without one: of the total) and all steps under it, as plain values.

    As `domain.scoring.explanation.as_map`; an input that is a mark also has `position` and `at` (µs UTC), None where
    there is no mark yet. `key`: an aspect or seat, when the node is a family.
    Raises: KeyError for an unknown code, node or key; LookupError while no rulebook is fixed.
    """
    if code not in marks.codes.codes:
        raise KeyError(code)
    step = explain(marks.rulebook, marks.of_code.get(code, {}), marks.statuses(code), node=node, key=key)
    return {"code": code, **_placed(as_map(step), marks, code)}


def _placed(step: Any, marks: Marks, code: str) -> Plain:  # noqa: ANN401 - plain maps, as deep as the rulebook's tree
    return {**step, "inputs": [_placed_input(given, marks, code) for given in step["inputs"]]}


def _placed_input(given: Any, marks: Marks, code: str) -> Plain:  # noqa: ANN401 - as above
    if "step" in given:
        return {**given, "step": _placed(given["step"], marks, code)}
    work = marks.works.get(code, {}).get(given["panel"])
    position = work.entered.get(given["seat"], {}).get(given["aspect"]) if work else None
    return {**given, "position": position, "at": None if position is None else marks.time_of(position)}
