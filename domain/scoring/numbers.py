"""Exact numbers: a `Decimal` where the value has an end, a `Fraction` where it has none; never a binary float.

Additions and products run inside `exact()`, a context that refuses to round silently: losing a digit is loud.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, localcontext
from fractions import Fraction

from domain.marks import canonical

Num = Decimal | Fraction

ZERO = Decimal(0)
EXACT = Context(prec=64, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])


def text(number: Num) -> str:
    """The one way a number is written: plain, without needless zeros; a value without end as `256/3`."""
    return str(number) if isinstance(number, Fraction) else canonical(number)


def shown(number: Num, places: int | None) -> str:
    """As `text`, with at least so many places: 83 with two is `83.00`. Never rounds."""
    plain = text(number)
    if places is None or isinstance(number, Fraction):
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


def divide(number: Num, divisor: int) -> Num:
    """The exact quotient; the divisor is a whole number above zero."""
    if divisor == 1:
        return number
    if isinstance(number, Decimal):
        try:
            return EXACT.divide(number, divisor)
        except Inexact:
            return Fraction(number) / divisor
    return simplest(number / divisor)


def total_of(numbers: Sequence[Num]) -> Num:
    """The exact sum. Call inside `exact()`."""
    try:
        return sum(numbers, ZERO)
    except TypeError:  # a Fraction among them: Decimal and Fraction do not mix by themselves
        return simplest(sum((Fraction(number) for number in numbers), Fraction(0)))


def weighed(weights: Iterable[Decimal], numbers: Iterable[Num]) -> list[Num]:
    """Each number times its weight, in order. Call inside `exact()`."""
    return [
        weight * number if isinstance(number, Decimal) else Fraction(weight) * number
        for weight, number in zip(weights, numbers, strict=True)
    ]


def negated(number: Num) -> Num:
    """Sign changed and nothing else (a bare minus would round a Decimal to the context's precision)."""
    return number.copy_negate() if isinstance(number, Decimal) else -number
