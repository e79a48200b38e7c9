"""What judges of one panel gave for the same: their marks side by side, in points where they are points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.rulebook.aspects import (
    Aspect,
    FaultAspect,
    IndicatorAspect,
    MeasuredAspect,
    TimeAspect,
    VoidingAspect,
)
from domain.rulebook.panels import Panel
from domain.rulebook.parts import Words
from domain.scoring.judges.strictness import TWO_JUDGES
from domain.scoring.numbers import ZERO, Num
from domain.scoring.tree.points import Points, points
from projections.folds.marks import Marks
from projections.folds.work import Work

Column = tuple[tuple[str, Num], ...]  # (seat, points) of those who marked one aspect of one work


@dataclass(frozen=True, slots=True)
class Sheets:
    """All points of a panel, or (`only` is its title) one measured aspect in its own unit.

    `by_code` has for each code a column for each aspect; `entered` how many marks each seat has given.
    """

    panel: Panel
    only: Words | None
    by_code: tuple[tuple[Column, ...], ...]
    entered: dict[str, int]


def sheets(marks: Marks) -> list[Sheets]:
    """A copy of all marks of panels with several judges. Raises: LookupError while no rulebook is fixed."""
    found = []
    for panel in marks.rulebook.panels:
        if len(panel.seats) < TWO_JUDGES:
            continue
        works = [each[panel.id] for _, each in sorted(marks.works.items()) if panel.id in each]
        found += [_sheets(panel, only, aspects, works) for only, aspects in _comparable(panel)]
    return [each for each in found if each.entered]


def _comparable(panel: Panel) -> Iterator[tuple[Words | None, list[Aspect]]]:
    """Aspects in points together; what is measured in a unit of its own, each by itself."""
    items = {
        item.id: (_is_apart(item), item.title, [each for tried in panel.tries for each in panel.cells(item, tried)])
        for item in panel.items
    }
    together = [each for apart, _, aspects in items.values() if not apart for each in aspects]
    if together:
        yield None, together
    yield from ((title, aspects) for apart, title, aspects in items.values() if apart)


def _is_apart(item: Aspect) -> bool:
    rate = isinstance(item, IndicatorAspect) and item.worth is None
    return rate or isinstance(item, TimeAspect | MeasuredAspect | VoidingAspect)


def _sheets(panel: Panel, only: Words | None, aspects: Sequence[Aspect], works: Sequence[Work]) -> Sheets:
    entered = dict.fromkeys(panel.seats, 0)
    worth = [(aspect, points(aspect)) for aspect in aspects]
    by_code = []
    for work in works:
        marked = {seat for of in work.marks.values() for seat, mark in of.items() if isinstance(mark, Decimal)}
        columns = tuple(_column(panel, work, aspect, of, marked) for aspect, of in worth)
        by_code.append(columns)
        for aspect in aspects:
            for seat, mark in work.marks.get(aspect.id, {}).items():
                if isinstance(mark, Decimal) and seat in entered:
                    entered[seat] += 1
    return Sheets(panel, only, tuple(by_code), entered if any(entered.values()) else {})


def _column(panel: Panel, work: Work, aspect: Aspect, of: Points | None, marked: set[str]) -> Column:
    """A fault that a judge who has marked the sheet did not enter was not found.

    Rule: docs/rules/fault-sheet.md
    """
    given = work.marks.get(aspect.id, {})
    found = []
    for seat in panel.seats:
        mark = given.get(seat, ZERO if isinstance(aspect, FaultAspect) and seat in marked else None)
        if isinstance(mark, Decimal):
            found.append((seat, mark if of is None else of(mark)))
    return tuple(found)
