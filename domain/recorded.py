"""One event of the record with its place and time, as every reader of the record is handed it."""

from __future__ import annotations

from typing import NamedTuple

from domain.decision import Event

# The same, bare: for who reads half a million of them.
Told = tuple[int, str, int, int, Event]


class Recorded(NamedTuple):
    """`position` counts from 1 without gaps, `version` counts in its stream, `at` is official: µs since 1970, UTC."""

    position: int
    stream: str
    version: int
    at: int
    event: Event

    @classmethod
    def of(cls, told: Told) -> Recorded:
        """With its names."""
        return told if isinstance(told, Recorded) else cls._make(told)
