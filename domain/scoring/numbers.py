"""Exact numbers: a `Decimal` where the value has an end, a `Fraction` where it has none; never a binary float.

Additions and products run inside `exact()`, a context that refuses to round silently: losing a digit is loud.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from domain.marks import canonical

Num = Decimal | Fraction


class NoResult(Enum):
    """What stands where an attempt was to be made and brought no number: the token of why, or of what it came to."""

    DNS = "DNS"
    DNF = "DNF"
    DSQ = "DSQ"
    DEC = "DEC"
    NO_RESULT = "NR"


class Absent(Enum):
    """What stands in a judge's place where that judge was absent and the rulebook goes on without."""

    ABSENT = "ABS"


NO_RESULT = NoResult.NO_RESULT
ABSENT = Absent.ABSENT
Value = Num | NoResult | None  # None: not marked yet, or not released
Mark = Decimal | NoResult | Absent


def present(value: Value | Absent) -> Value:
    """The value; none of a judge who was absent."""
    return None if isinstance(value, Absent) else value


ZERO = Decimal(0)
EXACT = Context(prec=64, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])


def text(number: Num | NoResult | Absent) -> str:
    """The one way a value is written: plain, without needless zeros; one without end as `256/3`, none as its token."""
    if isinstance(number, NoResult | Absent):
        return str(number.value)
    return str(number) if isinstance(number, Fraction) else canonical(number)


@lru_cache(maxsize=8192)  # a field has the same few figures again and again
def shown(number: Num | NoResult, places: int | None) -> str:
    """As `text`, with at least so many places: 83 with two is `83.00`. Never rounds."""
    plain = text(number)
    if places is None or not isinstance(number, Decimal):
        return plain
    whole, _, rest = plain.partition(".")
    return f"{whole}.{rest.ljust(places, '0')}" if rest or places else whole


def exact() -> AbstractContextManager[Context]:
    """The context all sums and products of scores run in: 64 digits, and an error instead of a rounded one."""
    return localcontext(EXACT)


def simplest(number: Fraction) -> Num:
    """The same value, as a Decimal if it has an end."""
    try:
        return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
    except Inexact:
        return number


def times(one: Num, other: Num) -> Num:
    """The exact product. Call inside `exact()`."""
    try:
        return one * other  # type: ignore[operator]  # the two kinds do not mix
    except (TypeError, Inexact):
        return simplest(Fraction(one) * Fraction(other))


def quotient(above: Num, below: Num) -> Num:
    """The exact quotient. Raises: ZeroDivisionError."""
    return simplest(Fraction(above) / Fraction(below))


def less(one: Num, other: Num) -> Num:
    """The exact difference. Call inside `exact()`."""
    try:
        return one - other  # type: ignore[operator]  # the two kinds do not mix
    except (TypeError, Inexact):
        return simplest(Fraction(one) - Fraction(other))


def divide(number: Num, divisor: int) -> Num:
    """The exact quotient; the divisor is a whole number above zero."""
    if divisor == 1:
        return number
    if isinstance(number, Decimal):
        try:
            return EXACT.divide(number, divisor)
        except Inexact:
            above, below = number.as_integer_ratio()
            return Fraction(above, below * divisor)
    return simplest(number / divisor)


def total_of(numbers: Sequence[Num]) -> Num:
    """The exact sum. Call inside `exact()`."""
    try:
        return sum(numbers, ZERO)
    except (TypeError, Inexact):  # a Fraction among them, or a number of fifty digits: worked out as fractions
        return simplest(sum((Fraction(number) for number in numbers), Fraction(0)))


def weighed(weights: Iterable[Num], numbers: Iterable[Num]) -> list[Num]:
    """Each number times its weight, in order. Call inside `exact()`."""
    return [times(weight, number) for weight, number in zip(weights, numbers, strict=True)]


def negated(number: Num) -> Num:
    """Sign changed and nothing else (a bare minus would round a Decimal to the context's precision)."""
    return number.copy_negate() if isinstance(number, Decimal) else -number
