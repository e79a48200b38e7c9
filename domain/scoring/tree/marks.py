"""A panel's marks as inputs: points of attempts, aspects and judges, gathered as a node takes them in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import chain
from operator import itemgetter

from domain.rulebook.aspects import Aspect, FaultItemAspect, MeasuredAspect, TimeAspect
from domain.rulebook.panels import Panel
from domain.scoring.numbers import NO_RESULT, ZERO, Absent, Mark, NoResult, Num
from domain.scoring.tree.points import Points, fault_points, points
from domain.scoring.tree.sources import Entered, Named, Pick, Row, Situation

_Sheets = Mapping[str, Mapping[str, Mark]]


class Filled(Enum):
    """Stands for what each aspect counts where a status says that the unmarked counts."""

    FILLED = "filled"


FILLED = Filled.FILLED
Blank = NoResult | Filled | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One aspect of one attempt: what is entered for it (several faults of one item, or the aspect) and its points."""

    item: Aspect
    aspects: tuple[str, ...]
    blank: Num | NoResult  # what it counts where a status says that what is not marked counts
    points: Points | None
    of_faults: Callable[[Sequence[Decimal | None]], Num] | None


def cells_of(panel: Panel, picked: Sequence[str]) -> tuple[Cell, ...]:
    """All cells of the picked aspects (none picked: of all), attempt by attempt."""
    return tuple(
        Cell(
            item,
            tuple(each.id for each in panel.cells(item, attempt)),
            _blank(item, panel),
            points(item),
            fault_points(item) if isinstance(item, FaultItemAspect) and item.faults else None,
        )
        for attempt in panel.tries
        for item in panel.items
        if not picked or item.id in picked
    )


def _blank(item: Aspect, panel: Panel) -> Num | NoResult:
    """What an unmarked aspect is where a status makes what was marked count: no points, but never a time of zero.

    A single measurement that was not made is no result either; of several attempts it is one more that brought nothing.

    Rule: docs/rules/statuses.md
    """
    single = isinstance(item, MeasuredAspect) and panel.attempts == 1
    return NO_RESULT if single or isinstance(item, TimeAspect) else ZERO


@dataclass(frozen=True, slots=True)
class OfPanel:
    """For each cell the points of all seats; with `picks` gathered otherwise than judge by judge.

    What no seat has marked is zero in a filled panel; some is never all. `pick` takes the seats' marks in their order,
    and fails with KeyError where one is missing.
    """

    panel: str
    cells: tuple[Cell, ...]
    seats: tuple[str, ...]
    pick: Callable[[Mapping[str, Mark]], Sequence[Mark]]
    picks: tuple[Pick, ...]
    places: tuple[tuple[int, ...], ...]
    plain: tuple[str, ...] | None  # the aspects, where every mark is its points and is taken judge by judge
    runs: bool = False

    def rows(self, situation: Situation) -> Sequence[Row]:
        sheets = situation.sheets(self.panel)
        blank = None if self.panel in situation.hidden else self._blank(situation)
        if self.plain is not None:
            return self._plain(self.plain, sheets, blank)
        by_cell = [self._cell(cell, sheets, blank) for cell in self.cells]
        if not self.picks:
            return by_cell
        flat = tuple(chain.from_iterable(row for row, _ in by_cell))
        found = [pick(flat) for pick in self.picks]
        return [(row, None not in row) for row in found]

    def _blank(self, situation: Situation) -> Blank:
        """What stands where nobody has marked: nothing yet, unless a status has closed or filled the panel."""
        if self.panel in situation.filled:
            return FILLED
        return situation.closed.get(self.panel)

    def _plain(self, aspects: Sequence[str], sheets: _Sheets, blank: Blank) -> list[Row]:
        """The usual panel: every mark is its points, taken judge by judge."""
        pick, found = self.pick, list[Row]()
        for place, aspect in enumerate(aspects):
            try:
                found.append((pick(sheets[aspect]), True))
            except KeyError:
                found.append(self._cell(self.cells[place], sheets, blank))
        return found

    def _cell(self, cell: Cell, sheets: _Sheets, blank: Blank) -> Row:
        if cell.of_faults is not None:
            return self._faults(cell, cell.of_faults, sheets, blank)
        marks = sheets.get(cell.aspects[0])
        if not marks:
            return (cell.blank if blank is FILLED else blank,) * len(self.seats), blank is not None
        try:
            row, whole = self.pick(marks), True
        except KeyError:  # in a filled panel some is never all; in a closed one nobody is waited for
            other = blank if isinstance(blank, NoResult) else None
            row = [marks.get(seat, other) for seat in self.seats]  # type: ignore[arg-type]  # None: no mark
            whole = other is not None
        if cell.points is None:
            return row, whole
        return [cell.points(mark) if isinstance(mark, Decimal) else mark for mark in row], whole

    def _faults(
        self,
        cell: Cell,
        of: Callable[[Sequence[Decimal | None]], Num],
        sheets: _Sheets,
        blank: Blank,
    ) -> Row:
        """A seat that has marked anything on its sheet has found no other fault than those it entered."""
        marked = {seat for marks in sheets.values() for seat in marks}
        row: list[Entered] = []
        for seat in self.seats:
            lost = [sheets.get(aspect, {}).get(seat) for aspect in cell.aspects]
            said = next((each for each in lost if isinstance(each, NoResult | Absent)), None)
            if said is not None:
                row.append(said)
            elif seat in marked:
                row.append(of(lost))  # type: ignore[arg-type]  # neither of the two is left
            else:
                row.append(blank if blank is not FILLED else None if marked else ZERO)
        return row, None not in row

    def divisor(self, _situation: Situation) -> int:
        return 1

    def names(self, member: int) -> list[Named]:
        if not self.picks:
            return [self._name(member, place) for place in range(len(self.seats))]
        return [self._name(*divmod(place, len(self.seats))) for place in self.places[member]]

    def _name(self, cell: int, seat: int) -> Named:
        """Whose mark it is; where it became points, also of what."""
        of = self.cells[cell]
        named = Named(panel=self.panel, aspect=of.aspects[0], seat=self.seats[seat])
        if of.points is None and of.of_faults is None:
            return named
        return named._replace(item=of.item, entries=of.aspects)


def of_panel(
    panel: Panel, picked: Sequence[str], picks: tuple[Pick, ...], places: tuple[tuple[int, ...], ...]
) -> OfPanel:
    """The source; without `picks` judge by judge for each cell."""
    first, *others = panel.seats
    taking = itemgetter(first, *others) if others else lambda marks: (marks[first],)
    cells = cells_of(panel, picked)
    usual = not picks and all(cell.points is None and cell.of_faults is None for cell in cells)
    plain = tuple(cell.aspects[0] for cell in cells) if usual else None
    return OfPanel(panel.id, cells, panel.seats, taking, picks, places, plain, runs=False)
