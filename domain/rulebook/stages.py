"""Stages (初赛、复赛、决赛): rounds of one contest, each ranked by a node of its own, with who goes on to the next."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.rulebook.parts import Better, Count, Id, Part, RoundingMode, Text, Words
from domain.rulebook.results.prizes import PartOfField
from domain.rulebook.results.ranking import Tie

AtLeastOne = Annotated[Count, Field(ge=1)]


class Quota(Part):
    """At most so many go on of those who have the same in column `by`; who is beyond that is passed over."""

    by: Text
    most: AtLeastOne


class Advance(Part):
    """Who of a stage goes on: the best `first`, or a `share` of those who started in it, made whole by `rounding`.

    `ties` says whether all who tie on the last of these places do, or none; the same for who ties on the last place
    that the `limit` leaves to their like.
    """

    first: AtLeastOne | None = None
    share: PartOfField | None = None
    rounding: RoundingMode | None = None
    ties: Literal["all", "none"] = "all"
    limit: Quota | None = None

    @model_validator(mode="after")
    def _one_measure(self) -> Self:
        if (self.first is None) == (self.share is None):
            raise PydanticCustomError("first_or_share", "exactly one of first and share")
        if (self.share is None) != (self.rounding is None):
            raise PydanticCustomError("share_and_rounding", "rounding goes with share")
        return self


class Stage(Part):
    """One round. `total` names the node it is ranked by; what earlier rounds carry over to it is that node's matter.

    `ties` is a tie chain of its own; without one the ranking's holds.
    """

    id: Id
    title: Words
    total: Id
    advance: Advance | None = None
    better: Better | None = None
    ties: tuple[Tie, ...] | None = None
