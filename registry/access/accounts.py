"""Accounts: an id, a display name that can be forgotten, and perhaps a password."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from domain.errors import Refused
from domain.names import checked
from registry.access.attempts import Attempts
from registry.access.ground import Ground
from registry.access.passwords import Passwords
from registry.access.sessions import Sessions
from registry.sealing import tidy
from registry.vault import Vault

KIND = "account"
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Account:
    """`at` and `closed_at` in µs UTC. A closed account lets nobody in, but stays: old records keep their author."""

    id: str
    at: int
    by: str
    closed_at: int | None


class Accounts:
    """Making, checking and closing accounts."""

    def __init__(
        self, ground: Ground, vault: Vault, passwords: Passwords, attempts: Attempts, sessions: Sessions
    ) -> None:
        self._ground = ground
        self._vault = vault
        self._passwords = passwords
        self._attempts = attempts
        self._sessions = sessions

    def create(self, account: str, display_name: str, by: str) -> None:
        """A new account without password. Raises Refused: `bad-id`, `account-taken`, and what `rename` refuses."""
        checked(account, "account")
        with self._ground.store.writing() as db:
            if self.get(account) is not None:
                raise Refused("account-taken", account=account)
            db.execute("INSERT INTO accounts VALUES (?, ?, ?, NULL, NULL)", (account, self._ground.now(), by))
            self._ground.journal.write("created-account", by, [account])
            self.rename(account, display_name, by)

    def rename(self, account: str, display_name: str, by: str) -> None:
        """Change the display name.

        Raises Refused: `account-unknown`, `account-closed`, `text-missing`, `text-too-long`, `text-unreadable`.
        """
        name = tidy(display_name, LONGEST_NAME)
        if not name:
            raise Refused("text-missing")
        with self._ground.store.writing():
            self.must_be_open(account)
            self._vault.put(KIND, {account: name.encode()}, by)

    def set_password(self, account: str, password: str, by: str) -> None:
        """Set or change it; every session of the account ends.

        Raises Refused: `account-unknown`, `account-closed`, `password-too-short`, `password-too-long`.
        """
        self.must_be_open(account)
        kept = self._passwords.hashed(password)
        with self._ground.store.writing() as db:
            self.must_be_open(account)
            db.execute("UPDATE accounts SET password = ? WHERE id = ?", (kept, account))
            self._sessions.end_all(account, by)
            self._ground.journal.write("set-password", by, [account])

    def has_password(self, account: str) -> bool:
        """Whether it could sign in with one; False for an unknown or closed account."""
        return self._kept(account) is not None

    def check(self, account: str, password: str, address: str) -> Account:
        """The account, when the password is right. Takes a tenth of a second: call it on a thread of its own.

        Raises Refused: `wrong-password`, the same and after the same work for an unknown, closed or password-less
        account; `too-many-tries` with `wait_s`. `address`: where the try came from, as the web sees it.
        """
        tried = self._attempts.begin(account, address)
        if tried.last_free and self.get(account) is not None:
            self._ground.journal.write("password-limit", "", [account], alarm=True)
        kept = self._kept(account)
        if not self._passwords.agree(password, kept) or kept is None:
            raise Refused("wrong-password")
        with self._ground.store.writing():
            if self._kept(account) != kept:
                raise Refused("wrong-password")  # changed or closed while it was being checked
            self._attempts.passed(tried)
            found = self.must_be_open(account)
        if self._passwords.outdated(kept):
            self._renew(account, kept, self._passwords.hashed(password))
        return found

    def _kept(self, account: str) -> str | None:
        with self._ground.store.reading() as db:
            row = db.execute("SELECT password FROM accounts WHERE id = ? AND closed_at IS NULL", (account,)).fetchone()
        return str(row[0]) if row and row[0] else None

    def _renew(self, account: str, old: str, new: str) -> None:
        with self._ground.store.writing() as db:
            db.execute("UPDATE accounts SET password = ? WHERE id = ? AND password = ?", (new, account, old))

    def close(self, account: str, by: str) -> None:
        """Let nobody in by it any more: sessions end, links and roles are void. Closing it again changes nothing.

        Raises Refused: `account-unknown`.
        """
        with self._ground.store.writing() as db:
            if self._known(account).closed_at is not None:
                return
            db.execute("UPDATE accounts SET closed_at = ?, password = NULL WHERE id = ?", (self._ground.now(), account))
            self._sessions.end_all(account, by)
            self._ground.journal.write("closed-account", by, [account])
            self._ground.tell(account)

    def erase(self, account: str, by: str, why: str = "") -> None:
        """Close it and forget its display name for good; the id stays. Raises: Refused, ErasureUnfinished."""
        self.close(account, by)
        self._vault.erase(KIND, [account], by, why)

    def display_names(self, ids: Iterable[str], by: str = "", why: str = "", *, public: bool = False) -> dict[str, str]:
        """As `People.names`, for accounts; an account that looks at itself alone is not journalled."""
        seen = self._vault.look(KIND, ids, by, why, public=public)
        return {account: plain.decode() for account, plain in seen.items()}

    def get(self, account: str) -> Account | None:
        return next(iter(self._read("WHERE id = ?", account)), None)

    def all(self) -> list[Account]:
        """Every account, closed ones too, in the order of their ids."""
        return self._read("ORDER BY id")

    def _read(self, condition: str, *values: str) -> list[Account]:
        with self._ground.store.reading() as db:
            rows = db.execute(
                f"SELECT id, at, by, closed_at FROM accounts {condition}",  # noqa: S608
                values,
            ).fetchall()
        return [Account(*row) for row in rows]

    def _known(self, account: str) -> Account:
        found = self.get(account)
        if found is None:
            raise Refused("account-unknown", account=account)
        return found

    def must_be_open(self, account: str) -> Account:
        """The account. Raises Refused: `account-unknown`, `account-closed`."""
        found = self._known(account)
        if found.closed_at is not None:
            raise Refused("account-closed", account=account)
        return found
