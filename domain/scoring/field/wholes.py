"""A column as whole numbers over one denominator, so that adding and squaring it is exact and quick."""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm

from domain.scoring.numbers import Num


def in_wholes(column: Sequence[Num]) -> tuple[list[int], int]:
    """Whole numbers and the denominator they all stand over: 8.5 and 2 are [17, 4] and 2."""
    ratios = [number.as_integer_ratio() for number in column]
    below = lcm(*{denominator for _, denominator in ratios})
    return [numerator * (below // denominator) for numerator, denominator in ratios], below
