"""Prizes as the rulebook decides them before there are any results: lists of prizes, each given in one way."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from domain.rulebook.parts import Better, Flag, Id, Number, Part, Text
from domain.rulebook.results.conditions import Condition, Limit, SomeTexts, Titled
from domain.rulebook.results.prizes import (
    AtTheLine,
    Base,
    Cap,
    CutPrize,
    FixedPrize,
    PartOfField,
    PlainPrize,
    PrizeSet,
    RatioPrize,
    WholeOrExact,
)


class _List(Titled):
    """What all lists share.

    `per` names a column whose values have the prizes each by themselves (left out: as the ranking has it). `when` says
    who takes part at all, `minimum` who of them may get a prize; `if_below` what becomes of the prize whose place is
    below it. `limit` is for each unit, `cap` for the whole list. `unless_awarded`: nothing for who has a prize of an
    earlier list. `base` is what counts as the field; `field` makes the prizes depend on its size, and below the
    smallest `from` there are none.
    """

    id: Id = "main"
    per: Text | None = None
    when: tuple[Condition, ...] = ()
    minimum: tuple[Condition, ...] = ()
    if_below: Literal["vacant", "next"] = "vacant"
    limit: Limit | None = None
    cap: Cap | None = None
    unless_awarded: Flag = False
    base: Base = "entrants"
    field: tuple[PrizeSet, ...] = ()


class FigureTie(Part):
    """One link of what decides between equal figures."""

    node: Id
    better: Better = "higher"


class _ByFigure(_List):
    """Lists that may go by a figure: that of `node`, the `better` first, and of equal ones by the chain of `ties`."""

    node: Id = ""
    better: Better | None = None
    ties: tuple[FigureTie, ...] = ()


class FixedAwards(_ByFigure):
    """So many of each prize, best first: by place, or with `node` by that figure, whatever became of the total.

    `at_the_line`: what happens when a shared place lies across a prize's end.
    """

    mode: Literal["fixed"]
    at_the_line: AtTheLine
    prizes: Annotated[tuple[FixedPrize, ...], Field(min_length=1)]


class RatioAwards(_ByFigure):
    """A part of the field for each prize, best first: by place, or with `node` by that figure.

    `base` is what the ratios are of; `rounding` makes whole counts of them, or leaves them `exact` for ties to be the
    nearest to; `cumulative` rounds where each prize ends instead of how many it has.
    """

    mode: Literal["ratio"]
    at_the_line: AtTheLine
    base: Base
    rounding: WholeOrExact
    cumulative: Flag = False
    prizes: Annotated[tuple[RatioPrize, ...], Field(min_length=1)]


class CutAwards(_List):
    """Bands of a figure (without `node`: the total), best first; what is not written is decided by the jury."""

    mode: Literal["cuts"]
    node: Id = ""
    prizes: Annotated[tuple[CutPrize, ...], Field(min_length=1)]


class ThresholdAwards(_List):
    """One prize for all whose figure (without `node`: the total) is `at_least` or `at_most` so much."""

    mode: Literal["threshold"]
    node: Id = ""
    at_least: Number | None = None
    at_most: Number | None = None
    prizes: Annotated[tuple[PlainPrize, ...], Field(min_length=1, max_length=1)]


class MedalAwards(_List):
    """Gold, silver, bronze in this order, by a figure (without `node`: the total).

    Figures at most `tolerance` behind the best of their group share its medal.
    """

    mode: Literal["medals"]
    node: Id = ""
    better: Better | None = None
    tolerance: Annotated[Number, Field(ge=0)] = Decimal(0)
    prizes: Annotated[tuple[PlainPrize, ...], Field(min_length=1, max_length=3)]


class BestAwards(_ByFigure):
    """The first prize for the best of each value of column `by` (or columns), the second for its second best, and on.

    By the total where no `node` is named.
    """

    mode: Literal["best_of"]
    by: SomeTexts
    at_the_line: AtTheLine = "extend"
    prizes: Annotated[tuple[PlainPrize, ...], Field(min_length=1)]


class TopShareAwards(_List):
    """One prize for all within the first part `upto` of the field who have none of an earlier list."""

    mode: Literal["top_share"]
    upto: PartOfField
    at_the_line: AtTheLine = "extend"
    unless_awarded: Flag = True
    prizes: Annotated[tuple[PlainPrize, ...], Field(min_length=1, max_length=1)]


def _as_lists(found: object) -> object:
    return [found] if isinstance(found, dict) else found


Prize = FixedPrize | RatioPrize | CutPrize | PlainPrize
LineAwards = FixedAwards | RatioAwards | BestAwards | TopShareAwards
AnyAwards = LineAwards | CutAwards | ThresholdAwards | MedalAwards
Awards = Annotated[AnyAwards, Field(discriminator="mode")]
AwardLists = Annotated[tuple[Awards, ...], BeforeValidator(_as_lists)]


def cuts_of_the_jury(lists: tuple[AnyAwards, ...]) -> tuple[CutPrize, ...]:
    """The prizes whose cut scores are not written: the jury decides where they begin."""
    bands = (prize for given in lists if isinstance(given, CutAwards) for prize in given.prizes)
    return tuple(prize for prize in bands if prize.by_jury)
