"""Square roots: exact where the root is rational, else to fifty digits.

`FIFTY` is the stated context of all numbers that have no exact value: 50 significant digits, a half to the even digit.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from fractions import Fraction
from math import isqrt

from domain.scoring.numbers import Num, simplest

FIFTY = Context(prec=50, rounding=ROUND_HALF_EVEN, traps=[InvalidOperation, DivisionByZero, Overflow])


def square_root(number: Num) -> Num:
    """The root of a number not below zero; rounded once, from its exact value, if it is irrational.

    Rule: docs/rules/standardise.md
    """
    above, below = number.as_integer_ratio()
    exact = Fraction(isqrt(above), isqrt(below))
    if exact * exact == number:
        return simplest(exact)
    shift = FIFTY.prec + 3 + max(0, (len(str(below)) - len(str(above))) // 2)
    digits = isqrt(above * 10 ** (2 * shift) // below)
    # an irrational root lies strictly between `digits` and the next number: one digit more stands for all that follow
    return FIFTY.divide(Decimal(digits * 10 + 1), Decimal(10 ** (shift + 1)))
