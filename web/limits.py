"""How much of something is too much: a bucket that fills again, one for each socket or each address."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from time import monotonic

_IPV6_HOME = 64  # one customer's IPv6 addresses share this prefix
_MOST_ADDRESSES = 10_000


class Bucket:
    """Lets `burst` through at once and `per_second` after that."""

    __slots__ = ("_burst", "_clock", "_level", "_per_second", "_since")

    def __init__(self, burst: int, per_second: int, clock: Callable[[], float] = monotonic) -> None:
        self._burst, self._per_second, self._clock = burst, per_second, clock
        self._level, self._since = float(burst), clock()

    def take(self) -> bool:
        """Whether one more may pass."""
        now = self._clock()
        self._level = min(self._burst, self._level + (now - self._since) * self._per_second)
        self._since = now
        if self._level < 1:
            return False
        self._level -= 1
        return True

    def wait_s(self) -> int:
        """Whole seconds until one may pass again, at least 1."""
        return max(1, -int((self._level - 1) // self._per_second))


class PerAddress:
    """A bucket for each address, for those seen latest; a whole hall may come in through one."""

    def __init__(self, burst: int, per_second: int, clock: Callable[[], float] = monotonic) -> None:
        self._new = partial(Bucket, burst, per_second, clock)
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def of(self, address: str) -> Bucket:
        home = _home(address)
        bucket = self._buckets.setdefault(home, self._new())
        self._buckets.move_to_end(home)
        if len(self._buckets) > _MOST_ADDRESSES:
            self._buckets.popitem(last=False)
        return bucket


def _home(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is None:
        return str(ipaddress.IPv6Network((int(parsed), _IPV6_HOME), strict=False))
    return str(parsed)
