"""Places within the field, in the five ways places are shown where values are equal."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from domain.rulebook.parts import Better, Display
from domain.scoring.numbers import ZERO, Num, divide


def places(column: Sequence[Num], better: Better, display: Display = "1224") -> list[Num]:
    """The place of each value, from 1. With 1234 the order of the column parts equal values; fractional: 2.5.

    Rule: docs/rules/rank-in-field.md
    """
    given: list[Num] = [ZERO] * len(column)
    before = 0
    for dense, group in enumerate(tied(column, better), 1):
        for position, place in zip(group, _shown(display, dense, before, len(group)), strict=True):
            given[position] = place
        before += len(group)
    return given


def tied(column: Sequence[Num], better: Better) -> list[list[int]]:
    """Positions in the column from best to worst; those of equal values together, in the column's order.

    Rule: docs/rules/rank-in-field.md
    """
    order = sorted(range(len(column)), key=column.__getitem__, reverse=better == "higher")
    return [list(group) for _, group in groupby(order, key=column.__getitem__)]


def _shown(display: Display, dense: int, before: int, size: int) -> list[Num]:
    """The places of a group of equal values: `before` values are better, in `dense` - 1 groups."""
    if display == "1234":
        return [Decimal(before + turn) for turn in range(1, size + 1)]
    place: dict[Display, Num] = {
        "1224": Decimal(before + 1),
        "1223": Decimal(dense),
        "1334": Decimal(before + size),
        "fractional": divide(Decimal(2 * before + 1 + size), 2),
    }
    return [place[display]] * size
