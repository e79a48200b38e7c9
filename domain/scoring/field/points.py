"""Points for places, from a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from domain.rulebook.parts import Better
from domain.scoring.field.places import tied
from domain.scoring.numbers import ZERO, Num, divide, exact, total_of

Ties = Literal["each", "shared", "mean"]


def points_for_place(column: Sequence[Num], points: Sequence[Num], better: Better, ties: Ties) -> list[Num]:
    """The points of each value's place; `points` begins with the first place's, behind its end a place has 0.

    Equal values: with `each` every one has the points of the place they share, with `shared` or `mean` (two words
    for one rule) they divide the points of all the places they take up, exactly.
    Rule: docs/rules/points-for-place.md
    """
    given: list[Num] = [ZERO] * len(column)
    before = 0
    for group in tied(column, better):
        worth = list(points[before : before + (1 if ties == "each" else len(group))])
        with exact():
            each = divide(total_of(worth), 1 if ties == "each" else len(group))
        for position in group:
            given[position] = each
        before += len(group)
    return given
