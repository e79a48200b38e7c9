"""All lists of one result that may be published: what a result page shows beside the facts of its publication."""

from __future__ import annotations

from dataclasses import dataclass

from projections.awards import Prize, award_list
from projections.folds.marks import Marks
from projections.lists.places import places
from projections.lists.stages import stage_lists
from projections.lists.teams import team_lists
from projections.result import Result
from projections.rows.view import Plain


@dataclass(frozen=True, slots=True)
class Lists:
    """`places`: a row each entry; `stages` and `teams`: a list each, none where the rulebook has none.

    Recommendations for honours are not among them: titles are conferred by others, and nothing here leads to them.
    """

    places: tuple[Plain, ...]
    prizes: tuple[Prize, ...]
    stages: tuple[Plain, ...]
    teams: tuple[Plain, ...]


def lists(marks: Marks, result: Result) -> Lists:
    """The lists of `result`, which must be of the same contest. Raises: LookupError while no rulebook is fixed."""
    return Lists(
        places(marks, result), award_list(marks, result), stage_lists(marks, result), team_lists(marks, result)
    )
