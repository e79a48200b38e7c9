"""Sessions: a secret only the browser has, bound to an account, a device and a place, that ends by itself."""

from __future__ import annotations

import base64
import hashlib
import hmac
from dataclasses import dataclass
from typing import NamedTuple

from domain.errors import Refused
from registry.access.ground import Ground
from registry.access.limits import SECOND
from registry.access.places import EVERYWHERE, Place

_TOKEN_BYTES = 32
_DEVICE_BYTES = 10
_COLUMNS = "number, account, contest, panel, seat, device, at, seen, until"


@dataclass(frozen=True, slots=True)
class Session:
    """`at`, `seen` (last use, to the minute) and `until` (whatever happens) in µs UTC; `number` is no secret."""

    number: int
    account: str
    place: Place
    device: str
    at: int
    seen: int
    until: int


class Opened(NamedTuple):
    """A fresh session with its token, which is told once and never kept."""

    token: str
    session: Session


class Sessions:
    """Opening, finding and ending sessions."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def open(self, account: str, place: Place = EVERYWHERE, device: str = "") -> Opened:
        """For somebody who has shown who he is. A new device id is minted unless he brings his own back.

        A device that comes back keeps its id, and with it its unsent marks; its earlier session ends.
        Raises Refused: `device-unknown` for one that is not this account's; `account-unknown`, `account-closed`.
        """
        with self._ground.store.writing() as db:
            found = db.execute("SELECT closed_at FROM accounts WHERE id = ?", (account,)).fetchone()
            if found is None or found[0] is not None:
                raise Refused("account-unknown" if found is None else "account-closed", account=account)
            device = self._own_device(account, device) if device else self._mint_device(account)
            token = base64.urlsafe_b64encode(self._ground.random(_TOKEN_BYTES)).decode().rstrip("=")
            now = self._ground.now()
            until = now + self._ground.limits.absolute * SECOND
            row = (hash_of(token), account, *place, device, now, now, until)
            number = db.execute("INSERT INTO sessions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", row).lastrowid
            return Opened(token, Session(number or 0, account, place, device, now, now, until))

    def _mint_device(self, account: str) -> str:
        device = "d" + self._ground.random(_DEVICE_BYTES).hex()
        with self._ground.store.writing() as db:
            db.execute("INSERT INTO devices VALUES (?, ?, ?)", (device, account, self._ground.now()))
        return device

    def _own_device(self, account: str, device: str) -> str:
        with self._ground.store.writing() as db:
            if not db.execute("SELECT 1 FROM devices WHERE id = ? AND account = ?", (device, account)).fetchone():
                raise Refused("device-unknown")
            self._end("device = ?", device)
        return device

    def find(self, token: str) -> Session | None:
        """The live session of a token. Counts as use: a socket calls it each minute, or its session falls asleep."""
        found = self._live("hash = ?", hash_of(token))
        if not found:
            return None
        session, now = found[0], self._ground.now()
        if now - session.seen >= self._ground.limits.seen * SECOND:
            with self._ground.store.writing() as db:
                db.execute("UPDATE sessions SET seen = ? WHERE number = ?", (now, session.number))
        return session

    def of(self, account: str) -> list[Session]:
        """The live sessions of an account, oldest first."""
        return self._live("account = ?", account)

    def end(self, token: str) -> None:
        """Log out. An unknown token changes nothing."""
        with self._ground.store.writing():
            self._end("hash = ?", hash_of(token))

    def revoke(self, number: int, by: str) -> bool:
        """End one session by its number. False: it had ended before."""
        with self._ground.store.writing():
            ended = self._end("number = ?", number)
            if ended:
                self._ground.journal.write("ended-session", by, ended)
            return bool(ended)

    def end_all(self, account: str, by: str) -> int:
        """End every session of an account; how many there were."""
        with self._ground.store.writing():
            ended = self._end("account = ?", account)
            if ended:
                self._ground.journal.write("ended-session", by, ended)
            return len(ended)

    def end_at(self, account: str, place: Place) -> None:
        """End an account's sessions in one seat."""
        with self._ground.store.writing():
            self._end("account = ? AND contest = ? AND panel = ? AND seat = ?", account, *place)

    def _end(self, condition: str, *values: str | int | bytes) -> list[str]:
        """The accounts whose live sessions these were, one for each."""
        with self._ground.store.writing() as db:
            rows = db.execute(
                f"UPDATE sessions SET ended_at = ? WHERE ended_at IS NULL AND {condition} RETURNING account",  # noqa: S608
                (self._ground.now(), *values),
            ).fetchall()
            accounts = [account for (account,) in rows]
            for account in accounts:
                self._ground.tell(account)
            return accounts

    def _live(self, condition: str, value: str | bytes) -> list[Session]:
        now = self._ground.now()
        with self._ground.store.reading() as db:
            rows = db.execute(
                f"SELECT {_COLUMNS} FROM sessions WHERE ended_at IS NULL AND until > ? AND seen > ? AND {condition} "  # noqa: S608
                "ORDER BY number",
                (now, now - self._ground.limits.idle * SECOND, value),
            ).fetchall()
        return [
            Session(number, account, Place(contest, panel, seat), device, at, seen, until)
            for number, account, contest, panel, seat, device, at, seen, until in rows
        ]


def csrf_of(token: str) -> str:
    """A session's CSRF secret: derived from its token, so it is nowhere kept and differs for every session."""
    return hmac.new(token.encode("utf-8", "replace"), b"biwu csrf", hashlib.sha256).hexdigest()


def csrf_agrees(token: str, sent: str) -> bool:
    return hmac.compare_digest(csrf_of(token).encode(), sent.encode("utf-8", "replace"))


def hash_of(token: str) -> bytes:
    """What is kept of a token: SHA-256 is enough for a secret of 128 random bits and more."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()
