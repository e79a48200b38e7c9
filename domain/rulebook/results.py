"""From totals to places and prizes: the ranking's tie chain, what a status does, awards, and the windows after them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.parts import Count, Flag, Id, Number, Part, RoundingMode, Words

Better = Literal["higher", "lower"]
Effect = Literal["counts", "zero", "last", "unranked"]
AtTheLine = Literal["extend", "demote", "block"]


class Tie(Part):
    """One link of the tie chain: which node decides, and which way."""

    node: Id
    better: Better = "higher"


class Ranking(Part):
    """Places by total, then by the tie chain; who is still equal shares the place, the next stay empty (1224)."""

    better: Better = "higher"
    ties: tuple[Tie, ...] = ()


class Statuses(Part):
    """What each status does to the entry.

    `counts`: the marks made count, an aspect no judge has marked counts zero. `zero`: the module's score is zero.
    `last`: no total, placed behind all others. `unranked`: no total and no place.
    """

    dns: Effect = "unranked"
    dnf: Effect = "counts"
    dsq: Effect = "unranked"
    declined: Effect = "unranked"
    withdrawn: Effect = "unranked"


class FixedPrize(Part):
    id: Id
    title: Words
    count: Count


class RatioPrize(Part):
    """`ratio` is the part of the base this prize alone is given to: 0.10 for ten in a hundred."""

    id: Id
    title: Words
    ratio: Annotated[Number, Field(gt=0, le=1)]


class CutPrize(Part):
    """Given from a lowest total the jury decides."""

    id: Id
    title: Words


class FixedAwards(Part):
    """So many of each prize, best first. `at_the_line`: what happens when a shared place lies across a prize's end."""

    mode: Literal["fixed"]
    at_the_line: AtTheLine
    prizes: Annotated[tuple[FixedPrize, ...], Field(min_length=1)]


class RatioAwards(Part):
    """A part of the field for each prize, best first.

    `base` is what the ratios are of; `rounding` makes whole counts of them; `cumulative` rounds where each prize ends
    instead of how many it has.
    """

    mode: Literal["ratio"]
    at_the_line: AtTheLine
    base: Literal["entrants", "starters", "ranked"]
    rounding: RoundingMode
    cumulative: Flag = False
    prizes: Annotated[tuple[RatioPrize, ...], Field(min_length=1)]


class CutAwards(Part):
    """Bands of the total, best first; where each begins is decided by the jury and recorded as an event."""

    mode: Literal["cuts"]
    prizes: Annotated[tuple[CutPrize, ...], Field(min_length=1)]


Prize = FixedPrize | RatioPrize | CutPrize
AnyAwards = FixedAwards | RatioAwards | CutAwards
Awards = Annotated[AnyAwards, Field(discriminator="mode")]


class Windows(Part):
    """How long after publication each may be filed, in minutes (0: no limit)."""

    score_query_minutes: Count = 0
    appeal_minutes: Count = 0
    objection_minutes: Count = 0
