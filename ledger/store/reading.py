"""What can be read from the record's SQLite file, as plain rows."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from ledger.chain import GENESIS
from ledger.errors import ReadFailed
from ledger.store import connections, schema
from ledger.store.connections import cause
from ledger.store.shapes import Fault, Head, ReceiptRow, Row

_EVENT = "SELECT rowid, originator_id, originator_version, topic, state, at FROM stored_events"
_RECEIPT = (
    "SELECT entry, at, account, role, seat, device, counter, digest, outcome, reason, details, first, count, hash "
    "FROM receipts"
)
_FIRST, _COUNT = 11, 12  # columns of a receipt
_SOME_FAULTS = 20


class SQLiteReading:
    """Reads through the datastore's pool of read-only connections; every call sees what is committed by then."""

    def __init__(self, datastore: connections.OneWriter, path: Path) -> None:
        self._datastore = datastore
        self._path = path

    def head(self) -> Head:
        found = self._rows(
            "SELECT coalesce((SELECT max(rowid) FROM stored_events), 0), entry, hash, at FROM receipts "
            "ORDER BY entry DESC LIMIT 1"
        )
        if not found:
            stray = self._one("SELECT coalesce(max(rowid), 0) FROM stored_events")
            return Head(stray, 0, GENESIS, 0)
        return Head(*found[0])

    def rows(self, after: int, upto: int, limit: int) -> list[Row]:
        return self._rows(f"{_EVENT} WHERE rowid>? AND rowid<=? ORDER BY rowid LIMIT ?", after, upto, limit)

    def stream(self, name: str) -> list[Row]:
        return self._rows(f"{_EVENT} WHERE originator_id=? ORDER BY originator_version", name)

    def receipts(self, after: int, upto: int, limit: int) -> list[ReceiptRow]:
        return self._rows(f"{_RECEIPT} WHERE entry>? AND entry<=? ORDER BY entry LIMIT ?", after, upto, limit)

    def receipt(self, device: str, counter: int) -> ReceiptRow | None:
        return next(iter(self._rows(f"{_RECEIPT} WHERE counter=? AND device=?", counter, device)), None)

    def receipt_of(self, position: int) -> ReceiptRow | None:
        """By halving: receipts that wrote something come in the order of their first positions."""
        low, high, best = 1, self._one("SELECT coalesce(max(entry), 0) FROM receipts"), None
        while low <= high:
            middle = (low + high) // 2
            near = self._rows(f"{_RECEIPT} WHERE entry<=? AND count>0 ORDER BY entry DESC LIMIT 1", middle)
            if not near:
                low = middle + 1
            elif near[0][_FIRST] <= position:
                best, low = near[0], middle + 1
            else:
                high = near[0][0] - 1
        return best if best and position < best[_FIRST] + best[_COUNT] else None

    def claims(self, upto: int) -> list[tuple[str, int]]:
        return self._rows("SELECT key, entry FROM claims WHERE entry<=? ORDER BY entry, key", upto)

    def counters(self) -> dict[str, int]:
        return dict(self._rows("SELECT device, max(counter) FROM receipts GROUP BY device"))

    def position_at(self, at: int) -> int:
        low, high = 0, self._one("SELECT coalesce(max(rowid), 0) FROM stored_events")
        while low < high:
            middle = (low + high + 1) // 2
            if self._one("SELECT at FROM stored_events WHERE rowid=?", middle) <= at:
                low = middle
            else:
                high = middle - 1
        return low

    def watch(self) -> FileWatch:
        return FileWatch(connections.reading(self._path))

    def faults(self) -> list[Fault]:
        with self._datastore.get_connection(commit=False) as connection:
            raw = connection.cursor().sqlite_cursor.connection
            absent = schema.missing(raw)
        found = [row[0] for row in self._rows(f"PRAGMA integrity_check({_SOME_FAULTS})")]
        faults = [
            Fault(name, "表或触发器与应有的不同", "this table or trigger is not as it should be") for name in absent
        ]
        if found != ["ok"]:
            faults += [Fault("file", f"SQLite 检查:{each}", f"SQLite says: {each}") for each in found]
        return faults

    def close(self) -> None:
        self._datastore.close()

    def _rows(self, statement: str, *values: int | str) -> list[Any]:
        """Plain tuples: the library's Row objects would cost more than the SELECT."""
        pool = self._datastore.pool
        connection = pool.get_connection(is_writer=False)
        try:
            with connection.cursor() as cursor:
                cursor.row_factory = None
                return cursor.execute(statement, values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:  # the latter where even names are damaged
            raise ReadFailed(cause(error)) from error
        finally:
            pool.put_connection(connection)

    def _one(self, statement: str, *values: int) -> int:
        found = self._rows(statement, *values)
        return int(found[0][0]) if found else 0


class FileWatch:
    """Asks SQLite whether another connection has committed; a question costs about 2 µs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._seen = self._version()

    def changed(self) -> bool:
        seen, self._seen = self._seen, self._version()
        return seen != self._seen

    def close(self) -> None:
        self._connection.close()

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
