"""One diving event on a real server: registered through the pages, judged through the sockets, round after round."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import groupby

import pytest

from biwu.rehearsal.device import Device, Refusal
from biwu.rehearsal.office import Upload
from biwu.rehearsal.staff import Official
from projections.rows.outcome import outcome
from tests.support.served import Served
from tests.support.sitting import bounded, sit
from web.exports.workbook import xlsx_table

Dive = Mapping[str, str]


@dataclass
class Event:
    """One event on a server. `rules`: its rulebook; `dives` by stage; `ranks` found by stage and diver."""

    id: str
    house: Served
    rules: str
    dives: Mapping[str, Sequence[Dive]]
    chief: Official = field(init=False)
    office: Device = field(init=False)
    code_of: dict[str, str] = field(default_factory=dict)
    ranks: dict[str, dict[str, int]] = field(default_factory=dict)
    went_on: dict[str, frozenset[str]] = field(default_factory=dict)
    receipts: int = 0

    def made(self, stage: str) -> dict[str, int]:
        """How many dives each diver made."""
        divers = [dive["diver_id"] for dive in self.dives[stage]]
        return {diver: divers.count(diver) for diver in divers}

    def asked(self, stage: str) -> int:
        return max(self.made(stage).values())

    # -- before

    async def register(self) -> None:
        """A list of divers, codes drawn, and rules with as many dives as each round of this event has."""
        staff = self.house.staff
        attempts = ", ".join(f"{stage} = {self.asked(stage)}" for stage in self.dives)
        rules = self.rules.replace("attempts = 6", f"attempts = {{ {attempts} }}")
        await staff.open_contest(self.id, (f"跳水 {self.id}", f"Diving {self.id}"), "Australia/Sydney", rules)
        entries = [(diver, f"Diver {diver}") for diver in self.made("prelim")]
        book = xlsx_table("entries", ("entry no.", "name"), entries)
        await staff.enter_file(staff.organiser, f"/desk/{self.id}/entries", Upload("entries.xlsx", book), {})
        coder = await staff.appoint(self.id, "coding_judge")
        await coder.office.send(f"/desk/{self.id}/codes/draw", {})
        self.chief = await staff.appoint(self.id, "chief_judge")
        with self.house.parts.hall.wall(self.id) as wall:
            entry_of, registered = wall.marks.codes.entry_of, wall.marks.contest.entries
            self.code_of = {registered[entry].number: code for code, entry in entry_of.items()}

    # -- one round

    async def dive(self, stage: str) -> None:
        module = f"{stage}.diving"
        await self.office.command("open-module", module=module)
        async with AsyncExitStack() as table:
            referee = (await sit(table, self.house, self.id, f"{stage}.sheet"))[0]
            for diver in sorted(self.made("prelim").keys() - self.made(stage).keys())[:1]:
                with pytest.raises(Refusal, match="not-in-stage"):
                    await referee.mark(self.code_of[diver], "1.difficulty", "3")
            figures = [(dive, "difficulty", dive["difficulty"]) for dive in self.dives[stage]]
            async with asyncio.TaskGroup() as at_once:
                at_once.create_task(self._enter(referee, figures))
                at_once.create_task(self._crews(stage))
            await self._sign(stage, referee)
        for diver, made in self.made(stage).items():
            if made < self.asked(stage):
                where = {"module": module, "code": self.code_of[diver]}
                await self.office.command("state-performance", **where, status="dnf", note="retired")
        await self.office.command("close-module", module=module)

    async def _crews(self, stage: str) -> None:
        """The judges of the first dives make room for those of the last, who sign."""
        crews = [list(dives) for _, dives in groupby(sorted(self.dives[stage], key=_dive_no), key=_judges)]
        for last, dives in ((dives is crews[-1], dives) for dives in crews):
            async with AsyncExitStack() as pool:
                judges = await sit(pool, self.house, self.id, f"{stage}.dives")
                async with asyncio.TaskGroup() as at_once:
                    for seat, judge in enumerate(judges, 1):
                        marks = [(dive, "execution", dive[f"mark{seat}"]) for dive in dives]
                        at_once.create_task(self._enter(judge, marks))
                if last:
                    await bounded(self._sign(stage, judge) for judge in judges)
            if not last:
                for seat in range(1, 8):
                    await self.chief.office.send(f"/desk/{self.id}/seats/leave", {"seat": f"{stage}.dives.{seat}"})

    async def _enter(self, judge: Device, marks: Iterable[tuple[Dive, str, str]]) -> None:
        entered = await bounded(
            judge.mark(self.code_of[dive["diver_id"]], f"{dive['dive_no']}.{aspect}", value)
            for dive, aspect, value in marks
        )
        self.receipts += entered

    async def _sign(self, stage: str, judge: Device) -> None:
        """What lacks dives nobody signs: that performance is stated as not finished."""
        whole = [diver for diver, made in self.made(stage).items() if made == self.asked(stage)]
        await bounded(judge.sign(self.code_of[diver]) for diver in whole)

    # -- who goes on

    def rank(self, stage: str) -> None:
        """The ranking of a round, and whom it sends on, as the server's result has it."""
        with self.house.parts.hall.wall(self.id) as wall:
            found = outcome(wall.marks, wall.standings.scored())
        here = next(each for each in found.stages if each.id == stage)
        diver_of = {code: diver for diver, code in self.code_of.items()}
        self.ranks[stage] = {diver_of[each.key]: each.place for each in here.placed if each.place is not None}
        if here.through is not None:
            self.went_on[stage] = frozenset(diver_of[code] for code in here.sent)

    async def let_in(self, stage: str, divers: Iterable[str]) -> None:
        """Nothing of a stage opens before it was decided who takes part in it."""
        with pytest.raises(Refusal, match="advance-not-decided"):
            await self.office.command("open-module", module=f"{stage}.diving")
        with self.house.parts.hall.wall(self.id) as wall:
            entry_of = {each.number: each.entry for each in wall.marks.contest.entries.values()}
        entries = [entry_of[diver] for diver in sorted(divers)]
        await self.office.command("decide-advance", stage=stage, entries=entries, note="ranking")

    async def run(self) -> None:
        await self.register()
        async with self.house.staff.device(self.chief, self.id) as self.office:
            for before, stage in (("", "prelim"), ("prelim", "semi"), ("semi", "final")):
                if before:
                    await self.let_in(stage, self.went_on[before])
                await self.dive(stage)
                self.rank(stage)


def _dive_no(dive: Dive) -> int:
    return int(dive["dive_no"])


def _judges(dive: Dive) -> tuple[str, ...]:
    return tuple(dive[f"judge{seat}"] for seat in range(1, 8))
