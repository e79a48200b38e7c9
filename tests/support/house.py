"""A whole house on a temporary folder: real record, desk, registry and hall behind real doors, and people in it.

Import the fixture into a conftest.py: `from tests.support.house import house`. A folder that needs more routes
(the judges' console) makes its own fixture from `open_house`.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import pytest
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from domain import rules
from domain.codes.commands import DecodeCodes, DrawCodes
from domain.commands import COMMANDS
from domain.contest.commands import (
    CloseModule,
    FixRulebook,
    NewEntry,
    OpenContest,
    OpenModule,
    RegisterEntries,
    TakeSeat,
)
from domain.decision import Actor
from domain.notes import Note
from domain.publication.commands import OpenNotice, PublishFinal, PublishProvisional, TallyScores
from domain.sheets.commands import EnterMark, EnterScores, SignSheet
from ledger.clock import OfficialClock, running_clock, wall_clock
from ledger.desk import Desk
from ledger.orders import Order, Receipt
from ledger.record import Record
from projections.hall import Hall
from projections.progress import Progress
from registry.access.passwords import Cost
from registry.access.places import EVERYWHERE, Place
from registry.book import Registry
from registry.store import FILE_NAME
from tests.support import small
from tests.support.client import ORIGIN, PATIENCE_S, Visitor
from tests.support.small import (
    CHIEF,
    CLERK,
    CODER,
    CODES,
    FLOOR,
    LEADER,
    MINUTE,
    ORGANISER,
    RULEBOOK,
    SCORERS,
    TALLY,
    C,
)
from web.app import build
from web.identity.standing import Standing
from web.live.hub import Hub
from web.parts import Doors, Parts
from web.people import person_of, public_names

SUPERVISOR = Actor("sven", "supervisor")
OFFICIALS = (ORGANISER, CHIEF, CODER, CLERK, TALLY, small.ARBITER, LEADER, SUPERVISOR)
JUDGES = (*FLOOR, *SCORERS)
NAMES = {"e1": "王一", "e2": "李二"}
PASSWORD = "correct horse battery"
DOORS = Doors(frozenset({ORIGIN}))
CHEAP = Cost(memory_kib=64, iterations=1)


class House:
    """`parts`, `app`, and people: every actor of tests/support/small.py has an account of the same id and its role."""

    def __init__(self, parts: Parts, server: TestClient, hands: Hands) -> None:
        self.parts, self.app = parts, cast("Starlette", server.app)
        assert server.portal
        self._portal = server.portal
        self._hands = hands
        self._counters = count(1)

    # -- people at browsers

    def visitor(self) -> Visitor:
        """Somebody nobody knows."""
        return Visitor(self.app, self._portal)

    def as_(self, actor: Actor, contest: str = C) -> Visitor:
        """That person, signed in; a judge sits in the actor's seat."""
        panel, _, seat = actor.seat.partition(".")
        place = Place(contest, panel, seat) if seat else EVERYWHERE
        opened = self.parts.registry.sessions.open(actor.account, place)
        return Visitor(self.app, self._portal, opened.token)

    def stranger(self, account: str = "ruth") -> Visitor:
        """Somebody with an account and no role at all."""
        if self.parts.registry.accounts.get(account) is None:
            self.parts.registry.accounts.create(account, account.title(), "root")
        return self.as_(Actor(account, ""))

    # -- what happens in the contest

    def does(self, actor: Actor, command: Any) -> Receipt:
        """The accepted receipt; the hall has followed when it is handed out."""
        receipt = self.asks(actor, command)
        assert receipt.accepted, receipt
        self.caught_up()
        return receipt

    def asks(self, actor: Actor, command: Any) -> Receipt:
        """The receipt, accepted or refused."""
        answer = self.parts.desk.ask_and_wait(Order(actor, "house", next(self._counters), command), PATIENCE_S)
        assert isinstance(answer, Receipt), answer
        return answer

    def note(self, text: str = "reason", by: Actor = CHIEF) -> Note:
        """Free text in the registry, as commands name it."""
        return self.parts.registry.documents.write(text, by.account)

    def marks(self, judge: Actor, code: str, **marks: str) -> None:
        """One sheet's marks (aspect=value), not signed."""
        for aspect, value in marks.items():
            self.does(judge, EnterMark(*small.on(judge, code), aspect, value))

    def signs(self, judge: Actor, code: str) -> Receipt:
        return self.does(judge, SignSheet(*small.on(judge, code)))

    def later(self, minutes: int) -> None:
        """The official clock goes on by so much."""
        self._hands.ahead += minutes * MINUTE

    # -- how far the contest has come; each stage begins with the one before

    def opened(self, *, drill: bool = False) -> House:
        """A contest with its rulebook and two entries, no codes yet."""
        self.does(ORGANISER, OpenContest(C, "小赛", "Small contest", "Asia/Shanghai", drill=drill))
        self.does(ORGANISER, FixRulebook(C, RULEBOOK))
        people = {person_of(C, entry): {"name": name} for entry, name in NAMES.items()}
        seals = self.parts.registry.people.write_all(people, ORGANISER.account)
        entries = (("e1", "101", "合肥"), ("e2", "102", "蚌埠"))
        new = tuple(NewEntry(entry, number, city, "", seals[person_of(C, entry)]) for entry, number, city in entries)
        self.does(ORGANISER, RegisterEntries(C, new))
        return self

    def prepared(self, *, drill: bool = False) -> House:
        """Codes drawn, all seats taken, both modules open."""
        self.opened(drill=drill).does(CODER, DrawCodes(C, tuple(CODES.items())))
        for judge in JUDGES:
            self.does(judge, TakeSeat(C, *judge.seat.split(".")))
        for module in ("theory", "task"):
            self.does(CHIEF, OpenModule(C, module))
        return self

    def marked(self, *, drill: bool = False) -> House:
        """Every sheet marked and signed: code 07 (e1) gets 80 in theory, 12 (e2) gets 90; the tasks are alike."""
        self.prepared(drill=drill).does(CLERK, EnterScores(C, "paper", (("07", "score", "80"), ("12", "score", "90"))))
        for code in CODES:
            for judge in FLOOR:
                self.marks(judge, code, p1="15", p2="16")
                self.signs(judge, code)
            for judge, value in zip(SCORERS, ("50", "52", "48.5"), strict=True):
                self.marks(judge, code, q1=value)
                self.signs(judge, code)
        return self

    def tallied(self, *, drill: bool = False) -> House:
        self.marked(drill=drill)
        for module in ("theory", "task"):
            self.does(CHIEF, CloseModule(C, module))
        self.does(TALLY, TallyScores(C, self.digest()))
        return self

    def provisional(self, *, drill: bool = False) -> House:
        self.tallied(drill=drill).does(CODER, DecodeCodes(C, (SUPERVISOR.account,)))
        self.publishes()
        return self

    def publishes(self, corrections: int = 0) -> Receipt:
        """The next provisional revision."""
        return self.does(CHIEF, PublishProvisional(C, self.digest(), corrections))

    def noticed(self, *, drill: bool = False) -> House:
        self.provisional(drill=drill).later(61)
        self.does(ORGANISER, OpenNotice(C))
        return self

    def final(self, *, drill: bool = False) -> House:
        self.noticed(drill=drill).later(121)
        self.does(CHIEF, PublishFinal(C, self.digest(), 0))
        return self

    # -- what is known

    def digest(self) -> str:
        """Of the official result as of now."""
        with self.parts.hall.wall(C) as wall:
            return wall.result().digest

    def progress(self) -> Progress:
        with self.parts.hall.wall(C) as wall:
            return wall.progress()

    def caught_up(self) -> None:
        """Waits until the hall shows all that is recorded."""
        deadline = time.monotonic() + PATIENCE_S
        while self.parts.hall.position < self.parts.record.head().position:
            assert time.monotonic() < deadline, "the hall does not follow"
            time.sleep(0.001)


class Hands:
    """The clock's hands, which a test may turn on, never back."""

    def __init__(self) -> None:
        self.ahead = 0

    def wall(self) -> int:
        return wall_clock() + self.ahead

    def elapsed(self) -> int:
        return running_clock() + self.ahead


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
