"""How often a password was tried: five are free, per account and per address, then each failure doubles the wait."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from typing import NamedTuple

from domain.errors import Refused
from registry.access.ground import Ground
from registry.access.limits import SECOND

_IPV6_HOME = 64  # one customer's IPv6 addresses share this prefix


class Try(NamedTuple):
    """One counted try; `last_free`: the account has none left, from here on it waits."""

    account: str
    address: str
    last_free: bool
    address_until: int


class Attempts:
    """Counts that survive a restart; accounts and addresses are kept as keyed hashes only."""

    def __init__(self, ground: Ground, blind: bytes) -> None:
        self._ground = ground
        self._blind = blind

    def begin(self, account: str, address: str) -> Try:
        """Count a try before its password is looked at, so that many at once cannot slip past the limit.

        Raises Refused: `too-many-tries` with `wait_s`; it counts nothing.
        """
        now, limits = self._ground.now(), self._ground.limits
        with self._ground.store.writing() as db:
            db.execute("DELETE FROM attempts WHERE at < ? AND until < ?", (self._ground.after(-limits.quiet), now))
            whose = (self._who("account", account), self._who("address", _network(address)))
            counts = [self._count(who) for who in whose]
            wait = max(until for _, until in counts) - now
            if wait > 0:
                raise Refused("too-many-tries", wait_s=-(-wait // SECOND))
            rows = [
                (who, failed + 1, now, self._free_again(failed + 1))
                for who, (failed, _) in zip(whose, counts, strict=True)
            ]
            db.executemany("INSERT OR REPLACE INTO attempts VALUES (?, ?, ?, ?)", rows)
        return Try(account, address, rows[0][1] == limits.tries, rows[1][3])

    def passed(self, tried: Try) -> None:
        """The try was right: the account starts afresh, the address gets this one back.

        Not more: or somebody with an account of his own could guess at others for ever from the same place.
        """
        with self._ground.store.writing() as db:
            db.execute("DELETE FROM attempts WHERE who = ?", (self._who("account", tried.account),))
            back = "UPDATE attempts SET failed = max(failed - 1, 0), until = iif(until = ?, 0, until) WHERE who = ?"
            db.execute(back, (tried.address_until, self._who("address", _network(tried.address))))

    def _count(self, who: bytes) -> tuple[int, int]:
        with self._ground.store.reading() as db:
            row: tuple[int, int] | None = db.execute(
                "SELECT failed, until FROM attempts WHERE who = ?", (who,)
            ).fetchone()
        return row or (0, 0)

    def _free_again(self, failed: int) -> int:
        over = failed - self._ground.limits.tries
        if over < 0:
            return 0
        doubled: int = self._ground.limits.first_wait << min(over, 20)  # beyond any cap; keeps the figure small
        return self._ground.after(min(doubled, self._ground.limits.longest_wait))

    def _who(self, kind: str, name: str) -> bytes:
        return hmac.new(self._blind, f"{kind}\n{name}".encode("utf-8", "replace"), hashlib.sha256).digest()


def _network(address: str) -> str:
    """An IPv4 address as it is, an IPv6 address's first 64 bits, anything else as it is."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        mapped = parsed.ipv4_mapped
        return str(mapped) if mapped else str(ipaddress.IPv6Network((int(parsed), _IPV6_HOME), strict=False))
    return str(parsed)
