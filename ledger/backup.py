"""Backs up a live record: SQLite's own copy of one moment, flushed to disk and verified before it counts."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from ledger.codec import Codec
from ledger.errors import RecordDamaged, TargetTaken, WriteFailed
from ledger.event_names import CODEC
from ledger.record import flush_folder
from ledger.store import connections
from ledger.store.sqlite import FILE, SQLiteStore
from ledger.verify import Verdict, verify_file

Copied = Callable[[int, int], None]  # pages copied, pages there are

_UNFINISHED = f"{FILE}.part"
_PAGES = 2000  # 8 MB between two words about the progress


def nobody_asks(_done: int, _all: int) -> None:
    """Nobody wants to know how far it is."""


def backup(folder: Path, target: Path, progress: Copied = nobody_asks, codec: Codec = CODEC) -> Verdict:
    """Copies a folder's record into another folder, beside a running server or not, and verifies the copy.

    The copy can be served from, and read from a medium that cannot be written to. A copy that does not verify stays
    behind as `record.sqlite.part`. Raises: TargetTaken, NoRecord, RecordTooNew, WriteFailed, RecordDamaged.
    """
    if (target / FILE).exists():
        raise TargetTaken(str(target / FILE))
    SQLiteStore.to_read(folder).close()  # says what is wrong with the source before anything is made
    part = target / _UNFINISHED
    try:
        target.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)  # of a backup that was interrupted
        _copy(folder / FILE, part, progress)
        _flush(part)
    except (OSError, sqlite3.Error) as error:
        raise WriteFailed(connections.cause(error)) from error
    verdict = verify_file(target, _UNFINISHED, codec=codec)
    if not verdict.is_sound:
        raise RecordDamaged(verdict.faults[0].place)
    part.rename(target / FILE)
    flush_folder(target)
    return verdict


def _copy(source: Path, part: Path, progress: Copied) -> None:
    with closing(connections.reading(source)) as live, closing(sqlite3.connect(part, isolation_level=None)) as copy:
        live.execute("BEGIN")
        live.execute("SELECT count(*) FROM sqlite_master").fetchone()  # holds this moment: commits do not start it anew
        live.backup(copy, pages=_PAGES, progress=lambda _, left, pages: progress(pages - left, pages))
        # no log beside it: the copy is one file that can be read where nothing can be written
        copy.execute("PRAGMA journal_mode=DELETE")


def _flush(file: Path) -> None:
    with file.open("rb+") as copy:
        os.fsync(copy.fileno())
