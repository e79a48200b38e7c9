"""Powers, roots, exponentials and logarithms: exact when the answer is rational, else 50 digits.

Worked out with 80 digits and rounded once to 50, half to even, so that the last digit does not depend on the machine.

Rule: docs/rules/formula.md
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow, Underflow
from fractions import Fraction
from math import isqrt
from typing import Final

from domain.rulebook.formula.constants import DIGITS, too_large
from domain.scoring.formula.arithmetic import settled
from domain.scoring.formula.scope import NoValue
from domain.scoring.numbers import Num

_TRAPS = [InvalidOperation, DivisionByZero, Overflow, Underflow]
STATED: Final = Context(prec=50, rounding=ROUND_HALF_EVEN, Emin=-DIGITS, Emax=DIGITS, traps=_TRAPS)
_WIDE: Final = Context(prec=80, rounding=ROUND_HALF_EVEN, Emin=-DIGITS, Emax=DIGITS, traps=_TRAPS)


def power(base: Num, exponent: Num) -> Num:
    """base^exponent; 0^0 is 1. Raises: NoValue division-by-zero, root-of-negative, too-large.

    Rule: docs/rules/formula.md
    """
    of, by = Fraction(base), Fraction(exponent)
    if of == 0:
        if by < 0:
            raise NoValue("division-by-zero")
        return Decimal(by == 0)
    if of < 0 and by.denominator != 1:
        raise NoValue("root-of-negative")
    exact = _exact_root(of, by.denominator)
    return _approached(_WIDE.power, of, by) if exact is None else _whole_power(exact, by.numerator)


def root(number: Num, order: Num) -> Num:
    """The order-th root, number^(1/order). Raises: NoValue as `power` does.

    Rule: docs/rules/formula.md
    """
    if order == 0:
        raise NoValue("division-by-zero")
    return power(number, 1 / Fraction(order))


def square_root(number: Num) -> Num:
    """Raises: NoValue("root-of-negative").

    Rule: docs/rules/formula.md
    """
    return power(number, Fraction(1, 2))


def exponential(number: Num) -> Num:
    """E to the power of the number. Raises: NoValue("too-large").

    Rule: docs/rules/formula.md
    """
    return _approached(_WIDE.exp, Fraction(number))


def natural_log(number: Num) -> Num:
    """Raises: NoValue("log-not-positive").

    Rule: docs/rules/formula.md
    """
    return _logarithm(_WIDE.ln, number)


def decimal_log(number: Num) -> Num:
    """The logarithm to base ten; exact for powers of ten. Raises: NoValue("log-not-positive").

    Rule: docs/rules/formula.md
    """
    return _logarithm(_WIDE.log10, number)


def _logarithm(function: Callable[[Decimal], Decimal], number: Num) -> Num:
    if number <= 0:
        raise NoValue("log-not-positive")
    return _approached(function, Fraction(number))


def _whole_power(base: Fraction, exponent: int) -> Num:
    if too_large(base, exponent):
        raise NoValue("too-large")
    return settled(base ** (exponent % 2 if abs(base) == 1 else exponent))


def _approached(function: Callable[..., Decimal], *numbers: Fraction) -> Num:
    """Fifty digits of what the function gives."""
    try:
        value = function(*(_WIDE.divide(Decimal(each.numerator), Decimal(each.denominator)) for each in numbers))
    except (Overflow, Underflow):
        raise NoValue("too-large") from None
    return STATED.plus(value)


def _exact_root(number: Fraction, order: int) -> Fraction | None:
    """The root if it is a fraction itself."""
    if order == 1:
        return number
    above, below = _whole_root(number.numerator, order), _whole_root(number.denominator, order)
    return None if above is None or below is None else Fraction(above, below)


def _whole_root(number: int, order: int) -> int | None:
    """The root of a whole number above zero if it is whole: between two bounds the middle is tried, and again."""
    if number == 1:
        return 1
    if order == 2:  # noqa: PLR2004 - the square root
        found = isqrt(number)
        return found if found * found == number else None
    low, high = 1, 1 << (number.bit_length() // order + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**order <= number else (low, middle)
    return low if low**order == number else None
