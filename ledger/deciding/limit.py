"""How many refusals a device may cause: they are stored for good, so a stuck key must not fill the record."""

from __future__ import annotations

from ledger.clock import Microseconds

SECOND = 1_000_000


class RefusalLimit:
    """A bucket of `burst` refusals per device that fills again at `per_second`."""

    def __init__(self, burst: int, per_second: int, elapsed: Microseconds) -> None:
        self._full = burst * SECOND
        self._per_second = per_second
        self._elapsed = elapsed
        self._buckets: dict[str, tuple[int, int]] = {}  # device -> level in millionths of a refusal, as of µs

    def wait_ms(self, device: str) -> int:
        """0 while the device may be refused once more, else the milliseconds until it may."""
        if device not in self._buckets:
            return 0
        short = SECOND - self._level(device)
        return 0 if short <= 0 else -(-short // (self._per_second * 1000))

    def spend(self, device: str) -> None:
        self._buckets[device] = (max(0, self._level(device) - SECOND), self._elapsed())

    def _level(self, device: str) -> int:
        now = self._elapsed()
        level, since = self._buckets.get(device, (self._full, now))
        return min(self._full, level + (now - since) * self._per_second)
