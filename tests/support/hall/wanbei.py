"""The contest of northern Anhui with invented people, brought as far as a test wants it by orders to the desk."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from biwu.rehearsal.cast import Person, cast
from biwu.rehearsal.rules import preset
from domain import streams
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
from domain.publication.commands import PublishProvisional, TallyScores
from domain.recorded import Recorded
from domain.rulebook.panels import Panel
from domain.rulebook.reading import fixed
from domain.rulebook.rulebook import Rulebook
from domain.sheets.commands import EnterMark, EnterScores, SignSheet
from domain.streams import SheetKey
from projections.rows.view import Plain
from projections.wall import Wall
from registry.access.places import Place
from tests.support.hall.people import CHIEF, CLERK, CODER, ORGANISER, SUPERVISOR, TALLY, judge, let_in
from tests.support.hall.server import PATIENCE_S, Server
from web.people import person_of

MODULES = ("theory", "wire", "insulator")
HALF = Decimal("0.5")
Asked = Iterator[tuple[Actor, Any]]


@dataclass(frozen=True)
class Contest:
    """One contest on a server; `people` by the code each of them drew."""

    server: Server
    id: str
    people: Mapping[str, Person]
    rules: Rulebook

    # -- how far it has come

    def does(self, actor: Actor, *commands: Any) -> None:
        self.server.does(actor, *commands)

    def marks(self, panel: str, code: str, seat: str, values: Mapping[str, str], *, signed: bool = True) -> None:
        """One sheet's marks, aspect → value, and the signature under them."""
        self.server.do(self._sheet(self.rules.panel(panel), code, seat, values, signed=signed))

    def begins(self, module: str, *codes: str) -> None:
        """What judges mark and sign of these codes in a module, but for each panel's last judge."""
        self.server.do(asked for code in codes for asked in self._work(module, code, slice(-1)))

    def finishes(self, module: str, *codes: str) -> None:
        """And each panel's last judge."""
        self.server.do(asked for code in codes for asked in self._work(module, code, slice(-1, None)))

    def works(self, module: str, *codes: str) -> None:
        """Both."""
        self.begins(module, *codes)
        self.finishes(module, *codes)

    def scored(self) -> None:
        """The theory paper's scores, all of them."""
        rows = tuple((code, "score", _near(each, Decimal(100), code)) for code, each in self.people.items())
        self.does(CLERK, EnterScores(self.id, "theory-paper", rows))

    def tallied(self) -> None:
        """All marked, modules closed, scores tallied: still on codes."""
        self.scored()
        for module in MODULES[1:]:
            self.works(module, *self.people)
        self.does(CHIEF, *(CloseModule(self.id, module) for module in MODULES))
        self.does(TALLY, TallyScores(self.id, self.digest()))

    def publishes(self) -> None:
        """What is tallied is decoded and published for the first time."""
        self.does(CODER, DecodeCodes(self.id, (SUPERVISOR.account,)))
        self.does(CHIEF, PublishProvisional(self.id, self.digest(), 0))

    # -- what one may know of it

    @property
    def codes(self) -> list[str]:
        return list(self.people)

    def link(self, seat: str) -> str:
        """A judge's one-time link; `seat` is like "wire-process.F1"."""
        panel, _, name = seat.partition(".")
        return self.server.link(judge(panel, name).account, Place(self.id, panel, name))

    def rows(self) -> dict[str, Plain]:
        """The public board's rows by code."""
        with self.wall() as wall:
            return {row["code"]: row for row in wall.board.view().plain()["rows"]}

    def digest(self) -> str:
        """Of the official result as of now."""
        with self.wall() as wall:
            return wall.result().digest

    def sheet(self, panel: str, code: str, seat: str) -> list[Recorded]:
        """What the record holds of one sheet."""
        return self.server.parts.record.stream(streams.sheet(SheetKey(self.id, panel, code, seat)))

    @contextmanager
    def wall(self) -> Iterator[Wall]:
        """What hangs in the hall, all of the record folded."""
        parts, deadline = self.server.parts, time.monotonic() + PATIENCE_S
        while parts.hall.position < parts.record.head().position:
            assert time.monotonic() < deadline, "the hall does not follow"
            time.sleep(0.002)
        with parts.hall.wall(self.id) as wall:
            yield wall

    # -- what judges ask

    def _work(self, module: str, code: str, which: slice) -> Asked:
        for panel in self.rules.panels_of(module):
            for seat in panel.seats[which]:
                # the floor judges must agree, so they see with the same eyes
                eyes = f"{code} {panel.id} {'' if panel.scoring == 'process' else seat}"
                values = {one.id: _near(self.people[code], one.max, f"{eyes} {one.id}") for one in panel.aspects}
                yield from self._sheet(panel, code, seat, values)

    def _sheet(self, panel: Panel, code: str, seat: str, values: Mapping[str, str], *, signed: bool = True) -> Asked:
        sheet, who = (self.id, panel.id, code, seat), judge(panel.id, seat, panel.role)
        for aspect, value in values.items():
            yield who, EnterMark(*sheet, aspect, value)
        if signed:
            yield who, SignSheet(*sheet)


