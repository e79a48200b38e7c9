"""Operations that strike out the extremes: trimmed means and sums, and the average of five."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Inexact

from domain.rulebook.nodes.taking import AverageOfFiveNode, SpreadNode, Trimming
from domain.rulebook.parts import Better
from domain.scoring.numbers import NO_RESULT, ZERO, NoResult, Num, less, total_of
from domain.scoring.tree.operations.operation import Operation, Strikes

_Ends = Callable[[int], tuple[int, int]]  # inputs -> how many of the lowest fall, where the highest that fall begin


def trimmed(node: Trimming, *, mean: bool) -> Operation:
    """Highest and lowest struck out, as many as the rulebook says and no more, the others averaged or added.

    Of equal extremes one falls (of the lowest the first seat's, of the highest the last seat's; the value is the same
    whichever). `drops` says how many of each fall where fewer judges are there. An incomplete panel is never trimmed.

    Rule: docs/rules/trimmed-mean.md
    """
    return _struck(_ends(node), node.better, "docs/rules/trimmed-mean.md", mean=mean)


def spread(node: SpreadNode) -> Operation:
    """The distance between the highest and the lowest of what is left when the extremes are struck out.

    Rule: docs/rules/spread.md
    """
    ends = _ends(node)

    def of(numbers: Sequence[Num]) -> Num | None:
        low, end = ends(len(numbers))
        kept = sorted(numbers)[low:end]
        return less(kept[-1], kept[0]) if kept else None

    struck = _struck(ends, node.better, "docs/rules/spread.md", mean=False)
    return replace(struck, of=of, with_failures=lambda _numbers, _failures: NO_RESULT)


def _ends(node: Trimming) -> _Ends:
    by_number = {int(inputs): count for inputs, count in node.drops.items()}
    fixed = node.drop_low, node.drop_high

    def ends(inputs: int) -> tuple[int, int]:
        low, high = (by_number[inputs],) * 2 if inputs in by_number else fixed
        return low, inputs - high

    return ends


def average_of_five(node: AverageOfFiveNode) -> Operation:
    """Best and worst struck out, the others averaged. One attempt without a result is the worst; two leave no average.

    Rule: docs/rules/average-of-five.md
    """
    return _struck(lambda inputs: (1, inputs - 1), node.better, "docs/rules/average-of-five.md", mean=True)


def _struck(ends: _Ends, better: Better, rule: str, *, mean: bool) -> Operation:
    usual: dict[int, tuple[int, int]] = {}  # a panel has the same number of judges thousands of times

    def of(numbers: Sequence[Num]) -> Num | None:
        inputs = len(numbers)
        low, end = usual.get(inputs) or usual.setdefault(inputs, ends(inputs))
        kept = sorted(numbers)[low:end] if end > low else ()
        try:
            return sum(kept, ZERO) if kept else None  # as `total_of`, without the call: the hottest line of a contest
        except (TypeError, Inexact):
            return total_of(kept)

    def with_failures(numbers: Sequence[Num], failures: int) -> Num | NoResult:
        inputs = len(numbers) + failures
        low, end = ends(inputs)
        if end <= low:  # too few: nothing is left of them
            return NO_RESULT
        order = sorted(numbers)
        if better == "lower":  # what has no result stands behind the highest
            return NO_RESULT if failures > inputs - end else total_of(order[low:end])
        return NO_RESULT if failures > low else total_of(order[low - failures : end - failures])

    def struck(numbers: Sequence[Num | NoResult]) -> Strikes:
        low, end = ends(len(numbers))
        try:
            order = sorted(range(len(numbers)), key=numbers.__getitem__)  # type: ignore[arg-type]  # or the next line
        except TypeError:  # an attempt without a result among them
            failed = [place for place, number in enumerate(numbers) if isinstance(number, NoResult)]
            tried = [place for place in range(len(numbers)) if place not in failed]
            good = sorted(tried, key=numbers.__getitem__)  # type: ignore[arg-type]  # numbers, all of them
            order = good + failed if better == "lower" else failed + good
        return dict.fromkeys(order[:low], "lowest") | dict.fromkeys(order[end:], "highest")

    def divisor(inputs: int) -> int:
        low, end = ends(inputs)
        return max(end - low, 1) if mean else 1

    return Operation(rule, of, divisor, struck=struck, with_failures=with_failures, without="too-few")
