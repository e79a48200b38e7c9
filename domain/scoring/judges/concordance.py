"""How far the judges of a panel agree on the order: Kendall's W."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from domain.scoring.field.statistics import variance
from domain.scoring.numbers import Num, exact, simplest, total_of

Agreement = Literal["hardly", "moderately", "well"]
MODERATE, STRONG = Decimal("0.3"), Decimal("0.7")


def kendalls_w(places: Sequence[Sequence[Num]]) -> Num | None:
    """`12 S / (m² (n³ - n) - m T)`: from 0, no agreement, to 1, one order; exact.

    `places` holds a row for each of m judges with the places of the same n entries, equal ones as fractional places;
    S is the squared distance of the entries' sums of places from their mean, T adds t³ - t for each t equal places.
    None for fewer than two entries, without judges, or when every judge put all on one place.
    Raises: ValueError when the rows are not equally long.
    Rule: docs/rules/judge-statistics.md
    """
    with exact():
        sums = [total_of(given) for given in zip(*places, strict=True)]
    judges, entries = len(places), len(sums)
    ties = sum(times**3 - times for row in places for times in Counter(row).values())
    possible = judges**2 * (entries**3 - entries) - judges * ties
    if not possible:
        return None
    squares = entries * Fraction(variance(sums, "population"))
    return simplest(12 * squares / possible)


def in_words(w: Num) -> Agreement:
    """How well judges of this W agree: below 0.3 hardly, from 0.7 on well.

    Rule: docs/rules/judge-statistics.md
    """
    return "well" if w >= STRONG else "moderately" if w >= MODERATE else "hardly"
