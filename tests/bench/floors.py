"""The floors: what the disk and the socket can do when nothing of ours stands between."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

import msgpack


def raw_commits(folder: Path, rows: int, seconds_each: list[float] | None = None) -> float:
    """Single-row FULL commits a second of plain sqlite3 with a msgpack body; each one's seconds if a list is given."""
    path = folder / "floor.sqlite"
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE mark (position INTEGER PRIMARY KEY, stream TEXT, name TEXT, body BLOB)")
    begun = time.perf_counter()
    for position in range(rows):
        at = time.perf_counter()
        body = msgpack.packb(("a3", "8.5", 1, 1, 0))
        db.execute("INSERT INTO mark VALUES (?,?,?,?)", (position + 1, "sheet:c/p/07/S1", "mark-entered/1", body))
        if seconds_each is not None:
            seconds_each.append(time.perf_counter() - at)
    rate = rows / (time.perf_counter() - begun)
    db.close()
    for left in folder.glob("floor.sqlite*"):
        left.unlink()
    return rate


def select_and_unpack(path: Path, events: int) -> float:
    """Seconds to SELECT every event's row and unpack its body, nothing more."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    begun, seen = time.perf_counter(), 0
    for _, _, body in db.execute("SELECT rowid, topic, state FROM stored_events ORDER BY rowid"):
        msgpack.unpackb(body)
        seen += 1
    elapsed = time.perf_counter() - begun
    db.close()
    if seen != events:
        raise AssertionError(f"{seen} events in the record, {events} expected")
    return elapsed
