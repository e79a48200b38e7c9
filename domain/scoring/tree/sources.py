"""Where a node's inputs come from: a panel's marks, the family of another node, or the numbers of several nodes.

A source gives for each member of the node's family its inputs, None where one is missing, and whether all are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from operator import itemgetter
from typing import NamedTuple, Protocol

from domain.rulebook.aspects import Aspect
from domain.scoring.numbers import Absent, Mark, NoResult, Num, divide
from domain.scoring.scored import Marks


class Half(Enum):
    """What stands where something was entered and more is to come: neither a value nor nothing."""

    HALF = "half"


HALF = Half.HALF
Entered = Num | NoResult | Absent | Half | None
Row = tuple[Sequence[Entered], bool]
Pick = Callable[[Sequence[Entered]], Sequence[Entered]]
_NO_MARKS: Mapping[str, Mapping[str, Mark]] = {}


class Reading(NamedTuple):
    """A node's value while evaluating: its numbers, each still to be divided by `divisor`; missing ones None.

    Of a single number that is not `complete` the number is what is there so far. `begun`: members without a value
    though something of them is there.
    """

    numbers: Sequence[Num | NoResult | Absent | None]
    divisor: int
    complete: bool
    begun: frozenset[int] = frozenset()

    def strictly(self, member: int) -> Entered:
        """The member's number for who must tell what was never begun from what is not finished."""
        if member in self.begun or (not self.complete and len(self.numbers) == 1 and self.numbers[0] is not None):
            return HALF
        return _at(self, member)

    @property
    def divided(self) -> tuple[Num | NoResult | Absent | None, ...]:
        """The numbers themselves."""
        return tuple(_at(self, member) for member in range(len(self.numbers)))


@dataclass(slots=True)
class Situation:
    """One entry while evaluated; `hidden` panels are not released.

    An aspect nobody has marked is zero in `filled` panels, an attempt without a result in `closed` ones. `outside`: the
    stages whose field it is none of; `stated`: the panels of modules that a status was stated of.
    """

    marks: Marks
    hidden: frozenset[str]
    filled: frozenset[str]
    closed: Mapping[str, NoResult]
    columns: Mapping[str, str] = field(default_factory=dict)
    taken: Mapping[str, Num] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    stated: frozenset[str] = frozenset()
    readings: dict[str, Reading] = field(default_factory=dict)

    def sheets(self, panel: str) -> Mapping[str, Mapping[str, Mark]]:
        return _NO_MARKS if panel in self.hidden else self.marks.get(panel, _NO_MARKS)


class Named(NamedTuple):
    """Which input stands at a place: a node's number, or the mark of a seat for an aspect.

    `item` is given where the points are not what is entered, `entries` the aspects entered for it. `word` is what a
    formula calls the node.
    """

    node: str = ""
    key: str = ""
    panel: str = ""
    aspect: str = ""
    seat: str = ""
    item: Aspect | None = None
    entries: tuple[str, ...] = ()
    word: str = ""

    @property
    def aspects(self) -> tuple[str, ...]:
        """What a mark is entered as."""
        return self.entries or (self.aspect,)


class Source(Protocol):
    """`runs`: whether the inputs so far mean anything while others are missing."""

    @property
    def runs(self) -> bool: ...

    def rows(self, situation: Situation) -> Sequence[Row]: ...

    def divisor(self, situation: Situation) -> int: ...

    def names(self, member: int) -> Sequence[Named]: ...


@dataclass(frozen=True, slots=True)
class OfNode:
    """The numbers of one node, gathered as the axes that are taken in lie. Judges are complete or nothing.

    `strict`: what was never begun is told from what is not finished, because the first is left out.
    """

    node: str
    picks: tuple[Pick, ...]
    keys: tuple[tuple[str, ...], ...]
    runs: bool
    strict: bool

    def rows(self, situation: Situation) -> list[Row]:
        reading = situation.readings[self.node]
        numbers, _, complete, begun = reading
        if complete:
            return [(pick(numbers), True) for pick in self.picks]
        if self.strict and begun:
            told: list[Entered] = [HALF if place in begun else number for place, number in enumerate(numbers)]
            return [(row, None not in row and HALF not in row) for row in (pick(told) for pick in self.picks)]
        found = [pick(numbers) for pick in self.picks]
        return [(row, complete if len(self.picks) == 1 else None not in row) for row in found]

    def divisor(self, situation: Situation) -> int:
        return situation.readings[self.node].divisor

    def names(self, member: int) -> list[Named]:
        return [Named(node=self.node, key=key) for key in self.keys[member]]


@dataclass(frozen=True, slots=True)
class OfNodes:
    """The numbers of several nodes side by side, divided out.

    `at`: for each node, which of its members goes with each member here: a single number goes with all of them, one
    judge's figure with each of that judge's attempts.
    """

    nodes: tuple[str, ...]
    keys: tuple[str, ...]
    at: tuple[tuple[int, ...], ...]
    node_keys: tuple[tuple[str, ...], ...]
    strict: bool
    runs: bool = True

    def rows(self, situation: Situation) -> list[Row]:
        readings = [situation.readings[node] for node in self.nodes]
        if len(self.keys) == 1:
            whole = all(reading.complete for reading in readings)
            if self.strict and not whole:
                return [([reading.strictly(0) for reading in readings], False)]
            return [([_at(reading, 0) for reading in readings], whole)]
        found = [self._member(readings, member) for member in range(len(self.keys))]
        return [(row, None not in row and HALF not in row) for row in found]

    def _member(self, readings: Sequence[Reading], member: int) -> list[Entered]:
        """A single number that is not complete is only what is there so far, and goes into no member."""
        if self.strict:
            return [reading.strictly(at[member]) for reading, at in zip(readings, self.at, strict=True)]
        return [
            _at(reading, at[member]) if len(reading.numbers) > 1 or reading.complete else None
            for reading, at in zip(readings, self.at, strict=True)
        ]

    def divisor(self, _situation: Situation) -> int:
        return 1

    def names(self, member: int) -> list[Named]:
        return [
            Named(node=node, key=keys[at[member]])
            for node, at, keys in zip(self.nodes, self.at, self.node_keys, strict=True)
        ]


def _at(reading: Reading, member: int) -> Num | NoResult | Absent | None:
    number = reading.numbers[member]
    if reading.divisor == 1 or number is None or isinstance(number, NoResult | Absent):
        return number
    return divide(number, reading.divisor)


def picker(indices: Sequence[int], whole: int) -> Pick:
    """Takes the numbers at these places of a row that has so many."""
    if tuple(indices) == tuple(range(whole)):
        return lambda row: row
    if len(indices) == 1:
        only = indices[0]
        return lambda row: (row[only],)
    return itemgetter(*indices)
