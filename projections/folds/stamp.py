"""Where a mark stands in the record and when it was made, as one whole number: a pair would take twice the memory."""

from __future__ import annotations

TIME_BITS = 64  # of the official time, µs since 1970; above them the position, so that later marks are greater
_LATEST = (1 << TIME_BITS) - 1


def position_of(stamped: int) -> int:
    return stamped >> TIME_BITS


def time_of(stamped: int) -> int:
    return stamped & _LATEST
