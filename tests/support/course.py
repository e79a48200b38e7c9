"""What happens in the small contest of a whole house, by the real desk: step by step, or up to a stage."""

from __future__ import annotations

import time
from itertools import count
from typing import Any, Self

from domain.codes.commands import DecodeCodes, DrawCodes
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
from ledger.clock import running_clock, wall_clock
from ledger.orders import Order, Receipt
from projections.progress import Progress
from tests.support import small
from tests.support.client import PATIENCE_S
from tests.support.small import CHIEF, CLERK, CODER, CODES, FLOOR, MINUTE, ORGANISER, RULEBOOK, SCORERS, TALLY, C
from web.parts import Parts
from web.people import person_of

SUPERVISOR = Actor("sven", "supervisor")
JUDGES = (*FLOOR, *SCORERS)
NAMES = {"e1": "王一", "e2": "李二"}


class Hands:
    """The clock's hands, which a test may turn on, never back."""

    def __init__(self) -> None:
        self.ahead = 0

    def wall(self) -> int:
        return wall_clock() + self.ahead

    def elapsed(self) -> int:
        return running_clock() + self.ahead


class Course:
    """The contest's course so far; each stage begins with the one before, so say only how far it is to have come."""

    def __init__(self, parts: Parts, hands: Hands) -> None:
        self.parts = parts
        self._hands = hands
        self._counters = count(1)

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

    # -- stages

    def opened(self, *, drill: bool = False) -> Self:
        """A contest with its rulebook and two entries, no codes yet."""
        self.does(ORGANISER, OpenContest(C, "小赛", "Small contest", "Asia/Shanghai", drill=drill))
        self.does(ORGANISER, FixRulebook(C, RULEBOOK))
        people = {person_of(C, entry): {"name": name} for entry, name in NAMES.items()}
        seals = self.parts.registry.people.write_all(people, ORGANISER.account)
        entries = (("e1", "101", "合肥"), ("e2", "102", "蚌埠"))
        new = tuple(NewEntry(entry, number, city, "", seals[person_of(C, entry)]) for entry, number, city in entries)
        self.does(ORGANISER, RegisterEntries(C, new))
        return self

    def prepared(self, *, drill: bool = False) -> Self:
        """Codes drawn, all seats taken, both modules open."""
        self.opened(drill=drill).does(CODER, DrawCodes(C, tuple(CODES.items())))
        for judge in JUDGES:
            panel, seat = judge.seat.split(".")
            self.does(judge, TakeSeat(C, panel, seat))
        for module in ("theory", "task"):
            self.does(CHIEF, OpenModule(C, module))
        return self

    def marked(self, *, drill: bool = False) -> Self:
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

    def tallied(self, *, drill: bool = False) -> Self:
        self.marked(drill=drill)
        for module in ("theory", "task"):
            self.does(CHIEF, CloseModule(C, module))
        self.does(TALLY, TallyScores(C, self.digest()))
        return self

    def provisional(self, *, drill: bool = False) -> Self:
        self.tallied(drill=drill).does(CODER, DecodeCodes(C, (SUPERVISOR.account,)))
        self.publishes()
        return self

    def publishes(self, corrections: int = 0) -> Receipt:
        """The next provisional revision."""
        return self.does(CHIEF, PublishProvisional(C, self.digest(), corrections))

    def noticed(self, *, drill: bool = False) -> Self:
        self.provisional(drill=drill).later(61)
        self.does(ORGANISER, OpenNotice(C))
        return self

    def final(self, *, drill: bool = False) -> Self:
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
