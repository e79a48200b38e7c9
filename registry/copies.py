"""Copies of the registry: made of the live file, verified by opening every box, and put back in its place.

The master key never lies beside a copy: a lost stick then tells nobody a name. The key does not change, so it is put
away once, on another medium or on paper; without it a copy is worth nothing.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from domain.errors import Fault, Malformed, Refused
from registry.errors import Tampered
from registry.journal import Journal
from registry.keys import KEY_CHECK, KEY_NAME, MasterKey, read_key, sync_folder, write_key
from registry.store import FILE_NAME, Store, recognise
from registry.vault import Tombstone, Vault

_SQLITE_WAITS_S = 10


@dataclass(frozen=True, slots=True)
class Copy:
    """A verified copy: how many rows of each kind opened, and the number of the last line of its access journal."""

    path: Path
    people: int
    documents: int
    accounts: int
    journal: int


def backup(folder: Path, target: Path) -> Copy:
    """Copy the live registry of `folder` into the folder `target`, verify it, then let it replace an older one there.

    Works from another process beside a running server; it only reads. Raises Refused: `key-beside-copy`; Malformed,
    Tampered when the copy does not verify (it is then removed, and an older copy stays).
    """
    if (target / KEY_NAME).exists():
        raise Refused("key-beside-copy")
    target.mkdir(parents=True, exist_ok=True)
    key = read_key(folder / KEY_NAME, secrets.token_bytes)
    fresh = target / f"{FILE_NAME}.new"
    fresh.unlink(missing_ok=True)
    try:
        with closing(_read_only(folder / FILE_NAME)) as live, closing(sqlite3.connect(fresh)) as made:
            live.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")
        copy = verify_copy(fresh, key)
        os.replace(fresh, target / FILE_NAME)  # noqa: PTH105 - says what it does: over an older copy
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(target)
    return Copy(target / FILE_NAME, copy.people, copy.documents, copy.accounts, copy.journal)


def backup_key(folder: Path, target: Path) -> None:
    """Put the master key into the folder `target`. Raises Refused: `key-beside-copy`, `other-key-there`."""
    if (target / FILE_NAME).exists():
        raise Refused("key-beside-copy")
    target.mkdir(parents=True, exist_ok=True)
    _put_key(target / KEY_NAME, read_key(folder / KEY_NAME, secrets.token_bytes))


def _put_key(path: Path, key: MasterKey) -> None:
    if not path.exists():
        write_key(path, key)
    elif read_key(path, secrets.token_bytes).text() != key.text():
        raise Refused("other-key-there")


def verify_copy(path: Path, key: MasterKey) -> Copy:
    """Read the whole file and open every box in it. Raises: Malformed, Tampered."""
    with closing(_read_only(path)) as db:
        recognise(db, path.name)
        check_key(db, key, path.name)
        if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Tampered(f"{path.name} does not hold together")
        rows = db.execute("SELECT kind, id, key, wrapped, box FROM sealed LEFT JOIN keys ON number = key")
        counts = {"person": 0, "document": 0, "account": 0}
        for kind, row, number, wrapped, box in rows:
            key.open_box(key.unwrap(wrapped or b"", number), box, kind, row)
            counts[kind] += 1
        last = db.execute("SELECT coalesce(max(number), 0) FROM journal").fetchone()[0]
        return Copy(path, counts["person"], counts["document"], counts["account"], last)


def check_key(db: sqlite3.Connection, key: MasterKey, name: str) -> None:
    """Raises Malformed when the registry was not made under this master key."""
    found = db.execute("SELECT value FROM facts WHERE name = ?", (KEY_CHECK,)).fetchone()
    if found is None or found[0] != key.derived(KEY_CHECK):
        zh, en = "这把主密钥不是这份名册的。", "This master key does not belong to this registry."
        raise Malformed([Fault(name, zh, en)])


def restore(copy: Path, key: Path, folder: Path, forgotten: Iterable[Tombstone] = ()) -> Copy:
    """Put the copy (a file) and the master key (a file) into a data folder without a registry.

    What was erased since the copy was made (`forgotten`, from the registry it replaces) is erased again. Every session
    ends and unused links are void; roles and closed accounts are as of the copy, and an alarm in the journal says so.
    Raises Refused: `registry-there`, `other-key-there`; Malformed, Tampered, ErasureUnfinished.
    """
    if (folder / FILE_NAME).exists():
        raise Refused("registry-there")
    master = read_key(key, secrets.token_bytes)
    verified = verify_copy(copy, master)
    folder.mkdir(parents=True, exist_ok=True)
    # The key first, the registry last and at once: an interrupted restore can be said again.
    _put_key(folder / KEY_NAME, master)
    fresh = folder / f"{FILE_NAME}.new"
    shutil.copyfile(copy, fresh)
    _settle(fresh, master, forgotten)
    os.replace(fresh, folder / FILE_NAME)  # noqa: PTH105
    sync_folder(folder)
    return verified


def _settle(path: Path, key: MasterKey, forgotten: Iterable[Tombstone]) -> None:
    with closing(Store(path)) as store:
        journal = Journal(store, _now)
        with store.writing() as db:
            db.execute("UPDATE sessions SET ended_at = ? WHERE ended_at IS NULL", (_now(),))
            db.execute("DELETE FROM links WHERE used_at IS NULL")
            Vault(store, key, journal, _now).forget_again(forgotten)
            journal.write("restored", "", [], alarm=True)
        store.sweep()
        store.settle()


def _now() -> int:
    return time.time_ns() // 1000


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_SQLITE_WAITS_S)
