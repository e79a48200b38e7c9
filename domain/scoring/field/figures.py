"""One figure of the whole field, for the formulas that need it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from domain.rulebook.parts import Better
from domain.scoring.field.statistics import Spread, mad, mean, median, standard_deviation
from domain.scoring.field.wholes import in_wholes
from domain.scoring.numbers import Num, simplest

Take = Literal["best", "worst", "mean", "median", "sum", "count", "sd", "mad"]


def taken(column: Sequence[Num], what: Take, better: Better = "higher", sd: Spread = "population") -> Num | None:
    """The best, the mean, … of the values that take part; of none of them the sum and the count are 0, the rest None.

    Exact, but for an irrational standard deviation: 50 digits, rounded once.
    Rule: docs/rules/of-the-field.md
    """
    if what == "count":
        return Decimal(len(column))
    if what == "sum":
        wholes, below = in_wholes(column)
        return simplest(Fraction(sum(wholes), below))
    return _of_some(column, what, better, sd) if column else None


def _of_some(column: Sequence[Num], what: Take, better: Better, sd: Spread) -> Num:
    match what:
        case "mean":
            return mean(column)
        case "median":
            return median(column)
        case "mad":
            return mad(column)
        case "sd":
            return standard_deviation(column, sd)
        case _:
            return max(column) if (what == "best") == (better == "higher") else min(column)
