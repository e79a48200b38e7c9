"""Judges whose mark stands far from the others': the modified z of Iglewicz and Hoaglin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from domain.scoring.field.statistics import mad, mean, median
from domain.scoring.numbers import Num, negated, simplest

FAR = Decimal("3.5")
OF_MEDIAN_DISTANCE = Fraction(6745, 10_000)
OF_MEAN_DISTANCE = 1 / Fraction(1_253_314, 1_000_000)


def modified_z(column: Sequence[Num]) -> list[Num]:
    """`0.6745 * (x - median) / MAD` of each mark; exact.

    With a MAD of zero `(x - median) / (1.253314 * mean distance from the median)`; where all agree, 0.
    Rule: docs/rules/judge-statistics.md
    """
    if not column:
        return []
    middle = Fraction(median(column))
    away = [Fraction(number) - middle for number in column]
    distance = mad(column)
    factor = OF_MEDIAN_DISTANCE
    if not distance:
        factor, distance = OF_MEAN_DISTANCE, mean([abs(each) for each in away])
    slope = factor / Fraction(distance) if distance else Fraction(0)
    return [simplest(slope * each) for each in away]


def outliers(marks: Mapping[str, Num], limit: Num = FAR) -> list[str]:
    """The seats whose modified z is more than `limit` from zero, in the order given. A flag, never a change of a mark.

    Rule: docs/rules/judge-statistics.md
    """
    far = [max(z, negated(z)) > limit for z in modified_z([*marks.values()])]
    return [seat for seat, flag in zip(marks, far, strict=True) if flag]
