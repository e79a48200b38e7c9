"""Operations that add up, multiply, average or choose the middle: every input counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce

from domain.rulebook.nodes import taking
from domain.scoring.numbers import Num, divide, quotient, times, total_of, weighed
from domain.scoring.tree.operations.operation import Operation


def single_mark() -> Operation:
    """The mark itself, in points.

    Rule: docs/rules/mark.md
    """

    def of(numbers: Sequence[Num]) -> Num:
        return numbers[0]

    return Operation("docs/rules/mark.md", of)


def added() -> Operation:
    """All inputs added, in their own unit.

    Rule: docs/rules/sum.md
    """
    return Operation("docs/rules/sum.md", total_of, runs=True)


def multiplied() -> Operation:
    """All inputs multiplied.

    Rule: docs/rules/product.md
    """

    def of(numbers: Sequence[Num]) -> Num:
        return reduce(times, numbers)

    return Operation("docs/rules/product.md", of)


def averaged() -> Operation:
    """The sum divided by how many there are, or will be: a missing input never makes the mean of the others.

    Rule: docs/rules/mean.md
    """
    return Operation("docs/rules/mean.md", total_of, divisor=lambda inputs: inputs, runs=True)


def middle() -> Operation:
    """The middle one in order of size; of an even number the mean of the two in the middle.

    Rule: docs/rules/median.md
    """

    def of(numbers: Sequence[Num]) -> Num:
        order, half = sorted(numbers), len(numbers) // 2
        return order[half] if len(order) % 2 else divide(total_of(order[half - 1 : half + 1]), 2)

    return Operation("docs/rules/median.md", of)


def lowest() -> Operation:
    """The lowest of all.

    Rule: docs/rules/min-max.md
    """
    return Operation("docs/rules/min-max.md", min)


def highest() -> Operation:
    """The highest of all; over deductions the worst one only.

    Rule: docs/rules/min-max.md
    """
    return Operation("docs/rules/min-max.md", max)


def weighted(node: taking.Weighing) -> Operation:
    """Each input times its weight, added; as a mean divided by the sum of the weights.

    Rule: docs/rules/weighted-sum.md
    """
    weights: tuple[Num, ...] = tuple(node.weights.values())
    if isinstance(node, taking.WeightedMeanNode):
        whole = total_of(weights)
        weights = tuple(quotient(weight, whole) for weight in weights)

    def of(numbers: Sequence[Num]) -> Num:
        return total_of(weighed(weights, numbers))

    return Operation(
        "docs/rules/weighted-sum.md", of, runs=True, weights=weights, mean=isinstance(node, taking.WeightedMeanNode)
    )


def weighed_without(weights: Sequence[Num], out: Collection[int], numbers: Sequence[Num], *, mean: bool) -> Num | None:
    """Those not left out, each with its own weight; a mean is divided by the weights that are left.

    Rule: docs/rules/weighted-sum.md
    """
    left = [weight for place, weight in enumerate(weights) if place not in out]
    found, whole = total_of(weighed(left, numbers)), total_of(left)
    if not mean:
        return found
    return quotient(found, whole) if whole else None
