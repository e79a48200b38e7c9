"""The operations of the tree, one function each: how many numbers become one.

Each function takes the node as the rulebook states it and the number of inputs, and gives an `Operation`. Its `of`
adds up exactly; what has to be divided by stands apart as `divisor`, so that thirds stay exact and are divided once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from domain.rulebook import nodes
from domain.scoring.numbers import Num, total_of, weighed


@dataclass(slots=True)
class Notes:
    """What an operation says about its inputs when asked: which were struck out, and whether they disagree."""

    struck: dict[int, str] = field(default_factory=dict)
    disagree: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """`of(numbers, notes)` gives the dividend, or None when the inputs allow no value.

    `runs`: whether it may show what is there so far, with missing inputs counted as zero.
    """

    rule: str
    of: Callable[[Sequence[Num], Notes | None], Num | None]
    divisor: int = 1
    runs: bool = False
    weights: tuple[Num, ...] = ()


def single_mark(_node: nodes.MarkNode, _inputs: int) -> Operation:
    """The mark itself, in points.

    Rule: docs/rules/mark.md
    """

    def of(numbers: Sequence[Num], _notes: Notes | None) -> Num:
        return numbers[0]

    return Operation("docs/rules/mark.md", of)


def added(_node: nodes.SumNode, _inputs: int) -> Operation:
    """All inputs added, in their own unit.

    Rule: docs/rules/sum.md
    """

    def of(numbers: Sequence[Num], _notes: Notes | None) -> Num:
        return total_of(numbers)

    return Operation("docs/rules/sum.md", of, runs=True)


def averaged(_node: nodes.MeanNode, inputs: int) -> Operation:
    """The sum divided by how many there are, or will be: a missing input never makes the mean of the others.

    Rule: docs/rules/mean.md
    """

    def of(numbers: Sequence[Num], _notes: Notes | None) -> Num:
        return total_of(numbers)

    return Operation("docs/rules/mean.md", of, divisor=inputs, runs=True)


def trimmed(node: nodes.TrimmedMeanNode, inputs: int) -> Operation:
    """Highest and lowest struck out, as many as the rulebook says and no more, the others averaged.

    Of equal extremes one falls (of the lowest the first seat's, of the highest the last seat's; the value is the same
    whichever). An incomplete panel is never trimmed.

    Rule: docs/rules/trimmed-mean.md
    """
    low, end = node.drop_low, inputs - node.drop_high

    def of(numbers: Sequence[Num], notes: Notes | None) -> Num:
        if notes is not None:
            order = sorted(range(inputs), key=numbers.__getitem__)
            notes.struck.update(dict.fromkeys(order[:low], "lowest") | dict.fromkeys(order[end:], "highest"))
        return total_of(sorted(numbers)[low:end])

    return Operation("docs/rules/trimmed-mean.md", of, divisor=end - low)


def agreed(_node: nodes.AgreementNode, _inputs: int) -> Operation:
    """The value all inputs share; none while two of them differ.

    Rule: docs/rules/agreement.md
    """

    def of(numbers: Sequence[Num], notes: Notes | None) -> Num | None:
        if all(number == numbers[0] for number in numbers):
            return numbers[0]
        if notes is not None:
            notes.disagree = True
        return None

    return Operation("docs/rules/agreement.md", of)


def weighted(node: nodes.WeightedSumNode, _inputs: int) -> Operation:
    """Each input times its weight, added.

    Rule: docs/rules/weighted-sum.md
    """
    weights = tuple(node.weights.values())

    def of(numbers: Sequence[Num], _notes: Notes | None) -> Num:
        return total_of(weighed(weights, numbers))

    return Operation("docs/rules/weighted-sum.md", of, runs=True, weights=weights)


def operation(node: nodes.AnyNode, inputs: int) -> Operation:
    """The node's operation for so many inputs."""
    match node:
        case nodes.MarkNode():
            return single_mark(node, inputs)
        case nodes.SumNode():
            return added(node, inputs)
        case nodes.MeanNode():
            return averaged(node, inputs)
        case nodes.TrimmedMeanNode():
            return trimmed(node, inputs)
        case nodes.AgreementNode():
            return agreed(node, inputs)
        case nodes.WeightedSumNode():
            return weighted(node, inputs)
