"""What the files say as events of a record, in the order in which a served contest would have written them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from biwu.scoring.reading.cells import Cell
from biwu.scoring.reading.entries import Entries
from biwu.scoring.reading.pile import Pile
from biwu.scoring.reading.rulings import Rulings
from biwu.scoring.seats import EVERY
from biwu.scoring.sheets import Sheets
from domain import streams
from domain.codes.events import CodesDecoded, CodesDrawn
from domain.contest import events as contest
from domain.notes import Note
from domain.panels.events import PanelSigned, PerformanceStated
from domain.recorded import Recorded
from domain.rulebook.reading import digest
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import ABSENT
from domain.sheets.events import MarkEntered

Happened = tuple[str, Any]  # stream, event


@dataclass(frozen=True, slots=True)
class Files:
    """All that was read. `text` is the rulebook's; `marks_file` and `rulings_file` are the names of those two files."""

    text: str
    rulebook: Rulebook
    entries: Entries
    cells: Sequence[Cell]
    pile: Pile
    seats: array[int]
    sheets: Sheets
    rulings: Rulings
    rulings_file: str = ""
    marks_file: str = ""


class Record:
    """The events, counted from 1, to be gone through as often as needed; `line` finds a mark's line again."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._id = files.rulebook.id
        self._before = list(self._beforehand())
        self._lines = array("q")
        self._streams: dict[tuple[int, str, int], str] = {}

    def __iter__(self) -> Iterator[Recorded]:
        self._lines = array("q")
        happened = chain(self._before, self._marks(), self._afterwards())
        for position, (stream, event) in enumerate(happened, start=1):
            yield Recorded(position, stream, 0, 0, event)

    @property
    def files(self) -> Files:
        """What the events say, as it was read."""
        return self._files

    def line(self, position: int) -> int:
        """The line of the file of marks behind the mark at this position; 0 for one that no line says."""
        place = position - len(self._before) - 1
        return self._lines[place] if 0 <= place < len(self._lines) else 0

    def _beforehand(self) -> Iterator[Happened]:
        files, rulebook = self._files, self._files.rulebook
        own, codes = streams.contest(self._id), streams.codes(self._id)
        yield own, contest.ContestOpened(rulebook.title.zh, rulebook.title.en, "UTC", drill=False)
        yield own, contest.RulebookFixed(1, digest(files.text), files.text)
        for entry in files.entries.rows:
            group, category = entry.columns.get("group", ""), entry.columns.get("category", "")
            yield own, contest.EntryRegistered(entry.id, entry.id, group, category, b"")
            yield own, contest.EntryDescribed(entry.id, tuple(entry.columns.items()), entry.official)
        yield codes, CodesDrawn(tuple((entry.code, entry.id) for entry in files.entries.rows), b"")
        for module in rulebook.modules:
            yield own, contest.ModuleOpened(module.id, 1)

    def _marks(self) -> Iterator[Happened]:
        files, pile = self._files, self._files.pile
        known: dict[tuple[str, str], MarkEntered] = {}  # nobody changes an event: equal ones may be one
        for (entry, index, _, place), seat in zip(pile.rows(), files.seats, strict=True):
            cell, value = files.cells[index], pile.values[place]
            if value == ABSENT.value and (entry, index) in files.sheets.waiting:
                continue
            event = known.get((cell.aspect.id, value))
            if event is None:
                event = known[cell.aspect.id, value] = MarkEntered(cell.aspect.id, value, 1, 0, 0)
            for each in range(len(cell.panel.seats)) if seat == EVERY else (seat,):
                self._lines.append(pile.lines[place])
                yield self._sheet(entry, cell, each), event
        for entry, index, seat in files.sheets.absent:
            cell = files.cells[index]
            yield self._sheet(entry, cell, seat), MarkEntered(cell.aspect.id, ABSENT.value, 1, 0, 0)

    def _sheet(self, entry: int, cell: Cell, seat: int) -> str:
        key = (entry, cell.panel.id, seat)
        found = self._streams.get(key)
        if found is None:
            code = self._files.entries.rows[entry].code
            sheet = streams.SheetKey(self._id, cell.panel.id, code, cell.panel.seats[seat])
            found = self._streams[key] = streams.sheet(sheet)
        return found

    def _afterwards(self) -> Iterator[Happened]:
        files, rulings = self._files, self._files.rulings
        yield from self._stated()
        for entry, panel in files.sheets.complete:
            yield self._panel(entry, panel), PanelSigned()
        own, ids = streams.contest(self._id), [entry.id for entry in files.entries.rows]
        withdrawn = {**dict.fromkeys(files.pile.withdrawn, 0), **dict(rulings.withdrawn)}
        for entry, line in withdrawn.items():
            yield own, contest.EntryWithdrawn(ids[entry], self._note(line))
        if rulings.cuts:
            yield own, contest.CutsDecided(tuple(rulings.cuts.items()))
        for entry, points, node, line in rulings.taken:
            yield own, contest.DeductionMade(ids[entry], points, self._note(line), node)
        for stage, turns in rulings.turns.items():
            for order in _orders(turns):
                yield own, contest.TieDecided(tuple(ids[entry] for entry in order), self._note(0), stage)
        for stage, entries in rulings.advanced.items():
            yield (
                own,
                contest.AdvanceDecided(
                    stage, tuple(sorted(ids[entry] for entry in entries)), self._note(0), beside=True
                ),
            )
        yield streams.codes(self._id), CodesDecoded((), (), b"")

    def _stated(self) -> Iterator[Happened]:
        """Every panel of the module is told; a ruling comes after what the marks said, and so it stands."""
        files = self._files
        stated = [(entry, module, word, 0) for (entry, module), (word, _) in files.pile.statuses.items()]
        for entry, modules, word, line in files.rulings.stated:
            stated += [(entry, module, word, line) for module in modules]
        for entry, module, word, line in stated:
            for panel in files.rulebook.panels_of(module):
                yield self._panel(entry, panel.id), PerformanceStated(word, self._note(line))

    def _panel(self, entry: int, panel: str) -> str:
        return streams.panel(streams.PanelKey(self._id, panel, self._files.entries.rows[entry].code))

    def _note(self, line: int) -> Note:
        """Where the reason stands: no text lies in a record."""
        return Note(f"{self._files.rulings_file}:{line}" if line else self._files.rulings_file, b"")


def _orders(of_stage: Mapping[int, list[int]]) -> Iterable[list[int]]:
    """Decided orders in which everybody stands at just the turn decided: several ties may have a first each."""
    turns = [of_stage[turn] for turn in sorted(of_stage)]
    for place in range(max(map(len, turns), default=0)):
        yield [turn[min(place, len(turn) - 1)] for turn in turns]
