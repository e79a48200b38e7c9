"""A verifier somebody could have written from docs/record.md alone: it imports nothing of ours."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

RECEIPT = "entry, at, account, role, seat, device, counter, digest, outcome, reason, details, first, count, hash"


def column(value: Any) -> bytes:
    if isinstance(value, int):
        value = value.to_bytes(8, "big", signed=True)
    if isinstance(value, str):
        value = value.encode("utf-8")
    return len(value).to_bytes(4, "big") + bytes(value)


def chained(previous: bytes, receipt: list[Any], events: list[list[Any]], claims: list[str]) -> bytes:
    keys = sorted(key.encode("utf-8") for key in claims)
    columns = [previous, *receipt, *(each for event in events for each in event), *keys]
    return hashlib.sha256(b"".join(map(column, columns))).digest()


def verified(file: Path) -> tuple[int, str]:
    """Entries and the last hash in hex. Raises: AssertionError where the record is wrong."""
    previous, position = hashlib.sha256(b"biwu record 1").digest(), 0
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as db:
        entry = 0
        for entry, receipt in zip(count(1), db.execute(f"SELECT {RECEIPT} FROM receipts ORDER BY entry"), strict=False):
            *columns, stored = receipt
            first, events = (
                columns[11],
                db.execute(
                    "SELECT rowid, originator_id, originator_version, topic, state, at FROM stored_events "
                    "WHERE rowid >= ? AND rowid < ? ORDER BY rowid",
                    (columns[11], columns[11] + columns[12]),
                ).fetchall(),
            )
            claims = [key for (key,) in db.execute("SELECT key FROM claims WHERE entry = ?", (entry,))]
            assert columns[0] == entry
            assert [event[0] for event in events] == list(range(first, first + columns[12]))
            assert not events or first == position + 1
            assert chained(previous, columns, list(map(list, events)), claims) == stored, f"entry {entry}"
            previous, position = stored, position + len(events)
        assert db.execute("SELECT count(*) FROM stored_events").fetchone() == (position,)
    return entry, previous.hex()
