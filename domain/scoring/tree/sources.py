"""Where a node's inputs come from: a panel's marks along one axis, a family of another node, or several nodes.

A source gives for each member of the node's family the inputs, None where one is missing, and whether all are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Protocol

from domain.rulebook.nodes import AnyNode, MarkNode, WeightedSumNode
from domain.rulebook.panels import Panel
from domain.rulebook.shapes import Panels, Shape
from domain.scoring.numbers import ZERO, Num
from domain.scoring.scored import Marks

Row = tuple[Sequence[Num | None], bool]
_NOTHING: Mapping[str, Mapping[str, Num]] = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """A node's value while evaluating: its numbers, each still to be divided by `divisor`; missing ones None.

    Of a single number that is not `complete` the number is what is there so far.
    """

    numbers: Sequence[Num | None]
    divisor: int
    complete: bool


@dataclass(slots=True)
class Situation:
    """One entry while evaluated; `hidden` panels are not released, in `filled` ones an unmarked aspect is zero."""

    marks: Marks
    hidden: frozenset[str]
    filled: frozenset[str]
    readings: dict[str, Reading] = field(default_factory=dict)

    def sheets(self, panel: str) -> Mapping[str, Mapping[str, Num]]:
        return _NOTHING if panel in self.hidden else self.marks.get(panel, _NOTHING)


@dataclass(frozen=True, slots=True)
class Named:
    """Which input stands at a place: a node's number, or the mark of a seat for an aspect."""

    node: str = ""
    key: str = ""
    panel: str = ""
    aspect: str = ""
    seat: str = ""


class Source(Protocol):
    """`runs`: whether the inputs so far mean anything while others are missing."""

    @property
    def runs(self) -> bool: ...

    def rows(self, situation: Situation) -> Sequence[Row]: ...

    def divisor(self, situation: Situation) -> int: ...

    def names(self, member: int) -> Sequence[Named]: ...


@dataclass(frozen=True, slots=True)
class OverJudges:
    """For each aspect the marks of all seats. What no seat has marked is zero in a filled panel; some is never all.

    `pick` takes the seats' marks in their order, and fails with KeyError where one is missing.
    """

    panel: str
    aspects: tuple[str, ...]
    seats: tuple[str, ...]
    pick: Callable[[Mapping[str, Num]], Sequence[Num]]
    runs: bool = False

    def rows(self, situation: Situation) -> list[Row]:
        sheets, rows = situation.sheets(self.panel), list[Row]()
        for aspect in self.aspects:
            marks = sheets.get(aspect)
            if not marks:
                zeros = self.panel in situation.filled and self.panel not in situation.hidden
                rows.append(((ZERO if zeros else None,) * len(self.seats), zeros))
                continue
            try:
                rows.append((self.pick(marks), True))
            except KeyError:
                rows.append(([marks.get(seat) for seat in self.seats], False))
        return rows

    def divisor(self, _situation: Situation) -> int:
        return 1

    def names(self, member: int) -> list[Named]:
        return [Named(panel=self.panel, aspect=self.aspects[member], seat=seat) for seat in self.seats]


@dataclass(frozen=True, slots=True)
class OverAspects:
    """For each seat its marks of all aspects: one judge's sheet."""

    marks: OverJudges
    runs: bool = False

    def rows(self, situation: Situation) -> list[Row]:
        by_aspect = [row for row, _ in self.marks.rows(situation)]
        return [(sheet, None not in sheet) for sheet in zip(*by_aspect, strict=True)]

    def divisor(self, _situation: Situation) -> int:
        return 1

    def names(self, member: int) -> list[Named]:
        seat = self.marks.seats[member]
        return [Named(panel=self.marks.panel, aspect=aspect, seat=seat) for aspect in self.marks.aspects]


@dataclass(frozen=True, slots=True)
class OverFamily:
    """All numbers of one family node. Judges are complete or nothing; aspects may be added up as they come."""

    node: str
    keys: tuple[str, ...]
    runs: bool

    def rows(self, situation: Situation) -> list[Row]:
        reading = situation.readings[self.node]
        return [(reading.numbers, reading.complete)]

    def divisor(self, situation: Situation) -> int:
        return situation.readings[self.node].divisor

    def names(self, _member: int) -> list[Named]:
        return [Named(node=self.node, key=key) for key in self.keys]


@dataclass(frozen=True, slots=True)
class OverNodes:
    """The numbers of several nodes, each one number and divided out."""

    nodes: tuple[str, ...]
    runs: bool = True

    def rows(self, situation: Situation) -> list[Row]:
        readings = [situation.readings[node] for node in self.nodes]
        return [([reading.numbers[0] for reading in readings], all(reading.complete for reading in readings))]

    def divisor(self, _situation: Situation) -> int:
        return 1

    def names(self, _member: int) -> list[Named]:
        return [Named(node=node) for node in self.nodes]


def source(node: AnyNode, panels: Panels, known: Mapping[str, Shape]) -> Source:
    """Where this node reads its inputs; the tree must fit (`shapes` has seen it)."""
    if isinstance(node, WeightedSumNode):
        return OverNodes(node.children)
    if node.panel is None:
        only = node.of[0]
        return OverNodes(node.of) if node.over is None else OverFamily(only, known[only].keys, node.over == "aspects")
    panel = panels[node.panel]
    if isinstance(node, MarkNode) and node.aspect is not None:
        return _over_judges(panel, (node.aspect,))
    marks = _over_judges(panel, tuple(aspect.id for aspect in panel.aspects))
    return OverAspects(marks) if not isinstance(node, MarkNode) and node.over == "aspects" else marks


def _over_judges(panel: Panel, aspects: tuple[str, ...]) -> OverJudges:
    first, *others = panel.seats
    if others:
        return OverJudges(panel.id, aspects, panel.seats, itemgetter(first, *others))
    return OverJudges(panel.id, aspects, panel.seats, lambda marks: (marks[first],))
