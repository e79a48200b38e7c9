"""A practice contest on its way to where the visitor comes in: its people ask the desk itself, many orders a commit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from random import SystemRandom
from typing import Any

from biwu.rehearsal.cast import Cast, Person
from biwu.rehearsal.claim import PANEL, claim, farthest_out, just_missed
from biwu.rehearsal.judging import Floor
from biwu.rehearsal.pace import Pace
from biwu.rehearsal.rules import without_windows
from biwu.rehearsal.staff import TITLES
from biwu.rehearsal.story import MODULES, ZONE, judged_panels, skill_of, theory_score
from domain.codes.commands import DecodeCodes, DrawCodes
from domain.contest.commands import CloseModule, FixRulebook, OpenContest, OpenModule, TakeSeat
from domain.marks import canonical
from domain.publication.commands import PublishProvisional, TallyScores
from domain.rulebook.panels import Panel
from domain.rulings.commands import FileRuling
from domain.sheets.commands import EnterMark, EnterScores, SignSheet
from registry.access.places import EVERYWHERE, Place
from web.acting import ask
from web.entering import enter_entries
from web.identity.identity import Identity
from web.imports.entries import EntryRow
from web.imports.plans import plan_entries
from web.pages.appeals.delegations import speaks_for
from web.pages.organiser.codes import by_lot
from web.pages.organiser.doing import followed
from web.pages.organiser.seating.people import newcomer
from web.parts import Parts
from web.people import person_of

RULING = "r1"
_SCORE = ("theory-paper", "score")

Wish = tuple[Identity, Any]  # who asks, and the command


@dataclass
class Backstage:
    """The same rules, roles and receipts as through the doors, without frames and forms. `organiser`: an account."""

    parts: Parts
    organiser: str
    contest: str
    titles: tuple[str, str]
    cast: Cast
    officials: dict[str, Identity] = field(default_factory=dict)
    _values: dict[str, dict[str, dict[str, Decimal]]] = field(default_factory=dict)  # of PANEL: code → aspect → seat
    _codes: dict[str, str] = field(default_factory=dict)  # code → entry
    _counters: Iterator[int] = field(default_factory=lambda: count(1))

    async def begin(self) -> None:
        """Up to the first mark of a judge: list, codes, theory scores; all modules open."""
        await self._ask(
            (self._owner, OpenContest(self.contest, *self.titles, ZONE, drill=True)),
            (self._owner, FixRulebook(self.contest, without_windows())),
        )
        rows = [_row(person) for person in self.cast.people]
        await enter_entries(self.parts, self._owner, next(self._counters), self.contest, plan_entries(rows, {}))
        people = {f"e{person.number}": person for person in self.cast.people}
        pairs = by_lot((), list(people), SystemRandom())
        self._codes = dict(pairs)
        panel, aspect = _SCORE
        scores = tuple((code, aspect, canonical(theory_score(people[entry]))) for code, entry in pairs)
        chief = self._official("chief_judge")
        await self._ask(
            (self._official("coding_judge"), DrawCodes(self.contest, pairs)),
            *((chief, OpenModule(self.contest, module)) for module in MODULES),
            (self._official("entry_clerk"), EnterScores(self.contest, panel, scores)),
        )

    async def publish(self) -> None:
        """From the first mark to the provisional result."""
        floor = Floor(len(self._codes), skill_of, Pace(1))
        seats = [(panel, seat) for panel in judged_panels() for seat in panel.seats]
        await self._ask(*(wish for panel, seat in seats for wish in self._work(floor, panel, seat)))
        chief, tally, coder = (self._official(role) for role in ("chief_judge", "tally_clerk", "coding_judge"))
        await self._ask(*((chief, CloseModule(self.contest, module)) for module in MODULES))
        await self._ask((tally, TallyScores(self.contest, self._digest())))
        await self._ask((coder, DecodeCodes(self.contest, (self._official("supervisor").account,))))
        await self._ask((chief, PublishProvisional(self.contest, self._digest(), 0)))

    async def appeal(self) -> None:
        """Whoever just missed a first prize has a leader, and the leader a doubt."""
        with self.parts.hall.wall(self.contest) as wall:
            row = just_missed(wall.board.view().plain()["rows"])
        leader, registry = self._official("team_leader"), self.parts.registry
        speaks_for(registry, leader.account, self.contest, row["delegation"], self.organiser)
        mark = farthest_out(row["code"], self._values[row["code"]])
        note = registry.documents.write(claim(mark), leader.account, person_of(self.contest, row["entry"]))
        place = (mark["panel"], mark["seat"], mark["aspect"])
        await self._ask((leader, FileRuling(self.contest, RULING, "appeal", row["entry"], *place, note)))

    def appoint(self, role: str, name: str, panel: str = "", seat: str = "") -> Identity:
        """Somebody new with a role in the contest, or in one of its seats."""
        place = Place(self.contest, panel, seat)
        account = newcomer(self.parts, name, role, place, self.organiser)
        return Identity(account, account, place, "")

    def secret(self, who: Identity, life_s: int) -> str:
        """Of a one-time link."""
        return self.parts.registry.links.make(who.account, self.organiser, who.place, life_s).secret

    # -- who asks, and what

    @property
    def _owner(self) -> Identity:
        return Identity(self.organiser, f"{self.organiser}-{self.contest}", EVERYWHERE, "")

    def _official(self, role: str) -> Identity:
        if role not in self.officials:
            self.officials[role] = self.appoint(role, TITLES[role])
        return self.officials[role]

    def _work(self, floor: Floor, panel: Panel, seat: str) -> Iterator[Wish]:
        """All a judge does: floor judges see the same, scoring judges differ a little."""
        judge = self.appoint(panel.role, f"{panel.title.zh} {seat}", panel.id, seat)
        yield judge, TakeSeat(self.contest, panel.id, seat)
        for code in self._codes:
            sheet = (self.contest, panel.id, code, seat)
            for aspect in panel.aspects:
                bounds = {"id": aspect.id, "min": aspect.min, "max": aspect.max, "step": aspect.step}
                agreed = panel.scoring == "process"
                value = floor.truth(panel.id, code, bounds) if agreed else floor.opinion(panel.id, seat, code, bounds)
                if panel.id == PANEL:
                    self._values.setdefault(code, {}).setdefault(aspect.id, {})[seat] = value
                yield judge, EnterMark(*sheet, aspect.id, canonical(value))
            yield judge, SignSheet(*sheet)

    def _digest(self) -> str:
        with self.parts.hall.wall(self.contest) as wall:
            return wall.result().digest

    async def _ask(self, *wishes: Wish) -> None:
        """All of them in this order; done when the pages show it. Raises: Refused, TooBusy."""
        asked = (ask(self.parts, who, next(self._counters), command) for who, command in wishes)
        for receipt in await asyncio.gather(*asked):
            await followed(self.parts, self.contest, receipt)


def _row(person: Person) -> EntryRow:
    return EntryRow(person.number, person.name, person.delegation, person.team, batch=person.batch)
