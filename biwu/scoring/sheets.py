"""What a pile of marks comes to, sheet by sheet: who was absent, and which panels are complete."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from biwu.scoring.reading.cells import Cell
from biwu.scoring.reading.faults import Faults
from biwu.scoring.reading.pile import ALL, Pile
from biwu.scoring.seats import EVERY
from domain.rulebook.aspects import FaultAspect
from domain.rulebook.panels import Panel
from domain.scoring.numbers import ABSENT

_Place = tuple[int, int]  # entry, cell
_NAMED = 5  # lines a fault names


@dataclass(slots=True)
class Sheets:
    """`absent`: (entry, cell, seat) of a judge the panel goes on without, where the file does not say so.

    `waiting`: cells with fewer judges than the quorum, where nobody counts as absent. `complete`: (entry, panel id).
    """

    absent: list[tuple[int, int, int]] = field(default_factory=list)
    waiting: set[_Place] = field(default_factory=set)
    complete: list[tuple[int, str]] = field(default_factory=list)


def sheets(pile: Pile, seats: array[int], cells: Sequence[Cell], file: str, faults: Faults) -> Sheets:
    """Faults: a status for all seats of a cell that has a mark as well."""
    _twice(pile, cells, file, faults)
    marked: dict[_Place, int] = {}
    present: dict[_Place, int] = {}
    for (entry, cell, _, place), seat in zip(pile.rows(), seats, strict=True):
        bits = _all(cells[cell].panel) if seat == EVERY else 1 << seat
        marked[entry, cell] = marked.get((entry, cell), 0) | bits
        if cells[cell].panel.absent == "mean_of_present" and pile.values[place] != ABSENT.value:
            present[entry, cell] = present.get((entry, cell), 0) | bits
    found = Sheets()
    for where, bits in list(marked.items()):
        panel = cells[where[1]].panel
        if panel.absent == "mean_of_present":
            _absent(where, panel, bits, present.get(where, 0), found)
            marked[where] = _all(panel) if where not in found.waiting else bits
    found.complete = list(_complete(marked, cells))
    return found


def _all(panel: Panel) -> int:
    return (1 << len(panel.seats)) - 1


def _absent(where: _Place, panel: Panel, marked: int, present: int, found: Sheets) -> None:
    """Rule: docs/rules/absent-judge.md."""
    if present.bit_count() < panel.quorum:
        found.waiting.add(where)
    else:
        found.absent += [(*where, seat) for seat in range(len(panel.seats)) if not marked >> seat & 1]


def _complete(marked: dict[_Place, int], cells: Sequence[Cell]) -> Iterator[tuple[int, str]]:
    """Every seat has marked every aspect; of a fault sheet it is enough that the seat has marked anything."""
    due: dict[str, int] = {}
    for cell in cells:
        due[cell.panel.id] = due.get(cell.panel.id, 0) + (not isinstance(cell.aspect, FaultAspect))
    whole: dict[tuple[int, str], int] = {}
    anything: dict[tuple[int, str], int] = {}
    panels = {cell.panel.id: cell.panel for cell in cells}
    for (entry, index), bits in marked.items():
        cell = cells[index]
        work = (entry, cell.panel.id)
        anything[work] = anything.get(work, 0) | bits
        full = bits == _all(cell.panel) and not isinstance(cell.aspect, FaultAspect)
        whole[work] = whole.get(work, 0) + full
    for work, bits in anything.items():
        if bits == _all(panels[work[1]]) and whole[work] == due[work[1]]:
            yield work


def _twice(pile: Pile, cells: Sequence[Cell], file: str, faults: Faults) -> None:
    """One fault for each status of a cell beside which judges' marks of it stand, in its own line."""
    of_all = {(entry, cell): place for entry, cell, judge, place in pile.rows() if judge == ALL}
    if not of_all:
        return
    beside: dict[_Place, list[int]] = {}
    for entry, cell, judge, place in pile.rows():
        if judge != ALL and (entry, cell) in of_all:
            beside.setdefault((entry, cell), []).append(pile.lines[place])
    for where, lines in beside.items():
        aspect, also = cells[where[1]].aspect.id, _numbers(lines)
        zh = f"此状态是整格的（{aspect}），但第 {also} 行已有裁判的分数"
        en = f"a status of the whole cell ({aspect}), but judges' marks of it stand in line {also}"
        faults.add(file, pile.lines[of_all[where]], "value", (zh, en))


def _numbers(lines: Sequence[int]) -> str:
    return ", ".join(map(str, lines[:_NAMED])) + (" …" if len(lines) > _NAMED else "")
