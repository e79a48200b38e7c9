"""What an evaluation takes and gives: an entry's marks and standing facts in, its values out."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from domain.scoring.numbers import Mark, Num, Value

# panel -> aspect -> seat -> mark, of one entry; what has not been marked is simply not there
Marks = Mapping[str, Mapping[str, Mapping[str, Mark]]]
Standing = Literal["ranked", "last", "unranked"]
NOTHING: Mapping[Any, Any] = MappingProxyType({})


class InStage(NamedTuple):
    """What statuses make of an entry in one stage: how it stands there, and the status that weighs most there."""

    standing: Standing
    status: str


class Given(NamedTuple):
    """One entry as the scoring sees it.

    `statuses`: module id (or WHOLE_ENTRY) -> status word. `released`: the panels whose figures count; None: all.
    `columns`: what the list of entries says of it (`group`, `category` …). `taken`: node -> points ruled to be taken
    from it (below zero: given).
    """

    marks: Marks
    statuses: Mapping[str, str] = NOTHING
    released: Container[str] | None = None
    columns: Mapping[str, str] = NOTHING
    taken: Mapping[str, Num] = NOTHING


class Scored(NamedTuple):
    """One entry's figures, exact.

    `in_stage`: of a contest of several stages what statuses make of the entry in those they hold in.

    `values` has every node that is one number: None while something under it is missing or not released, NO_RESULT
    where it was attempted and brought none. `running` is the same with what is there so far (nothing there: None).
    `families` has the numbers of every other node. `total` is the running total: final only when `complete`, and None
    when a status takes the total away. `status` is the status that weighs most, or empty.
    """

    values: Mapping[str, Value]
    running: Mapping[str, Value]
    total: Value
    complete: bool
    status: str
    standing: Standing
    families: Mapping[str, Sequence[Value]] = NOTHING
    in_stage: Mapping[str, InStage] = NOTHING

    def standing_in(self, stage: str) -> Standing:
        """How it stands in a stage ("": in the contest)."""
        return self.in_stage[stage].standing if stage in self.in_stage else "ranked" if stage else self.standing
