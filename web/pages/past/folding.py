"""A contest's events up to a moment, and its wall as it hung then: made on a thread, of objects of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.recorded import Recorded
from domain.streams import parts
from ledger.record import Record
from projections.board import Names
from projections.folds.as_of import as_of
from projections.folds.quiet import undisturbed
from projections.wall import Wall, nameless

MICROSECONDS = 1_000_000  # in a second


def moment_of(said: str, zone: str) -> int:
    """A time as typed, "2026-11-20 09:31:07" in the zone or with an offset: official time, µs UTC.

    To the end of that second: what happened in it has happened. Raises: ValueError for what is no time.
    """
    moment = datetime.fromisoformat(said)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
    return int(moment.timestamp() + 1) * MICROSECONDS - 1


def events_of(record: Record, contest: str, upto: int) -> Iterator[Recorded]:
    """One contest's events with positions up to `upto`, in order; the others are not even decoded."""
    for page in record.rows(upto=upto):
        yield from record.codec.recorded([row for row in page if parts(row[1])[1:2] == (contest,)])


def wall_at(record: Record, contest: str, position: int, names: Names = nameless) -> Wall:
    """The wall after the events up to `position`. May take seconds: call it on a thread."""
    with undisturbed():
        return as_of(events_of(record, contest, position), position, Wall(contest, names))
