"""A registry in a folder of its own, with a clock that only moves when told and a cheap price for passwords."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from registry.access.limits import SECOND
from registry.access.passwords import Cost
from registry.book import Registry

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)


class Clock:
    """µs UTC; starts on an autumn morning."""

    def __init__(self) -> None:
        self.now = 1_795_000_000 * SECOND

    def __call__(self) -> int:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += round(seconds * SECOND)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def registry(tmp_path: Path, clock: Clock) -> Iterator[Registry]:
    with Registry.open(tmp_path / "data", now=clock, cost=CHEAP) as opened:
        yield opened
