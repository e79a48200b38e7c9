"""Connections to the record's file: exactly one that writes, and read-only ones for everybody else."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventsourcing.sqlite import SQLiteConnection, SQLiteConnectionPool, SQLiteDatastore

from ledger.errors import DurabilityTooLow, ReadOnly

# sizes of prepared INSERTs vary with the batch; each size is prepared once and kept
_KEPT_STATEMENTS = 512
_FULL = 2

_WRITER = (
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",  # macOS: ask the disk itself; means nothing elsewhere
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA cache_size=-16000",  # 16 MB: the indexes of half a million marks stay in memory
    "PRAGMA wal_autocheckpoint=4000",  # 16 MB of log: about one commit in a thousand waits for a checkpoint
)


def writing(path: Path) -> sqlite3.Connection:
    """The one connection that writes. Raises: DurabilityTooLow, sqlite3.Error."""
    connection = sqlite3.connect(
        _uri(path, "rwc"), uri=True, isolation_level=None, check_same_thread=False, cached_statements=_KEPT_STATEMENTS
    )
    try:
        journal = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
        for pragma in _WRITER:
            connection.execute(pragma)
        synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
    except sqlite3.Error:
        connection.close()
        raise
    if journal != "wal" or synchronous < _FULL:
        connection.close()
        raise DurabilityTooLow(f"journal_mode={journal}, synchronous={synchronous}")
    return connection


def reading(path: Path, *, lenient: bool = False) -> sqlite3.Connection:
    """A connection that cannot write; lenient: text that is not UTF-8 is shown as it is instead of failing."""
    connection = sqlite3.connect(_uri(path, "ro"), uri=True, isolation_level=None, check_same_thread=False, timeout=5.0)
    connection.execute("PRAGMA query_only=ON")
    if lenient:
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return connection


class Readers(SQLiteConnectionPool):
    """The library's pool, handing out read-only connections."""

    def __init__(self, path: Path, *, lenient: bool) -> None:
        super().__init__(db_name=_uri(path, "ro"))
        self._path, self._lenient = path, lenient

    def _create_connection(self) -> SQLiteConnection:
        connection = reading(self._path, lenient=self._lenient)
        connection.row_factory = sqlite3.Row  # the library reads columns by name
        return SQLiteConnection(connection, self.max_age)


class OneWriter(SQLiteDatastore):
    """The library's datastore: transactions that commit share one connection, the others read from the pool.

    Two connections that write or checkpoint at once can destroy the file (SQLite's WAL-reset bug, before 3.51.3);
    see docs/decisions/0002-one-writing-connection.md.
    """

    def __init__(self, path: Path, writer: sqlite3.Connection | None, *, lenient: bool = False) -> None:
        super().__init__(db_name=str(path), originator_id_type="text")
        self.pool = Readers(path, lenient=lenient)  # in the place of the library's, which has opened nothing yet
        self._writer = None if writer is None else SQLiteConnection(writer, max_age=None)
        self._writing = threading.Lock()

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        if not commit:
            with super().get_connection(commit=False) as connection:
                yield connection
        elif self._writer is None:
            raise ReadOnly
        else:
            with self._writing:
                yield self._writer

    def close(self) -> None:
        """Readers first: the connection closed last is the one that may tidy up the log."""
        super().close()
        writer = getattr(self, "_writer", None)  # absent when the construction failed half-way
        if writer is not None and not writer.closed:
            writer.close()


def _uri(path: Path, mode: str) -> str:
    return f"{path.resolve().as_uri()}?mode={mode}"


def cause(error: BaseException) -> str:
    """SQLite's own name for what went wrong (`SQLITE_FULL`), which holds no stored value."""
    inner = error.args[0] if error.args and isinstance(error.args[0], BaseException) else error  # the library wraps
    return getattr(inner, "sqlite_errorname", None) or type(inner).__name__
