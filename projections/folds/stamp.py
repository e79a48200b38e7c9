"""Where a mark stands in the record and when it was made, as one whole number: a pair would take twice the memory."""

from __future__ import annotations

TIME_BITS = 64  # of the official time, µs since 1970
_LATEST = (1 << TIME_BITS) - 1


def stamp(position: int, at: int) -> int:
    """Later positions are greater stamps."""
    return position << TIME_BITS | at


def position_of(stamped: int) -> int:
    return stamped >> TIME_BITS


def time_of(stamped: int) -> int:
    return stamped & _LATEST
