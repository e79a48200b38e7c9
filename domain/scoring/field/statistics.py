"""Mean, median, MAD, variance and standard deviation of a column; all but the last are exact.

A column here has at least one value. Each takes O(n log n).
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from domain.scoring.field.roots import square_root
from domain.scoring.field.wholes import in_wholes
from domain.scoring.numbers import ZERO, Num, simplest

Spread = Literal["population", "sample"]


def mean(column: Sequence[Num]) -> Num:
    """Sum by number, in the column's unit.

    Rule: docs/rules/of-the-field.md
    """
    wholes, below = in_wholes(column)
    return simplest(Fraction(sum(wholes), len(wholes) * below))


def median(column: Sequence[Num]) -> Num:
    """The middle value, of an even number of values the mean of the two middle ones.

    Rule: docs/rules/of-the-field.md
    """
    wholes, below = in_wholes(column)
    return simplest(Fraction(_twice_the_middle(wholes), 2 * below))


def mad(column: Sequence[Num]) -> Num:
    """The median distance from the median, in the column's unit.

    Rule: docs/rules/of-the-field.md
    """
    wholes, below = in_wholes(column)
    twice = _twice_the_middle(wholes)
    return simplest(Fraction(_twice_the_middle([abs(2 * whole - twice) for whole in wholes]), 4 * below))


def variance(column: Sequence[Num], sd: Spread) -> Num:
    """The mean squared distance from the mean: by n (population) or by n - 1 (sample; one value alone gives 0).

    Rule: docs/rules/of-the-field.md
    """
    wholes, below = in_wholes(column)
    count = len(wholes)
    if count == 1:
        return ZERO
    squares = count * sum(whole * whole for whole in wholes) - sum(wholes) ** 2
    divisor = count if sd == "population" else count - 1
    return simplest(Fraction(squares, count * divisor * below * below))


def standard_deviation(column: Sequence[Num], sd: Spread) -> Num:
    """The root of the variance: exact where it is rational, else rounded once to 50 digits, half to even.

    Rule: docs/rules/of-the-field.md
    """
    return square_root(variance(column, sd))


def _twice_the_middle(wholes: Sequence[int]) -> int:
    """The two middle ones added; of an odd number of values the middle one twice."""
    ordered = sorted(wholes)
    return ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]
