"""One-time links: a judge scans one, and his tablet has a session in his seat; a second scan raises an alarm."""

from __future__ import annotations

import base64
import sqlite3
from typing import NamedTuple

from domain.errors import Refused
from registry.access.accounts import Accounts
from registry.access.grants import Grants
from registry.access.ground import Ground
from registry.access.places import EVERYWHERE, Place
from registry.access.sessions import Opened, Sessions, hash_of

_SECRET_BYTES = 20


class Link(NamedTuple):
    """`secret` is told once and never kept; it goes behind the # of a URL, where no server logs it. `until`: µs UTC."""

    secret: str
    until: int


class Links:
    """Making and using one-time links."""

    def __init__(self, ground: Ground, accounts: Accounts, grants: Grants, sessions: Sessions) -> None:
        self._ground = ground
        self._accounts = accounts
        self._grants = grants
        self._sessions = sessions

    def make(self, account: str, by: str, place: Place = EVERYWHERE, life_s: int | None = None) -> Link:
        """A link that lets its finder in as `account`, once, within `life_s` seconds (default: the house's limit).

        Raises Refused: `account-unknown`, `account-closed`, `seat-not-granted`.
        """
        with self._ground.store.writing() as db:
            self._accounts.must_be_open(account)
            if place.seat and not self._grants.may_sit(account, place):
                raise Refused("seat-not-granted", account=account, panel=place.panel, seat=place.seat)
            secret = base64.urlsafe_b64encode(self._ground.random(_SECRET_BYTES)).decode().rstrip("=")
            until = self._ground.after(self._ground.limits.link if life_s is None else life_s)
            row = (hash_of(secret), account, *place, self._ground.now(), by, until)
            db.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", row)
            self._ground.journal.write("made-link", by, [account])
            return Link(secret, until)

    def use(self, secret: str, device: str = "") -> Opened:
        """Enrol: the link is spent, a session opened in its place, on the account's own `device` or a new one.

        Raises Refused: `link-unknown`, `link-used` (an alarm: somebody else has seen it), `link-expired`,
        `seat-not-granted`, `account-closed`, `device-unknown`.
        """
        key = hash_of(secret)
        with self._ground.store.writing() as db:
            row = db.execute("SELECT account, contest, panel, seat, until, used_at FROM links WHERE hash = ?", (key,))
            found = row.fetchone()
            if found is not None and found[5] is None:
                return self._enrol(db, key, found, device)
            if found is not None:
                self._ground.journal.write("link-used-again", "", [found[0]], alarm=True)
        raise Refused("link-unknown" if found is None else "link-used")

    def _enrol(
        self, db: sqlite3.Connection, key: bytes, found: tuple[str, str, str, str, int, None], device: str
    ) -> Opened:
        account, contest, panel, seat, until, _ = found
        place, now = Place(contest, panel, seat), self._ground.now()
        if until <= now:
            raise Refused("link-expired")
        if seat and not self._grants.may_sit(account, place):
            raise Refused("seat-not-granted", account=account, panel=panel, seat=seat)
        opened = self._sessions.open(account, place, device)
        db.execute("UPDATE links SET used_at = ? WHERE hash = ?", (now, key))
        self._ground.journal.write("enrolled", account, [account, opened.session.device])
        return opened

    def cancel(self, account: str, by: str) -> int:
        """Void the links of an account that nobody has used yet; how many there were."""
        with self._ground.store.writing() as db:
            voided = db.execute("DELETE FROM links WHERE account = ? AND used_at IS NULL", (account,)).rowcount
            if voided:
                self._ground.journal.write("cancelled-links", by, [account])
            return voided
