"""The WorldSkills Scale: the median competitor stands at 700, the others by their distance from it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from domain.scoring.field.statistics import mad, median
from domain.scoring.numbers import ZERO, Num, simplest


def worldskills_scaled(  # noqa: PLR0913 - the six numbers of the published formula
    column: Sequence[Num],
    centre: Num = Decimal(700),
    spread: Num = Decimal(30),
    *,
    factor: Num = Decimal("1.4826"),
    low: Num = ZERO,
    high: Num = Decimal(1000),
    of: Sequence[Num] | None = None,
) -> list[Num]:
    """`centre + spread * (x - median) / (factor * MAD)`, kept between `low` and `high`; exact, the node rounds.

    `factor` is above zero, `low` not above `high`.
    With a MAD of zero, when at least half of the field stands on one value, everybody is at the centre. `of`: the
    values to be measured by the column's median and MAD, where they are others than the column's own.
    Rule: docs/rules/worldskills-scale.md
    """
    distance = mad(column) if column else ZERO
    asked = column if of is None else of
    if not distance:
        return [centre] * len(asked)
    slope = Fraction(spread) / (Fraction(factor) * Fraction(distance))
    start = Fraction(centre) - slope * Fraction(median(column))
    lowest, highest = Fraction(low), Fraction(high)
    return [simplest(min(max(start + slope * Fraction(number), lowest), highest)) for number in asked]
