"""How strict or lenient a judge is beside the others of the panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.scoring.field.statistics import mean
from domain.scoring.field.wholes import in_wholes
from domain.scoring.numbers import Num

TWO_JUDGES = 2


def strictness(sheets: Mapping[str, Sequence[Num | None]]) -> dict[str, Num | None]:
    """Each seat's own mark less the mean of the others' marks, averaged over the works; exact, in the marks' unit.

    Above zero lenient, below zero strict. `sheets` holds each seat's marks in one order of works, None where there is
    no mark. Works with fewer than two marks say nothing; a seat without any other is None.
    Raises: ValueError when the seats do not hold equally many works.
    Rule: docs/rules/judge-statistics.md
    """
    differences: dict[str, list[Num]] = {seat: [] for seat in sheets}
    for work in zip(*sheets.values(), strict=True):
        there = [(seat, mark) for seat, mark in zip(sheets, work, strict=True) if mark is not None]
        if len(there) < TWO_JUDGES:
            continue
        wholes, below = in_wholes([mark for _, mark in there])
        judges, total = len(wholes), sum(wholes)
        for (seat, _), whole in zip(there, wholes, strict=True):
            differences[seat].append(Fraction(judges * whole - total, (judges - 1) * below))
    return {seat: mean(found) if found else None for seat, found in differences.items()}
