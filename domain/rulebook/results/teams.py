"""Team results: how the members' figures become their team's, when a team counts, and what teams are given."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.parts import Better, Id, Number, Part, Text
from domain.rulebook.results.awards import AwardLists
from domain.rulebook.results.conditions import Nodes, Titled

Take = Literal["sum", "mean", "best", "places", "prizes", "entrants"]
AtLeastOne = Annotated[int, Field(strict=True, ge=1)]


class TeamTie(Part):
    """One link of the teams' tie chain: a figure of the members that count, taken together."""

    of: Id
    take: Literal["sum", "mean", "best"] = "sum"
    better: Better = "higher"


class Team(Titled):
    """Entries with the same in column `by` are a team; with `per` each value of that column has teams of its own.

    `of` is the members' figure (without it: the total); of several each is taken by itself, and they are added.
    `take`: its `sum`, `mean` or `best` over the best `count` members (without it: all); `places` adds the points of
    their places (without points: the places themselves); `prizes` adds the `prize_points` of each member's best prize;
    `entrants` counts those who started. `members` is how many members with a figure it takes at least (without it:
    `count`), `missing` what happens when there are fewer: the team has no place, or those missing count zero. A team
    whose figure is not above `above` has no place. `awards`: as for entries; there `total` is the team's figure.
    """

    by: Text
    per: Text | None = None
    of: Nodes = ()
    take: Take = "sum"
    count: AtLeastOne | None = None
    members: AtLeastOne | None = None
    missing: Literal["unranked", "zero"] = "unranked"
    points: tuple[Number, ...] = ()
    prize_points: dict[Id, Number] = Field(default_factory=dict)
    above: Number | None = None
    better: Better | None = None
    ties: tuple[TeamTie, ...] = ()
    awards: AwardLists = ()

    @property
    def least_members(self) -> int:
        return self.members or self.count or 1
