"""Rounding: the one place where a number is made coarser, and always by a rule with a place."""

from __future__ import annotations

from decimal import Decimal

from domain.rulebook.parts import Rounding, RoundingMode
from domain.scoring.numbers import EXACT, Num


def rounded(number: Num, divisor: int, rule: Rounding) -> Decimal:
    """`number / divisor` rounded in one step from the exact quotient; divisor above zero.

    Rule: docs/rules/rounding.md
    """
    above, below = number.as_integer_ratio()
    grain_above, grain_below = rule.ratio
    steps = nearest(above * grain_below, below * divisor * grain_above, rule.mode)
    return EXACT.multiply(Decimal(steps), rule.grain)


def nearest(above: int, below: int, mode: RoundingMode) -> int:
    """The whole number that stands for `above / below` (`below` above zero).

    `down` goes towards zero and `up` away from it; `half_up` takes a half away from zero, `half_even` to the even one.

    Rule: docs/rules/rounding.md
    """
    whole, rest = divmod(abs(above), below)
    if mode == "half_up":
        whole += 2 * rest >= below
    elif mode == "half_even":
        whole += 2 * rest > below or (2 * rest == below and whole % 2 == 1)
    elif mode == "up":
        whole += rest > 0
    return -whole if above < 0 else whole


def whole_number(number: Num, mode: RoundingMode) -> int:
    """A number of people made whole, as award ratios need it.

    Rule: docs/rules/awards-ratio.md
    """
    above, below = number.as_integer_ratio()
    return nearest(above, below, mode)
