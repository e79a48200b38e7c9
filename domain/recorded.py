"""One event of the record with its place and time, as every reader of the record is handed it."""

from __future__ import annotations

from typing import NamedTuple

from domain.decision import Event


class Recorded(NamedTuple):
    """`position` counts from 1 without gaps, `version` counts in its stream, `at` is official: µs since 1970, UTC."""

    position: int
    stream: str
    version: int
    at: int
    event: Event
