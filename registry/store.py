"""The file registry.sqlite: one connection, one lock, all of a transaction or nothing.

Several threads may call at once; they take turns on one re-entrant lock. Only the process that owns the data folder
opens it for writing, so SQLite's checkpoint race between two writing connections (before 3.51.3) cannot happen.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.errors import Fault, Malformed
from registry.errors import Broken, ErasureUnfinished
from registry.schema import APPLICATION_ID, TABLES, TRIGGERS, VERSION

FILE_NAME = "registry.sqlite"
_FULL = 2
_SWEEP_OWED = "sweep-owed"

# secure_delete: freed bytes become zeros at once. temp_store: no copy of a row in the system's temporary folder.
_PRAGMAS = {
    "busy_timeout": 10_000,
    "journal_mode": "wal",
    "synchronous": _FULL,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,
}


class Store:
    """Transactions over one SQLite file. Raises Malformed for a foreign or newer file."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._broken: sqlite3.Error | None = None
        self._afterwards: list[Callable[[], None]] = []
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
        try:
            self._make_or_recognise(path.name)
        except BaseException:
            self._db.close()
            raise

    def _make_or_recognise(self, name: str) -> None:
        try:
            made_by = _pragma(self._db, "application_id")
        except sqlite3.DatabaseError:
            made_by = -1
        empty = made_by == 0 and not self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
        if not empty:
            recognise(self._db, name)
        for pragma, value in _PRAGMAS.items():
            self._db.execute(f"PRAGMA {pragma} = {value}")
        for pragma in ("journal_mode", "synchronous", "secure_delete", "foreign_keys"):
            if _pragma(self._db, pragma) != _PRAGMAS[pragma]:
                raise Broken(f"this SQLite will not keep {pragma} = {_PRAGMAS[pragma]}")
        if empty:
            marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION};"
            self._db.executescript(f"BEGIN IMMEDIATE; {TABLES} {TRIGGERS} {marks} COMMIT;")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for one thread at a time."""
        with self._lock:
            yield self._db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction, committed to the disk on leaving; inside another one it joins it. Raises: Broken."""
        with self._lock:
            if self._db.in_transaction:
                yield self._db
                return
            if self._broken is not None:
                raise Broken("the registry is closed for writing") from self._broken
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.rollback()
                self._afterwards.clear()
                raise
            self._commit()
            tasks, self._afterwards = self._afterwards, []
        for task in tasks:
            task()

    def _commit(self) -> None:
        try:
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            # After a failed write or sync nobody knows what the disk holds: never go on as if nothing had happened.
            self._broken = error
            self._afterwards.clear()
            if self._db.in_transaction:
                self._db.rollback()
            raise

    def afterwards(self, task: Callable[[], None]) -> None:
        """Run `task` once the transaction around this call is on the disk; forget it when that fails."""
        self._afterwards.append(task)

    def owe_sweep(self) -> None:
        """Within a transaction: remember that freed bytes must leave the files, even across a crash."""
        self._db.execute("INSERT OR REPLACE INTO facts VALUES (?, x'01')", (_SWEEP_OWED,))

    def sweep(self) -> None:
        """Rewrite the file without what was deleted and empty the write-ahead log, when that is owed.

        secure_delete alone leaves stale copies where SQLite once moved rows between pages; VACUUM writes all anew.
        Raises: ErasureUnfinished when another process reads an old state for longer than ten seconds.
        """
        with self._lock:
            if not self._db.execute("SELECT 1 FROM facts WHERE name = ?", (_SWEEP_OWED,)).fetchone():
                return
            self._db.execute("VACUUM")
            if self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise ErasureUnfinished("another reader holds old pages; the next erasure or start finishes this")
            with self.writing():
                self._db.execute("DELETE FROM facts WHERE name = ?", (_SWEEP_OWED,))

    def settle(self) -> None:
        """Bring everything into the one file, so that it can be moved without its write-ahead log."""
        with self._lock:
            self._db.execute("PRAGMA journal_mode = DELETE")

    def close(self) -> None:
        with self._lock:
            self._db.close()


def recognise(db: sqlite3.Connection, name: str) -> None:
    """Raises Malformed unless `db` is a registry this program can read."""
    try:
        made_by, version = _pragma(db, "application_id"), _pragma(db, "user_version")
    except sqlite3.DatabaseError:
        made_by, version = -1, -1
    if made_by != APPLICATION_ID:
        raise Malformed([Fault(name, "不是比武的名册文件。", "This is not a registry of Biwu.")])
    if not isinstance(version, int) or version > VERSION:
        zh = f"名册由更新的版本写成（格式 {version}，本程序只认到 {VERSION}）：请用新版本打开。"
        en = f"A newer Biwu wrote this registry (format {version}; this one reads up to {VERSION}): use that one."
        raise Malformed([Fault(name, zh, en)])


def _pragma(db: sqlite3.Connection, name: str) -> int | str:
    value: int | str = db.execute(f"PRAGMA {name}").fetchone()[0]
    return value
