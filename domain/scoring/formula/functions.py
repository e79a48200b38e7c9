"""The functions that take numbers and give a number, by name; all that are rational are exact."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from domain.rulebook.parts import RoundingMode
from domain.scoring.formula import powers
from domain.scoring.formula.arithmetic import settled
from domain.scoring.formula.scope import NoValue
from domain.scoring.numbers import Num
from domain.scoring.rounding import nearest


def absolute(number: Num) -> Num:
    """Without its sign.

    Rule: docs/rules/formula.md
    """
    return number.copy_abs() if isinstance(number, Decimal) else abs(number)


def floor(number: Num) -> Num:
    """The largest whole number not above it: -1.5 gives -2.

    Rule: docs/rules/formula.md
    """
    above, below = number.as_integer_ratio()
    return Decimal(above // below)


def ceil(number: Num) -> Num:
    """The smallest whole number not below it: -1.5 gives -1.

    Rule: docs/rules/formula.md
    """
    above, below = number.as_integer_ratio()
    return Decimal(-(-above // below))


def round_to(number: Num, places: int, mode: RoundingMode) -> Num:
    """Rounded once from the exact value; negative places round to tens and hundreds.

    Rule: docs/rules/formula.md
    """
    above, below = number.as_integer_ratio()
    tens = 10 ** abs(places)
    if places < 0:
        return Decimal(nearest(above, below * tens, mode) * tens)
    return settled(Fraction(nearest(above * tens, below, mode), tens))


def clamp(number: Num, low: Num, high: Num) -> Num:
    """The number, or the limit it is beyond; where the limits cross, the lower one.

    Rule: docs/rules/formula.md
    """
    return max(low, min(number, high))


def mod(number: Num, divisor: Num) -> Num:
    """What is left after taking the divisor out a whole number of times; has the divisor's sign.

    Rule: docs/rules/formula.md
    """
    if divisor == 0:
        raise NoValue("division-by-zero")
    return settled(Fraction(number) % Fraction(divisor))


OF_NUMBERS: Final[dict[str, Callable[..., Num]]] = {
    "min": min, "max": max, "abs": absolute, "floor": floor, "ceil": ceil, "clamp": clamp, "mod": mod,
    "sqrt": powers.square_root, "root": powers.root, "power": powers.power,
    "exp": powers.exponential, "ln": powers.natural_log, "log10": powers.decimal_log,
}  # fmt: skip
