"""The official clock: wall time at the start plus time elapsed since, so that it never runs backwards."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from ledger.events import ClockAnchored

Microseconds = Callable[[], int]

DRIFT = 500_000  # µs the wall clock may stray before it is written down again

# Linux can count the time a laptop sleeps; elsewhere the monotonic clock is the best there is
_ELAPSED = getattr(time, "CLOCK_BOOTTIME", None)


def wall_clock() -> int:
    """The computer's idea of UTC, µs since 1970; somebody may set it at any moment."""
    return time.time_ns() // 1000


def running_clock() -> int:
    """µs since some moment in the past; nobody can set it."""
    return (time.monotonic_ns() if _ELAPSED is None else time.clock_gettime_ns(_ELAPSED)) // 1000


class OfficialClock:
    """Tells official time in µs since 1970, UTC; a stepped wall clock moves no deadline, it is only written down."""

    def __init__(self, wall: Microseconds = wall_clock, elapsed: Microseconds = running_clock) -> None:
        self.boot = secrets.token_hex(8)
        self._wall, self._elapsed = wall, elapsed
        self._zero = wall() - elapsed()
        self._floor = 0
        self._stray = 0

    def hold(self, earliest: int) -> None:
        """Never tell a time before this one: the record's last."""
        self._floor = max(self._floor, earliest)

    def now(self) -> int:
        return max(self._floor, self._zero + self._elapsed())

    def elapsed(self) -> int:
        """µs on the clock that nobody sets, for limits and waiting."""
        return self._elapsed()

    def strayed(self) -> bool:
        """Whether the wall clock has moved by more than DRIFT since the last anchor."""
        return abs(self._wall() - self._zero - self._elapsed() - self._stray) > DRIFT

    def anchor(self) -> ClockAnchored:
        """Both clocks read together; `uncertainty` is how far official time may lie from the wall clock just read."""
        before = self._elapsed()
        wall = self._wall()
        after = self._elapsed()
        uncertainty = abs(self.now() - wall) + after - before
        return ClockAnchored(self.boot, wall, after, uncertainty)

    def noted(self, anchor: ClockAnchored) -> None:
        """The anchor is in the record: the wall clock strays from here on."""
        self._stray = anchor.wall - self._zero - anchor.monotonic
