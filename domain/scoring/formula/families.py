"""The functions over a family: what its members that have a number come to together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from domain.scoring.formula.arithmetic import over, plus, times
from domain.scoring.numbers import ZERO, Num, Value


def total(numbers: Sequence[Num]) -> Value:
    """Zero if there is none.

    Rule: docs/rules/formula.md
    """
    found: Value = ZERO
    for number in numbers:
        found = plus(found, number)
    return found


def mean(numbers: Sequence[Num]) -> Value:
    """None if there is none.

    Rule: docs/rules/formula.md
    """
    return over(total(numbers), Decimal(len(numbers))) if numbers else None


def median(numbers: Sequence[Num]) -> Value:
    """The middle one, or the mean of the two in the middle; None if there is none.

    Rule: docs/rules/formula.md
    """
    half = len(numbers) // 2
    return mean(sorted(numbers)[half - 1 + len(numbers) % 2 : half + 1])


def product(numbers: Sequence[Num]) -> Value:
    """None if there is none.

    Rule: docs/rules/formula.md
    """
    found: Value = numbers[0] if numbers else None
    for number in numbers[1:]:
        found = times(found, number)
    return found


def count(numbers: Sequence[Num]) -> Value:
    """How many have a value, whatever it is.

    Rule: docs/rules/formula.md
    """
    return Decimal(len(numbers))


def smallest(numbers: Sequence[Num]) -> Value:
    """None if there is none.

    Rule: docs/rules/formula.md
    """
    return min(numbers, default=None)


def largest(numbers: Sequence[Num]) -> Value:
    """None if there is none.

    Rule: docs/rules/formula.md
    """
    return max(numbers, default=None)


OVER_FAMILY: Final[dict[str, Callable[[Sequence[Num]], Value]]] = {
    "sum": total, "mean": mean, "median": median, "product": product, "count": count,
    "smallest": smallest, "largest": largest, "min": smallest, "max": largest,
}  # fmt: skip
