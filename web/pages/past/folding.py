"""A contest's events up to a position, and its wall as it hung then: made on a thread, of objects of its own."""

from __future__ import annotations

from collections.abc import Iterator

from domain.streams import parts
from ledger.codec import Recorded
from ledger.record import Record
from projections.board import Names
from projections.folds.as_of import as_of
from projections.wall import Wall, nameless


def events_of(record: Record, contest: str, upto: int) -> Iterator[Recorded]:
    """One contest's events with positions up to `upto`, in order; the others are not even decoded."""
    for page in record.rows(upto=upto):
        yield from record.codec.recorded(row for row in page if parts(row[1])[1:2] == (contest,))


def wall_at(record: Record, contest: str, position: int, names: Names = nameless) -> Wall:
    """The wall after the events up to `position`. May take seconds: call it on a thread."""
    return as_of(events_of(record, contest, position), position, Wall(contest, names))
