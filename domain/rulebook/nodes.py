"""The nodes of the marking tree: each combines marks or other nodes by one operation and may round the result.

A node's value is one number, or a family of numbers along one axis: marks of a panel lie along two axes, aspects and
judges; `over` says which of them an operation takes in, and what remains is the family's axis. So `trimmed_mean over
judges` gives a number for each aspect, and `sum over aspects` of that gives one number.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.parts import Count, Id, Number, Part, Rounding, Words

Axis = Literal["judges", "aspects"]


class _Node(Part):
    title: Words
    round: Rounding | None = None

    @property
    def children(self) -> tuple[str, ...]:
        """The nodes it is made of, in the order the rulebook names them."""
        return ()


class MarkNode(_Node):
    """The one mark of a panel with a single seat; `aspect` says which when there are several."""

    op: Literal["mark"]
    panel: Id
    aspect: Id | None = None


class _Combining(_Node):
    """Takes in a panel's marks or one family along `over`, or the numbers of several nodes."""

    panel: Id | None = None
    of: tuple[Id, ...] = ()
    over: Axis | None = None

    @property
    def children(self) -> tuple[str, ...]:
        return self.of


class SumNode(_Combining):
    op: Literal["sum"]


class MeanNode(_Combining):
    op: Literal["mean"]


class TrimmedMeanNode(_Combining):
    """The mean of what is left when so many of the highest and of the lowest have been struck out."""

    op: Literal["trimmed_mean"]
    drop_high: Count = 1
    drop_low: Count = 1


class AgreementNode(_Combining):
    """The value all agree on; none while they do not."""

    op: Literal["agreement"]


class WeightedSumNode(_Node):
    """Each node times its weight, added; the weights must add up to `adds_up_to`."""

    op: Literal["weighted_sum"]
    weights: Annotated[dict[Id, Number], Field(min_length=1)]
    adds_up_to: Number = Decimal(1)

    @property
    def children(self) -> tuple[str, ...]:
        return tuple(self.weights)


Combining = SumNode | MeanNode | TrimmedMeanNode | AgreementNode
AnyNode = MarkNode | SumNode | MeanNode | TrimmedMeanNode | AgreementNode | WeightedSumNode
Node = Annotated[AnyNode, Field(discriminator="op")]
