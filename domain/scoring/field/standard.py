"""Standardised scores: how far a value stands from the field's mean, in standard deviations."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from domain.scoring.field.roots import FIFTY, square_root
from domain.scoring.field.statistics import Spread, variance
from domain.scoring.field.wholes import in_wholes
from domain.scoring.numbers import ZERO, Num, simplest

Scale = Literal["z", "t", "own"]
ONE = Decimal(1)
# z = (x - mean) / sd; every scale is centre + spread * z
Z, T = (ZERO, ONE), (Decimal(50), Decimal(10))


def standardised(  # noqa: PLR0913 - the numbers of the scale
    column: Sequence[Num],
    scale: Scale,
    centre: Num = ZERO,
    spread: Num = ONE,
    sd: Spread = "population",
    *,
    of: Sequence[Num] | None = None,
) -> list[Num]:
    """`centre + spread * (x - mean) / sd` of each value; z is 0 and 1, t is 50 and 10, own as given.

    Mean and variance are exact. A rational standard deviation leaves everything exact. Else two things are rounded,
    each to 50 digits, half to even: the root of the variance, once for the column, and each result, in one division.
    Where nobody differs from anybody, or there is one value only, everybody stands at the centre. `of`: the values to
    be measured by the column's mean and deviation, where they are others than the column's own.
    Rule: docs/rules/standardise.md
    """
    middle, width = {"z": Z, "t": T, "own": (centre, spread)}[scale]
    squared = variance(column, sd) if column else ZERO
    asked = column if of is None else of
    if not squared:
        return [middle] * len(asked)
    deviation = Fraction(square_root(squared))
    wholes, below = in_wholes(column)
    count, total = len(wholes), sum(wholes)
    slope = Fraction(width) / (deviation * count * below)
    measured = wholes if of is None else [Fraction(each) * below for each in of]
    lines = (Fraction(middle) + slope * (count * whole - total) for whole in measured)
    if deviation * deviation == squared:
        return [simplest(line) for line in lines]
    return [FIFTY.divide(Decimal(line.numerator), Decimal(line.denominator)) for line in lines]
