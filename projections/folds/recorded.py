"""One event of the record with its place and time, as every fold is handed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


class Recorded(Protocol):
    """`position` counts from 1 without gaps, `version` counts in its stream, `at` is µs since 1970, UTC."""

    @property
    def position(self) -> int: ...
    @property
    def stream(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def at(self) -> int: ...
    @property
    def event(self) -> Any: ...  # noqa: ANN401 - any dataclass of any events.py


@dataclass(frozen=True, slots=True)
class Supposed:
    """An event that has not happened, so that a fold can be asked what it would change."""

    position: int
    stream: str
    version: int
    at: int
    event: Any
