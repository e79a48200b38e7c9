"""An operation: how many numbers become one, and what it does with an input that is no number.

Each function of this package that makes one takes the node as the rulebook states it. Its `of` adds up exactly; what
has to be divided by stands apart as `divisor`, so that thirds stay exact and are divided once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from domain.scoring.numbers import NO_RESULT, NoResult, Num

Strikes = Mapping[int, str]  # place of an input -> `highest`, `lowest`, `not-best`


def _undivided(_inputs: int) -> int:
    return 1


def _none_struck(_numbers: Sequence[Num | NoResult]) -> Strikes:
    return {}


def _no_result(_numbers: Sequence[Num], _failures: int) -> NoResult:
    return NO_RESULT


@dataclass(frozen=True, slots=True)
class Operation:
    """`of(numbers)` gives the dividend, or None when the inputs allow no value; `divisor(inputs)` what divides it.

    `with_failures(numbers, failures)` is the dividend where so many attempts without a result count as the worst of
    all. `struck` says which inputs do not count. `runs`: whether it may show what is there so far, with missing inputs
    counted as zero. `fewest`: with fewer inputs there is no value. `disagrees`: a value of None means they disagree;
    `without` is the word for it where it means something else. `mean`: weights left over are divided out again.
    """

    rule: str
    of: Callable[[Sequence[Num]], Num | NoResult | None]
    divisor: Callable[[int], int] = _undivided
    runs: bool = False
    weights: tuple[Num, ...] = ()
    struck: Callable[[Sequence[Num | NoResult]], Strikes] = _none_struck
    with_failures: Callable[[Sequence[Num], int], Num | NoResult] = field(default=_no_result)
    fewest: int = 1
    disagrees: bool = False
    without: str = "no-value"
    mean: bool = False