def opened(server: Server, contest: str, people: int, *, drill: bool = False, text: str = preset()) -> Contest:
    """A contest with so many of the cast, codes drawn, every seat taken, all modules open."""
    cast_ = cast().people[:people]
    rules = fixed(text)
    let_in(server, contest, rules)
    title = ("皖北配电技能竞赛", "Northern Anhui power-distribution contest")
    server.does(ORGANISER, OpenContest(contest, *title, "Asia/Shanghai", drill), FixRulebook(contest, text))
    server.does(ORGANISER, _registration(server, contest, cast_))
    codes = [f"{n:02d}" for n in range(1, people + 1)]
    random.Random(7).shuffle(codes)
    drawn = dict(sorted(zip(codes, cast_, strict=True)))
    server.does(CODER, DrawCodes(contest, tuple((code, f"e{person.number}") for code, person in drawn.items())))
    judged = [panel for panel in rules.panels if rules.module(panel.module).marked_by == "judges"]
    seats = [(judge(panel.id, seat, panel.role), panel.id, seat) for panel in judged for seat in panel.seats]
    server.do((who, TakeSeat(contest, panel, seat)) for who, panel, seat in seats)
    server.does(CHIEF, *(OpenModule(contest, module) for module in MODULES))
    return Contest(server, contest, drawn, rules)


def half_marked(server: Server, contest: str) -> Contest:
    """Thirty contestants in the middle of the day: theory done, one task nearly, the other begun."""
    running = opened(server, contest, 30)
    running.scored()
    codes = sorted(running.people, key=lambda code: (running.people[code].batch, code))
    running.works("wire", *codes[:22])
    running.begins("wire", *codes[22:24])
    running.works("insulator", *codes[:11])
    running.begins("insulator", *codes[11:13])
    return running


def _registration(server: Server, contest: str, people: Iterable[Person]) -> RegisterEntries:
    named = {person_of(contest, f"e{person.number}"): {"name": person.name} for person in people}
    seals = server.parts.registry.people.write_all(named, ORGANISER.account)
    batches: dict[str, list[str]] = {}
    for person in people:
        batches.setdefault(person.batch, []).append(f"e{person.number}")
    entries = tuple(
        NewEntry(f"e{each.number}", each.number, each.delegation, "", seals[person_of(contest, f"e{each.number}")])
        for each in people
    )
    return RegisterEntries(contest, entries, (), tuple((batch, tuple(each)) for batch, each in batches.items()))


def _near(person: Person, most: Decimal, eyes: str) -> str:
    """A mark of somebody of this skill, in steps of a half; the same for the same eyes."""
    share = Decimal(random.Random(eyes).triangular(0.55, 1.0, 0.6 + 0.4 * person.skill)).quantize(Decimal("0.001"))
    steps = (most * share / HALF).to_integral_value()
    return format((steps * HALF).normalize(), "f")
