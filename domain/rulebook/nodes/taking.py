"""Nodes that make one number of many: of judges, aspects, attempts, or of several nodes."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.nodes.inputs import NodePart, Taking
from domain.rulebook.parts import Better, Count, Id, Share


class MarkNode(Taking):
    """The one mark of a panel with a single seat; `aspect` says which when there are several."""

    op: Literal["mark"]
    panel: Id


class MarksNode(Taking):
    """A panel's points as they are: a family along all its axes."""

    op: Literal["marks"]
    panel: Id


class SumNode(Taking):
    op: Literal["sum"]


class ProductNode(Taking):
    op: Literal["product"]


class MeanNode(Taking):
    op: Literal["mean"]


class MedianNode(Taking):
    op: Literal["median"]


class MinNode(Taking):
    op: Literal["min"]


class MaxNode(Taking):
    op: Literal["max"]


class Trimming(Taking):
    """So many of the highest and of the lowest are struck out; `drops` says how many of each by the number present."""

    drop_high: Count = 1
    drop_low: Count = 1
    drops: dict[str, Count] = Field(default_factory=dict)
    better: Better = "higher"


class TrimmedMeanNode(Trimming):
    op: Literal["trimmed_mean"]


class TrimmedSumNode(Trimming):
    op: Literal["trimmed_sum"]


class SpreadNode(Trimming):
    """How far apart the highest and the lowest lie, of what is left when so many of both are struck out."""

    op: Literal["spread"]
    drop_high: Count = 0
    drop_low: Count = 0


class AverageOfFiveNode(Taking):
    """Best and worst struck out, the others averaged; one attempt without a result is the worst, two leave none."""

    op: Literal["average_of_five"]
    better: Better = "lower"
    failed: Literal["stop", "worst", "ignore", "zero"] = "worst"


class AgreementNode(Taking):
    """The value all agree on; none while they do not."""

    op: Literal["agreement"]


class MajorityNode(Taking):
    """The value more than half gave; none where there is no such value."""

    op: Literal["majority"]


class BestNode(Taking):
    """The best one."""

    op: Literal["best"]
    better: Better = "higher"
    failed: Literal["stop", "worst", "ignore", "zero"] = "ignore"


class BestSumNode(Taking):
    """The best `count` of them, added."""

    op: Literal["best_sum"]
    count: Annotated[Count, Field(ge=1)]
    better: Better = "higher"


class BestMeanNode(Taking):
    """The best `count` of them, averaged."""

    op: Literal["best_mean"]
    count: Annotated[Count, Field(ge=1)]
    better: Better = "higher"


class MajorityPlaceNode(Taking):
    """Of the places judges gave: the best that more than half gave or better, how many did, or what those add up to."""

    op: Literal["majority_place"]
    gives: Literal["place", "count", "sum"] = "place"


class _Weighing(NodePart):
    """Each node times its weight. Weights that are all below 1 must add up to 1, or to `adds_up_to`."""

    weights: Annotated[dict[Id, Share], Field(min_length=1)]
    adds_up_to: Share | None = None
    missing: Literal["wait", "zero", "ignore", "no_result"] = "wait"
    failed: Literal["stop", "worst", "ignore", "zero"] = "stop"

    @property
    def children(self) -> tuple[str, ...]:
        return tuple(self.weights)

    @property
    def should_add_up_to(self) -> Share | None:
        """What the weights must add up to; None when nothing is said and one of them is 1 or more."""
        if self.adds_up_to is None and all(weight < 1 for weight in self.weights.values()):
            return Decimal(1)
        return self.adds_up_to


class WeightedSumNode(_Weighing):
    op: Literal["weighted_sum"]


class WeightedMeanNode(_Weighing):
    """The weighted sum divided by the sum of the weights."""

    op: Literal["weighted_mean"]


Weighing = WeightedSumNode | WeightedMeanNode
Combining = (
    MarkNode
    | MarksNode
    | SumNode
    | ProductNode
    | MeanNode
    | MedianNode
    | MinNode
    | MaxNode
    | TrimmedMeanNode
    | TrimmedSumNode
    | SpreadNode
    | AverageOfFiveNode
    | AgreementNode
    | MajorityNode
    | BestNode
    | BestSumNode
    | BestMeanNode
    | MajorityPlaceNode
)
