"""The registry as a whole: opened on a data folder, its parts as attributes.

Safe to call from several threads: one lock, one connection; a call waits for the others' transactions (milliseconds;
an erasure rewrites the file). Password checks do their heavy work outside the lock. Nothing here touches an event loop.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from domain.errors import Fault, Malformed
from registry.access.accounts import Accounts
from registry.access.attempts import Attempts
from registry.access.grants import Grants
from registry.access.ground import Ground
from registry.access.limits import Limits
from registry.access.links import Links
from registry.access.passwords import Cost, Passwords
from registry.access.sessions import Sessions
from registry.copies import Copy, backup, backup_key, check_key
from registry.documents import Documents
from registry.journal import Journal
from registry.keys import KEY_CHECK, KEY_NAME, MasterKey, new_key, read_key
from registry.people import People
from registry.store import FILE_NAME, Store
from registry.vault import Tombstone, Vault


def wall_clock() -> int:
    """Now, in µs UTC."""
    return time.time_ns() // 1000


class Registry:
    """`people`, `documents`, `accounts`, `grants`, `links`, `sessions` and the access `journal` of one data folder."""

    def __init__(self, folder: Path, ground: Ground, key: MasterKey, cost: Cost) -> None:
        self._folder = folder
        self._ground = ground
        self._vault = Vault(ground.store, key, ground.journal, ground.now)
        self.journal = ground.journal
        self.people = People(self._vault)
        self.documents = Documents(self._vault, ground.random)
        self.sessions = Sessions(ground)
        passwords = Passwords(cost, key.derived("password"), ground.random)
        attempts = Attempts(ground, key.derived("attempts"))
        self.accounts = Accounts(ground, self._vault, passwords, attempts, self.sessions)
        self.grants = Grants(ground, self.accounts, self.sessions)
        self.links = Links(ground, self.accounts, self.grants, self.sessions)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        now: Callable[[], int] = wall_clock,
        random: Callable[[int], bytes] = secrets.token_bytes,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        cost: Cost = Cost(),  # noqa: B008 - frozen
    ) -> Self:
        """Open the registry of a data folder that this process owns, or make a new one in an empty folder.

        `now` gives µs UTC; a clock that never runs backwards is best. Raises: Malformed for a foreign, newer or
        half-missing registry; Tampered for a key that is not this file's; ErasureUnfinished.
        """
        folder.mkdir(parents=True, exist_ok=True)
        path, key_path = folder / FILE_NAME, folder / KEY_NAME
        if key_path.exists() and not path.exists():
            zh = "主密钥还在，名册文件却不见了：请从备份恢复；若确要从头开始，请先移走主密钥。"
            en = "The master key is here but its registry is gone: restore a copy, or move the key away to begin anew."
            raise Malformed([Fault(FILE_NAME, zh, en)])
        store = Store(path)
        try:
            key = _key_of(store, key_path, random)
            registry = cls(folder, Ground(store, Journal(store, now), limits, now, random), key, cost)
            store.sweep()
        except BaseException:
            store.close()
            raise
        return registry

    def backup(self, target: Path) -> Copy:
        """A verified copy of the live file, without the master key; see `registry.copies`."""
        return backup(self._folder, target)

    def backup_key(self, target: Path) -> None:
        """The master key, to be kept apart from the copies; see `registry.copies`."""
        backup_key(self._folder, target)

    def tombstones(self) -> list[Tombstone]:
        """What was erased, oldest first: what a restored copy has to forget again."""
        return self._vault.tombstones()

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call `listener(account)` after each change of an account's roles, sessions or standing.

        On the thread that made the change, once it is on the disk: a socket of that account asks again who it is.
        The listener is quick and raises nothing.
        """
        self._ground.listeners.append(listener)

    def close(self) -> None:
        self._ground.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _key_of(store: Store, path: Path, random: Callable[[int], bytes]) -> MasterKey:
    """The folder's master key, made when there is none yet.

    The file is made first, the key next, and only then does the file know its key: whatever a crash leaves behind in
    between is an empty registry that the next opening finishes.
    """
    with store.writing() as db:
        if not db.execute("SELECT 1 FROM facts WHERE name = ?", (KEY_CHECK,)).fetchone():
            key = read_key(path, random) if path.exists() else new_key(path, random)
            db.execute("INSERT INTO facts VALUES (?, ?)", (KEY_CHECK, key.derived(KEY_CHECK)))
            return key
        if not path.exists():
            zh = f"名册的主密钥（{KEY_NAME}）不见了：请从另存之处放回。没有它，姓名无法读出。"
            en = f"The registry's master key ({KEY_NAME}) is missing: put it back; no name can be read without it."
            raise Malformed([Fault(KEY_NAME, zh, en)])
        key = read_key(path, random)
        check_key(db, key, FILE_NAME)
        return key
