"""Plus, minus, times and divided by, exact: Decimals while they end, Fractions as soon as they do not.

A number that is missing makes the result missing; among several, "no result" goes before "not marked
yet": whatever is still to be marked, it stays none.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import Final

from domain.rulebook.formula.constants import DIGITS, too_large
from domain.scoring.formula.scope import NoValue
from domain.scoring.numbers import NO_RESULT, NoResult, Num, Value, simplest

_QUICK: Final = Context(
    prec=64, Emin=-DIGITS, Emax=DIGITS, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow]
)  # what does not fit goes the long way through Fraction, so no digit is ever lost


def settled(number: Fraction) -> Num:
    """The same value, as a Decimal if it ends. Raises: NoValue("too-large")."""
    if too_large(number):
        raise NoValue("too-large")
    return simplest(number)


def absent(*values: Value) -> Value:
    """What comes out when not all of them are numbers: NO_RESULT before None."""
    return NO_RESULT if any(isinstance(value, NoResult) for value in values) else None


def truth(known: bool) -> Decimal:  # noqa: FBT001 - that is what it is about
    """1 for true, 0 for false."""
    return Decimal(known)


def plus(left: Value, right: Value) -> Value:
    """Rule: docs/rules/formula.md."""
    return _joined(left, right, _QUICK.add, add)


def minus(left: Value, right: Value) -> Value:
    """Rule: docs/rules/formula.md."""
    return _joined(left, right, _QUICK.subtract, sub)


def times(left: Value, right: Value) -> Value:
    """Rule: docs/rules/formula.md."""
    return _joined(left, right, _QUICK.multiply, mul)


def over(left: Value, right: Value) -> Value:
    """Raises: NoValue("division-by-zero").

    Rule: docs/rules/formula.md
    """
    if isinstance(left, Num) and isinstance(right, Num) and right == 0:
        raise NoValue("division-by-zero")
    return _joined(left, right, _QUICK.divide, truediv)


def _joined(
    left: Value,
    right: Value,
    quick: Callable[[Decimal, Decimal], Decimal],
    exact: Callable[[Fraction, Fraction], Fraction],
) -> Value:
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        try:
            return quick(left, right)
        except (Inexact, Overflow):
            pass
    if isinstance(left, Num) and isinstance(right, Num):
        return settled(exact(Fraction(left), Fraction(right)))
    return absent(left, right)
