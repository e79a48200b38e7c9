"""The record in one SQLite file, kept by eventsourcing's recorder with receipts, claims and chain beside the events."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain as flat
from itertools import islice
from pathlib import Path
from typing import Any

from eventsourcing.persistence import IntegrityError, PersistenceError, StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder, SQLiteCursor

from domain.errors import Conflict
from ledger.errors import NoRecord, WriteFailed
from ledger.store import connections, schema
from ledger.store.connections import cause
from ledger.store.reading import SQLiteReading
from ledger.store.shapes import Batch

FILE = "record.sqlite"

# rows in one INSERT. One statement for many rows: sqlite3 lets go of Python's lock at every step, and beside a busy
# event loop each row of an executemany would wait for a turn (measured: 7 ms a mark against 0.25)
_CHUNK = 64
_WIDTHS = {"receipts": 14, "stored_events": 6, "claims": 2}


class SQLiteRecorder(SQLiteApplicationRecorder):
    """The library's recorder on our tables: its pool, transactions and selects as they are, its INSERT replaced.

    Events enter with their receipt or not at all, so `insert_events` takes a whole Batch of rows by keyword (the
    library's own way to write beside the events, in their transaction) and no StoredEvent objects, which would be
    made only to be taken apart again.
    """

    def construct_create_table_statements(self) -> list[str]:
        return list(schema.statements().values())

    def _insert_events(
        self, c: SQLiteCursor, stored_events: Sequence[StoredEvent], *, batch: Batch | None = None, **_: object
    ) -> Sequence[int] | None:
        if batch is None or stored_events:
            raise TypeError("events enter the record only with a receipt: insert_events((), batch=...)")
        _insert(c, "receipts", batch.receipts)  # takes the write lock: what is read from here on cannot change
        if batch.needs and (taken := _taken(c, batch.needs)):
            raise IntegrityError(f"claimed already: {taken[0]}")
        _insert(c, "stored_events", batch.events)
        _insert(c, "claims", batch.claims)
        return [row[0] for row in batch.events]


class SQLiteStore(SQLiteReading):
    """A Store in the file `record.sqlite` of a folder."""

    def __init__(self, path: Path, writer: sqlite3.Connection | None, *, lenient: bool = False) -> None:
        datastore = connections.OneWriter(path, writer, lenient=lenient)
        super().__init__(datastore, path)
        self.recorder = SQLiteRecorder(datastore)

    @classmethod
    def to_write(cls, folder: Path) -> SQLiteStore:
        """Makes the record when there is none. Raises: NoRecord, RecordTooNew, DurabilityTooLow."""
        path = folder / FILE
        try:
            writer = connections.writing(path)
        except sqlite3.DatabaseError as error:
            raise NoRecord(str(path)) from error
        try:
            if schema.is_empty(writer):
                schema.create(writer)
            schema.check(writer, str(path))
        except BaseException:
            writer.close()
            raise
        return cls(path, writer)

    @classmethod
    def to_read(cls, folder: Path, *, lenient: bool = False, file: str = FILE) -> SQLiteStore:
        """Opens for reading, beside a running server or not. Raises: NoRecord, RecordTooNew."""
        path = folder / file
        try:
            connection = connections.reading(path)
        except sqlite3.Error as error:
            raise NoRecord(str(path)) from error
        try:
            schema.check(connection, str(path))
        finally:
            connection.close()
        return cls(path, None, lenient=lenient)

    def append(self, batch: Batch) -> None:
        try:
            self.recorder.insert_events((), batch=batch)
        except IntegrityError as error:
            raise Conflict(str(error)) from error
        except (PersistenceError, sqlite3.Error, OSError) as error:
            raise WriteFailed(cause(error)) from error


def _insert(c: SQLiteCursor, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    marks = f"({','.join('?' * _WIDTHS[table])})"
    remaining = iter(rows)
    while some := list(islice(remaining, _CHUNK)):
        places = ",".join([marks] * len(some))
        c.execute(f"INSERT INTO {table} VALUES {places}", list(flat.from_iterable(some)))  # noqa: S608 - our own names


def _taken(c: SQLiteCursor, keys: set[str]) -> list[str]:
    """Those of the keys that are claimed already."""
    taken: list[str] = []
    remaining = iter(sorted(keys))
    while some := list(islice(remaining, _CHUNK)):
        places = ",".join("?" * len(some))
        c.execute(f"SELECT key FROM claims WHERE key IN ({places})", some)  # noqa: S608 - nothing but question marks
        taken += [row[0] for row in c.fetchall()]
    return taken
