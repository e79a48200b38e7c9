"""Single prizes, which of them there are in a field of what size, and how many there may be in all."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.parts import Count, Id, Number, Part, RoundingMode, Share
from domain.rulebook.results.conditions import Condition, Titled

PartOfField = Annotated[Share, Field(gt=0, le=1)]
AtTheLine = Literal["extend", "demote", "nearest", "block"]
Base = Literal["entrants", "starters", "finishers", "ranked"]
WholeOrExact = Literal["half_up", "half_even", "down", "up", "exact"]


class PlainPrize(Titled):
    """`minimum`: what an entry must reach to get this prize, besides its place."""

    minimum: tuple[Condition, ...] = ()


class LinePrize(PlainPrize):
    """A prize that ends somewhere along the places. `at_the_line`: its own way with a tie there (none: the list's)."""

    at_the_line: AtTheLine | None = None


class FixedPrize(LinePrize):
    count: Count


class RatioPrize(LinePrize):
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


class Cap(Part):
    """At most so many prizes of a list in all: `count`, or the part `ratio` of `base`, made whole by `rounding`.

    `at_the_line`: what becomes of those who tie across it (none: as at the list's lines; a list without any: `demote`).
    """

    count: Count | None = None
    ratio: PartOfField | None = None
    base: Base | None = None
    rounding: RoundingMode | None = None
    at_the_line: AtTheLine | None = None
