"""From judges to seats: named seats are their own, numbered ones are taken in the natural order of the judges' names.

At most as many judges as seats in the whole file: each has one seat for good. More (panels that change): those of one
entry, of one attempt, or in the end of one cell take the seats, whichever is the widest that fits.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from biwu.scoring.reading.cells import Cell
from biwu.scoring.reading.faults import Faults
from biwu.scoring.reading.pile import ALL, Pile
from domain.rulebook.nodes.inputs import AcrossField
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.shapes import shapes

EVERY = -1  # the seat of a mark that stands for all of them

_Work = tuple[int, str]  # entry, panel id
_DIGITS = re.compile(r"([0-9]+)", re.ASCII)


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """A key to sort names by: J2 before J10."""
    return tuple((int(part), "") if part.isascii() and part.isdecimal() else (-1, part) for part in _DIGITS.split(name))


def seats(pile: Pile, cells: Sequence[Cell], rulebook: Rulebook, file: str, faults: Faults) -> array[int]:
    """For each mark of the pile the place of its seat in the panel, or EVERY."""
    found = array("h", bytes(2 * len(pile)))
    fixed, changing = _fixed(pile, cells)
    works: dict[_Work, list[int]] = {}
    for entry, cell, judge, place in pile.rows():
        panel = cells[cell].panel
        if judge == ALL:
            found[place] = EVERY
        elif panel.name in changing:
            works.setdefault((entry, panel.id), []).append(place)
        else:
            found[place] = fixed[panel.name][judge]
    for written in sorted(changing & (against_each_other(rulebook) if changing else set())):
        _too_many_for_good(written, pile, cells, file, faults)
    changed = _Changing(pile, cells, file, faults, found)
    for marks in works.values():
        changed.seat(marks)
    return found


def _fixed(pile: Pile, cells: Sequence[Cell]) -> tuple[dict[str, dict[int, int]], set[str]]:
    """Written panel → judge → seat; and the panels that have more judges than seats."""
    judges: dict[str, set[int]] = {}
    by_cell = [judges.setdefault(cell.panel.name, set()) for cell in cells]
    for cell, judge in set(zip(pile.cells, pile.by, strict=True)):
        by_cell[cell].add(judge)
    named = {cell.panel.name: cell.panel.seats for cell in cells}
    fixed, changing = {}, set()
    for panel, present in judges.items():
        names = {judge: pile.judges[judge] for judge in present - {ALL}}
        own = {seat: place for place, seat in enumerate(named[panel])}
        if set(names.values()) <= set(own):
            fixed[panel] = {judge: own[name] for judge, name in names.items()}
        elif len(names) <= len(own):
            fixed[panel] = _in_order(names)
        else:
            changing.add(panel)
    return fixed, changing


def against_each_other(rulebook: Rulebook) -> set[str]:
    """The written panels in which a node sets entries against each other judge by judge: there a seat is one person."""
    panels = {panel.id: panel for panel in rulebook.panels}
    known, under = shapes(rulebook.nodes, panels), dict[str, set[str]]()
    found: set[str] = set()
    for name, shape in known.items():
        node = rulebook.nodes[name]
        own = getattr(node, "panel", None)
        under[name] = ({panels[own].name} if own else set()).union(*(under[child] for child in node.children))
        if isinstance(node, AcrossField) and "judges" in [axis for axis, names in shape.along if len(names) > 1]:
            found |= under[name]
    return found


def _too_many_for_good(panel: str, pile: Pile, cells: Sequence[Cell], file: str, faults: Faults) -> None:
    """More judges' names than seats, where each judge's column counts by itself: one name is probably misspelt."""
    marks = [
        (judge, place) for _, cell, judge, place in pile.rows() if cells[cell].panel.name == panel and judge != ALL
    ]
    used = Counter(judge for judge, _ in marks)
    rarest = min(used, key=lambda judge: (used[judge], natural(pile.judges[judge])))
    place = next(place for judge, place in marks if judge == rarest)
    size = len(next(cell.panel for cell in cells if cell.panel.name == panel).seats)
    who = ", ".join(sorted((pile.judges[judge] for judge in used), key=natural))
    zh = f"评分组 {panel} 只有 {size} 席，全表却有 {len(used)} 名裁判（{who}）；这里按裁判逐列比较，每席须是同一人"
    en = f"{len(used)} judges in the file, the panel {panel} has {size} seats, each one person here: {who}"
    faults.add(file, pile.lines[place], "judge", (zh, en))


def _in_order(names: Mapping[int, str]) -> dict[int, int]:
    return {judge: seat for seat, judge in enumerate(sorted(names, key=lambda judge: natural(names[judge])))}


class _Changing:
    """Seats for panels whose judges change between entries, attempts or cells."""

    def __init__(self, pile: Pile, cells: Sequence[Cell], file: str, faults: Faults, found: array[int]) -> None:
        self._pile, self._cells, self._file, self._faults, self._found = pile, cells, file, faults, found

    def seat(self, marks: list[int]) -> None:
        """The marks of one entry in one panel."""
        self._within(marks, (self._attempt, self._cell))

    def _within(self, marks: list[int], narrower: Sequence[Callable[[int], object]]) -> None:
        """All of these marks' judges side by side if there are seats enough; else the marks in smaller parts."""
        names = {self._pile.by[mark]: self._pile.judges[self._pile.by[mark]] for mark in marks}
        if len(names) <= len(self._cells[self._pile.cells[marks[0]]].panel.seats):
            seat_of = _in_order(names)
            for mark in marks:
                self._found[mark] = seat_of[self._pile.by[mark]]
        elif narrower:
            parts: dict[object, list[int]] = {}
            for mark in marks:
                parts.setdefault(narrower[0](mark), []).append(mark)
            for part in parts.values():
                self._within(part, narrower[1:])
        else:
            self._too_many(marks[-1], sorted(names.values(), key=natural))

    def _attempt(self, mark: int) -> str:
        return self._cells[self._pile.cells[mark]].attempt

    def _cell(self, mark: int) -> int:
        return self._pile.cells[mark]

    def _too_many(self, mark: int, judges: Sequence[str]) -> None:
        panel = self._cells[self._pile.cells[mark]].panel
        size, who = len(panel.seats), ", ".join(judges)
        zh = f"评分组 {panel.name} 只有 {size} 席，此格却有 {len(judges)} 名裁判：{who}"
        en = f"{len(judges)} judges for one cell, the panel {panel.name} has {size} seats: {who}"
        self._faults.add(self._file, self._pile.lines[mark], "judge", (zh, en))
