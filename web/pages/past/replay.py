"""Replay: the contest as it stood at any earlier moment, folded on a thread from a record that is only read."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import Response

from domain import streams
from domain.codes.events import CodesDecoded
from domain.contest.events import ModuleClosed, ModuleOpened, ModuleReopened
from domain.recorded import Recorded
from domain.rulebook.rulebook import Rulebook
from ledger.record import Record
from projections.board import Names
from projections.journal.lines import Line, journal
from projections.rows.view import Plain
from web.pages.organiser.visit import JURY, STAFF, Visit, at_desk
from web.pages.past.folding import MICROSECONDS, moment_of, wall_at
from web.people import public_names
from web.rendering import language_of


@dataclass(frozen=True, slots=True)
class Moment:
    """The wall as of `position`, whose last event was at `at`: the public board, and the jury's standings if asked."""

    position: int
    at: int
    board: Plain
    standings: Plain | None


def moment_at(record: Record, contest: str, position: int, names: Names, *, for_jury: bool) -> Moment:
    """May take seconds in a long record: call it on a thread."""
    wall = wall_at(record, contest, position, names)
    standings = wall.standings.view().plain() if for_jury else None
    return Moment(wall.marks.position, wall.marks.at, wall.board.view().plain(), standings)


@at_desk("replay", *STAFF)
async def replay_page(visit: Visit) -> Response:
    """GET /desk/{contest}/replay: `at` a position of the record, or `time` in the contest's zone; else the latest."""
    record = visit.parts.record
    with visit.parts.hall.wall(visit.contest) as wall:
        last, zone, rulebook = wall.marks.position, wall.marks.contest.zone, wall.marks.contest.rulebook
    first = record.stream(streams.contest(visit.contest))[0].position
    wanted = _wanted(visit, record, zone)
    position = min(max(wanted or last, first), last)
    names = public_names(visit.parts.registry)
    for_jury = visit.holds(*JURY)
    shown = await asyncio.to_thread(moment_at, record, visit.contest, position, names, for_jury=for_jury)
    known: dict[str, Any] = {
        "shown": shown,
        "first": first,
        "last": last,
        "before": _beside(record, visit.contest, shown.position, first, -1),
        "after": _beside(record, visit.contest, shown.position, last, 1),
        "steps": [_step(visit, line, rulebook) for line in steps(record, visit.contest)],
        "local_time": _local(shown.at, zone),
    }
    return visit.show("past/replay.html", **known)


def steps(record: Record, contest: str) -> list[Line]:
    """The moments one wants to go back to: modules opened and closed, and what happened to codes and result."""
    kept = (ModuleOpened, ModuleClosed, ModuleReopened, CodesDecoded)
    own = chain(record.stream(streams.contest(contest)), record.stream(streams.codes(contest)))
    chosen: list[Recorded] = [one for one in own if isinstance(one.event, kept)]
    chosen += record.stream(streams.publication(contest))
    return list(journal(sorted(chosen, key=lambda one: one.position), contest))


def _step(visit: Visit, line: Line, rulebook: Rulebook | None) -> Plain:
    words = line.words(language_of(visit.request), rulebook)
    return {"position": line.position, "at": line.at, "words": words}


def _wanted(visit: Visit, record: Record, zone: str) -> int:
    """The position asked for, by number or by time; 0 for neither."""
    said = visit.request.query_params.get("time", "")
    if not said:
        return visit.asked("at")
    try:
        return max(1, record.position_at(moment_of(said, zone or "UTC")))
    except ValueError:
        return visit.asked("at")


def _beside(record: Record, contest: str, position: int, end: int, way: int) -> int:
    """The position of the contest's next event that way; the same one at the end."""
    reach = 1000
    while position != end:
        after = position if way > 0 else max(position - reach - 1, 0)
        upto = position + reach if way > 0 else position - 1
        own = [row[0] for page in record.rows(after, upto) for row in page if streams.parts(row[1])[1:2] == (contest,)]
        if own:
            return own[0] if way > 0 else own[-1]
        position = min(upto, end) if way > 0 else max(after + 1, end)
    return end


def _local(at: int, zone: str) -> str:
    """As a time field wants it: 2026-11-20T09:31:07."""
    return f"{datetime.fromtimestamp(at // MICROSECONDS, ZoneInfo(zone or 'UTC')):%Y-%m-%dT%H:%M:%S}"
