"""The tables of the record as SQLite keeps them, with the guards that refuse to change a row."""

from __future__ import annotations

import sqlite3

from ledger.errors import NoRecord, RecordTooNew

APPLICATION_ID = 0x42697775  # "Biwu"
VERSION = 1

_TABLES = {
    # named for eventsourcing, whose recorder reads it: rowid is our gapless position, topic our event name
    "stored_events": """(
        rowid INTEGER PRIMARY KEY,
        originator_id TEXT NOT NULL,
        originator_version INTEGER NOT NULL,
        topic TEXT NOT NULL,
        state BLOB NOT NULL,
        at INTEGER NOT NULL,
        UNIQUE (originator_id, originator_version)
    ) STRICT""",
    # unique by counter first: devices count at a like pace, so a commit touches few pages of this index (a third
    # less time and file than device first); `counters` reads it whole, once a start
    "receipts": """(
        entry INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        account TEXT NOT NULL,
        role TEXT NOT NULL,
        seat TEXT NOT NULL,
        device TEXT NOT NULL,
        counter INTEGER NOT NULL,
        digest BLOB NOT NULL,
        outcome TEXT NOT NULL,
        reason TEXT NOT NULL,
        details BLOB NOT NULL,
        first INTEGER NOT NULL,
        count INTEGER NOT NULL,
        hash BLOB NOT NULL,
        UNIQUE (counter, device)
    ) STRICT""",
    "claims": "(key TEXT PRIMARY KEY, entry INTEGER NOT NULL) STRICT, WITHOUT ROWID",
}
_GAPLESS = {"stored_events": "rowid", "receipts": "entry"}


def statements() -> dict[str, str]:
    """Every table and trigger by name, as sqlite_master shows it."""
    found = {table: f"CREATE TABLE {table} {columns}" for table, columns in _TABLES.items()}
    for table in _TABLES:
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_never_{verb.lower()}"
            found[name] = (
                f"CREATE TRIGGER {name} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END"
            )
    for table, key in _GAPLESS.items():  # also shuts the door on INSERT OR REPLACE, which fires no delete trigger
        name = f"{table}_gapless"
        next_one = f"1 + (SELECT coalesce(max({key}), 0) FROM {table})"  # noqa: S608 - our own names
        found[name] = (
            f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN NEW.{key} IS NOT {next_one} "
            f"BEGIN SELECT RAISE(ABORT, 'the record has no gaps'); END"
        )
    return found


def create(connection: sqlite3.Connection) -> None:
    """Makes an empty record in an empty file, all of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    for statement in statements().values():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("COMMIT")


def is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] and not _pragma(
        connection, "application_id"
    )


def check(connection: sqlite3.Connection, place: str) -> None:
    """Raises: NoRecord for another program's file, RecordTooNew for a later version's."""
    try:
        application, version = _pragma(connection, "application_id"), _pragma(connection, "user_version")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise NoRecord(place) from error
    if application != APPLICATION_ID:
        raise NoRecord(place)
    if version > VERSION:
        raise RecordTooNew(version, VERSION)


def missing(connection: sqlite3.Connection) -> list[str]:
    """Names of tables and triggers that are not there, or not as they should be, or are none of ours."""
    there = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())
    wanted = statements()
    return sorted(str(name) for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
