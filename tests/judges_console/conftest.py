"""A house with the judges' doors, behind the test client's loop."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from judges_console.page import ROOM, routes
from judges_console.socket import JudgesSocket
from tests.support.house import House, open_house


@contextmanager
def _opened(folder: Path) -> Iterator[House]:
    with open_house(folder, rooms=[ROOM]) as house:
        house.app.router.routes.extend(routes(JudgesSocket(house.parts)))
        yield house


@pytest.fixture
def house(tmp_path) -> Iterator[House]:
    with _opened(tmp_path) as house:
        yield house


@pytest.fixture(scope="module")
def shared_house(tmp_path_factory) -> Iterator[House]:
    """Prepared, and one for all tests of a module that leave things as they found them."""
    with _opened(tmp_path_factory.mktemp("house")) as house:
        yield house.prepared()
