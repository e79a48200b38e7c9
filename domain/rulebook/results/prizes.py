"""Single prizes, and which of them there are in a field of what size."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from domain.rulebook.parts import Count, Id, Number, Part, Share
from domain.rulebook.results.conditions import Condition, Titled

PartOfField = Annotated[Share, Field(gt=0, le=1)]


class PlainPrize(Titled):
    """`minimum`: what an entry must reach to get this prize, besides its place."""

    minimum: tuple[Condition, ...] = ()


class FixedPrize(PlainPrize):
    count: Count


class RatioPrize(PlainPrize):
    """`ratio` is the part of the base this prize alone is given to: 0.10 for ten in a hundred, or "1/12"."""

    ratio: PartOfField


class CutPrize(PlainPrize):
    """Given from a lowest figure that stands here (`at_most`: up to a highest), or that the jury decides."""

    at_least: Number | None = None
    at_most: Number | None = None

    @property
    def by_jury(self) -> bool:
        """Whether the jury has to decide where it begins."""
        return self.at_least is None and self.at_most is None


class PrizeSet(Part):
    """Which prizes there are when the field has at least `from` entries."""

    from_: Count = Field(alias="from")
    prizes: tuple[Id, ...]
