"""What happened in one contest, told to the judges it concerns: modules, codes, statuses and changes of sheets."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from functools import cache

from domain.codes.events import CodesDecoded, CodesDrawn
from domain.contest.events import BatchSet, EntryWithdrawn, ModuleClosed, ModuleOpened, ModuleReopened, SeatLeft
from domain.decision import Event
from domain.panels.events import PerformanceStated
from domain.streams import parts as parts_of_stream
from judges_console.live.line import Line
from judges_console.sheets import batches
from ledger.store.shapes import Row
from projections.folds.marks import Marks
from web.parts import Parts

log = logging.getLogger(__name__)

ROUND_S = 0.1  # between two rounds: what happens meanwhile shares one
_SLICE = 500  # rows looked at before others get their turn
_OF_INTEREST = {"contest", "codes", "panel"}

Sheets = Callable[[], dict[str, str]]  # code → batch, made when first asked for


class News:
    """`seats`: the lines open in each (panel, seat). Rounds follow the hall, so that both tell the same."""

    def __init__(self, parts: Parts, contest: str) -> None:
        self.seats: dict[tuple[str, str], set[Line]] = {}
        self._parts, self._contest = parts, contest
        self._position = parts.hall.position

    async def run(self) -> None:
        """Until cancelled."""
        with self._parts.hub.watch(self._contest) as changed:
            while True:
                changed.clear()
                try:
                    await self._round()
                except Exception as error:  # noqa: BLE001 - a task nobody waits for must not die unheard
                    log.critical("judges cannot be told what happens: %s", type(error).__name__)
                    for line in self._all():
                        line.hang_up("record-unreadable")
                await asyncio.sleep(ROUND_S)
                await changed.wait()

    async def _round(self) -> None:
        upto = self._parts.hall.position
        while self._position < upto:
            rows = self._parts.record.store.rows(self._position, upto, _SLICE)
            with self._parts.hall.wall(self._contest) as wall:
                sheets = cache(lambda marks=wall.marks: batches(marks))
                for row in rows:
                    self._take(row, wall.marks, sheets)
            self._position = rows[-1][0]
            await asyncio.sleep(0)
        for line in self._all():
            line.own = {position for position in line.own if position > self._position}

    def _take(self, row: Row, marks: Marks, sheets: Sheets) -> None:
        position, stream, _, name, body, _ = row
        kind, *where = parts_of_stream(stream)
        if not where or where[0] != self._contest:
            return
        if kind == "sheet":
            _, panel, code, seat = where
            for line in self.seats.get((panel, seat), ()):
                if position not in line.own:
                    line.tell({code: sheets()[code]})
        elif kind in _OF_INTEREST:
            self._hear(position, where, self._parts.record.codec.decode(name, body), marks, sheets)

    def _hear(self, position: int, where: list[str], event: Event, marks: Marks, sheets: Sheets) -> None:
        match event:
            case ModuleOpened() | ModuleReopened() | ModuleClosed():
                frame = {"t": "module", "id": event.module, "open": not isinstance(event, ModuleClosed)}
                for line in self._of({panel.id for panel in marks.rulebook.panels_of(event.module)}):
                    line.say(frame)
            case SeatLeft():
                for line in self.seats.get((event.panel, event.seat), ()):
                    if line.since < position:  # else it is the next one who sits there
                        line.hang_up("seat-left")
            case PerformanceStated():
                _, panel, code = where
                for line in self._of({panel}):
                    line.tell({code: sheets()[code]})
            case CodesDrawn() | CodesDecoded() | BatchSet() | EntryWithdrawn():
                for line in self._all():
                    line.tell(sheets())

    def _of(self, panels: set[str]) -> Iterable[Line]:
        return [line for (panel, _), lines in self.seats.items() if panel in panels for line in lines]

    def _all(self) -> Iterable[Line]:
        return [line for lines in self.seats.values() for line in lines]
