"""A whole house on a temporary folder: real record, desk, registry and hall behind real doors, and people in it.

Import the fixture into a conftest.py: `from tests.support.house import house`. A folder that needs more routes
(the judges' console) makes its own fixture from `open_house`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from domain import rules
from domain.commands import COMMANDS
from domain.decision import Actor
from ledger.clock import OfficialClock
from ledger.desk import Desk
from ledger.record import Record
from projections.hall import Hall
from registry.access.passwords import Cost
from registry.access.places import EVERYWHERE, Place
from registry.book import Registry
from registry.store import FILE_NAME
from tests.support import small
from tests.support.client import ORIGIN, Visitor
from tests.support.course import JUDGES, NAMES, SUPERVISOR, Course, Hands
from tests.support.small import (
    CHIEF,
    CLERK,
    CODER,
    LEADER,
    ORGANISER,
    TALLY,
    C,
)
from web.app import build
from web.identity.standing import Standing
from web.live.hub import Hub
from web.parts import Doors, Parts
from web.people import public_names

# what a test of pages needs, the people among it
__all__ = [
    "CHIEF",
    "CLERK",
    "CODER",
    "JUDGES",
    "NAMES",
    "OFFICIALS",
    "ORGANISER",
    "PASSWORD",
    "SUPERVISOR",
    "TALLY",
    "House",
    "house",
    "open_house",
]
OFFICIALS = (ORGANISER, CHIEF, CODER, CLERK, TALLY, small.ARBITER, LEADER, SUPERVISOR)
PASSWORD = "correct horse battery"
DOORS = Doors(frozenset({ORIGIN}))
CHEAP = Cost(memory_kib=64, iterations=1)


class House(Course):
    """`parts`, `app`, and people: every actor of tests/support/small.py has an account of the same id and its role."""

    def __init__(self, parts: Parts, server: TestClient, hands: Hands) -> None:
        super().__init__(parts, hands)
        assert server.portal
        self.app, self._portal = cast("Starlette", server.app), server.portal

    def visitor(self) -> Visitor:
        """Somebody nobody knows."""
        return Visitor(self.app, self._portal)

    def as_(self, actor: Actor, contest: str = C) -> Visitor:
        """That person, signed in; a judge sits in the actor's seat."""
        panel, _, seat = actor.seat.partition(".")
        place = Place(contest, panel, seat) if seat else EVERYWHERE
        opened = self.parts.registry.sessions.open(actor.account, place)
        return Visitor(self.app, self._portal, opened.token, seated=bool(seat))

    def stranger(self, account: str = "ruth") -> Visitor:
        """Somebody with an account and no role at all."""
        if self.parts.registry.accounts.get(account) is None:
            self.parts.registry.accounts.create(account, account.title(), "root")
        return self.as_(Actor(account, ""))


@contextmanager
def open_house(
    folder: Path,
    routes: Sequence[BaseRoute] | Callable[[Parts], Sequence[BaseRoute]] = (),
    rooms: Sequence[Path] = (),
    doors: Doors = DOORS,
) -> Iterator[House]:
    """Everything opened on a folder, the server running, accounts and roles given.

    `routes`: more of them, or what makes them of the parts; `rooms`: folders with templates/ and static/.
    """
    if not (folder / FILE_NAME).exists():
        shutil.copytree(_people().name, folder, dirs_exist_ok=True)
    hands = Hands()
    with ExitStack() as opened:
        record = Record.owned(folder)
        opened.callback(record.close)
        clock = OfficialClock(hands.wall, hands.elapsed)
        desk = opened.enter_context(Desk(record, rules, COMMANDS, clock))
        registry = opened.enter_context(Registry.open(folder, now=clock.now, cost=CHEAP))
        hall = Hall(public_names(registry))
        parts = Parts(record, desk, registry, hall, Hub(hall, clock.now), Standing(registry), doors)
        app = build(parts, routes(parts) if callable(routes) else routes, rooms)
        server = opened.enter_context(TestClient(app, base_url=ORIGIN))
        yield House(parts, server, hands)


@cache
def _people() -> TemporaryDirectory[str]:
    """A registry with everybody in it, made once and copied into each house."""
    folder = TemporaryDirectory(prefix="biwu-people-")
    with Registry.open(Path(folder.name), cost=CHEAP) as registry:
        _fill(registry)
    return folder


def _fill(registry: Registry) -> None:
    for actor in (*OFFICIALS, *JUDGES):
        registry.accounts.create(actor.account, actor.account.title(), "root")
        panel, _, seat = actor.seat.partition(".")
        registry.grants.grant(actor.account, actor.role, Place(C, panel, seat), "root")
    registry.grants.grant(ORGANISER.account, ORGANISER.role, EVERYWHERE, "root")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A house with people and no contest yet: say how far it is to have come, `house.prepared()`, `house.final()`."""
    with open_house(tmp_path) as house:
        yield house
