"""The ways in which two entries are compared at one link of the tie chain; smaller is better."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.rulebook.parts import Better
from domain.scoring.numbers import ZERO, NoResult, Num, Value, exact, negated, total_of

# (0, number), and behind all numbers no result, and behind that no figure at all
Link = tuple[int, int | Num]
_NO_RESULT, _NO_FIGURE = (1, ZERO), (2, ZERO)


def link(figure: Value, better: Better) -> Link:
    """One figure compared: the better number first, no result behind all numbers, no figure behind that.

    Rule: docs/rules/tie-chain.md
    """
    if figure is None:
        return _NO_FIGURE
    if isinstance(figure, NoResult):
        return _NO_RESULT
    return (0, figure if better == "lower" else negated(figure))


def countback(family: Sequence[Value], better: Better) -> tuple[Link, ...]:
    """The best members compared, then the second best, and so on; who has fewer loses where the other has one more.

    Rule: docs/rules/countback.md
    """
    return (*sorted(link(figure, better) for figure in family if figure is not None), _NO_FIGURE)


def drop_lowest(family: Sequence[Value], better: Better) -> tuple[Link, ...]:
    """The sums without the lowest member compared, then without the two lowest, and so on.

    A member without a number is dropped before any number.

    Rule: docs/rules/drop-again.md
    """
    return _sums(family, better, sorted)


def drop_highest(family: Sequence[Value], better: Better) -> tuple[Link, ...]:
    """The sums without the highest member compared, then without the two highest, and so on.

    Rule: docs/rules/drop-again.md
    """
    return _sums(family, better, lambda numbers: sorted(numbers, reverse=True))


def _sums(family: Sequence[Value], better: Better, in_order: Callable[[list[Num]], list[Num]]) -> tuple[Link, ...]:
    numbers = in_order([figure for figure in family if figure is not None and not isinstance(figure, NoResult)])
    without = [figure for figure in family if figure is None or isinstance(figure, NoResult)]
    with exact():
        sums: list[Value] = [
            total_of(numbers[max(dropped - len(without), 0) :]) if dropped >= len(without) else NoResult.NO_RESULT
            for dropped in range(1, len(family))
        ]
    return tuple(link(figure, better) for figure in sums)
