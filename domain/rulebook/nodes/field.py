"""Nodes that set an entry against the whole field."""

from __future__ import annotations

from decimal import Decimal
from itertools import repeat
from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.nodes.inputs import AcrossField
from domain.rulebook.parts import Better, Display, Number, Rounding


class Placing(AcrossField):
    """Puts the field in order: by the first node of `of`, who is equal in it by the next, and so on.

    `then_better` says for each further node which way it is better; without it more is.
    """

    better: Better = "higher"
    then_better: tuple[Better, ...] = ()

    @property
    def further(self) -> tuple[tuple[str, Better], ...]:
        """The further nodes, each with the way it is better."""
        more: Better = "higher"
        return tuple(zip(self.of[1:], self.then_better or repeat(more), strict=False))


class RankNode(Placing):
    """The entry's place in the field."""

    op: Literal["rank"]
    display: Display = "1224"


class PointsForPlaceNode(Placing):
    """Points by place, none behind the last line; who shares a place gets that place's, or the mean of those taken."""

    op: Literal["points_for_place"]
    points: Annotated[tuple[Number, ...], Field(min_length=1)]
    ties: Literal["each", "shared", "mean"] = "each"


class StandardiseNode(AcrossField):
    """How many standard deviations from the mean, on a scale: z (0, 1), T (50, 10) or one's own centre and spread."""

    op: Literal["standardise"]
    scale: Literal["z", "t", "own"] = "z"
    centre: Number = Decimal(0)
    spread: Number = Decimal(1)
    sd: Literal["population", "sample"]


class WorldSkillsScaleNode(AcrossField):
    """The median stands at `centre`, a standardised median deviation is `spread`; whole points unless said."""

    op: Literal["worldskills_scale"]
    round: Rounding | None = Rounding(places=0)
    centre: Number = Decimal(700)
    spread: Annotated[Number, Field(gt=0)] = Decimal(30)
    factor: Annotated[Number, Field(gt=0)] = Decimal("1.4826")
    low: Number = Decimal(0)
    high: Number = Decimal(1000)


class RatioToBestNode(AcrossField):
    """The best of the field has `points`, the others in proportion."""

    op: Literal["ratio_to_best"]
    better: Better = "higher"
    points: Annotated[Number, Field(gt=0)] = Decimal(100)


class OfFieldNode(AcrossField):
    """One figure of the whole field, the same for everybody: for formulas."""

    op: Literal["field"]
    take: Literal["best", "worst", "mean", "median", "sum", "count", "sd", "mad"]
    better: Better = "higher"
    sd: Literal["population", "sample"] = "population"


FieldWide = RankNode | PointsForPlaceNode | StandardiseNode | WorldSkillsScaleNode | RatioToBestNode | OfFieldNode
