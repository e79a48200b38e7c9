"""The main contest of the rehearsal, from registration to the final list, with an appeal that is upheld on the way."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from decimal import Decimal

from biwu.rehearsal.cast import Cast, Person
from biwu.rehearsal.claim import PANEL, claim, farthest_out, just_missed
from biwu.rehearsal.device import Device
from biwu.rehearsal.judging import Floor, observe, score
from biwu.rehearsal.office import Office, Upload
from biwu.rehearsal.pace import Pace
from biwu.rehearsal.rules import without_windows
from biwu.rehearsal.staff import Official, Staff
from domain.rulebook.panels import Panel
from domain.rulebook.reading import fixed
from web.exports.workbook import xlsx_table

ZONE = "Asia/Shanghai"
ROLES = ("chief_judge", "coding_judge", "supervisor", "entry_clerk", "tally_clerk", "arbitrator", "team_leader")
MODULES = ("theory", "wire", "insulator")
_COUNT_S = 20.0
_BREATH_S = 60  # of a human pace, between two steps of the officials

Told = Callable[[str, str], None]  # a step in Chinese and English


@dataclass
class Story:
    """`told` hears of each step; `judges` are the devices in use, with every receipt they got."""

    staff: Staff
    cast: Cast
    pace: Pace
    told: Told
    contest: str = "wanbei"
    titles: tuple[str, str] = ("皖北配电技能竞赛", "Northern Anhui power-distribution contest")
    judges: list[Device] = field(default_factory=list)
    officials: dict[str, Official] = field(default_factory=dict)

    async def play(self) -> None:
        """All of it, once it is open. What the server refuses and the story expects to pass ends the play loudly."""
        async with AsyncExitStack() as stack:
            await self.register()
            chief = await self._device(stack, "chief_judge")
            await self.open_modules(chief)
            await self.seat_judges(stack)
            await self._mark()
            await self.publish_provisional(chief)
            await self._appeal(stack)
            await self._finish()

    # -- before the first mark

    async def open(self) -> None:
        """From here on its board can be looked at."""
        await self.staff.open_contest(self.contest, self.titles, ZONE, without_windows())

    async def register(self) -> None:
        self.told("赛项已开设，评分规则已确定", "The contest is open and its rulebook fixed")
        count = len(self.cast.people)
        self.told(f"导入参赛名单：{count} 人", f"The list of {count} entries is imported")
        await self.staff.enter_file(self.staff.organiser, self._desk("entries"), self._entries(), {})
        for role in ROLES:
            self.officials[role] = await self.staff.appoint(self.contest, role)
        self.told("抽签加密：每人一个编号", "Codes are drawn by lot, one for each entry")
        await self.at("coding_judge").send(self._desk("codes/draw"), {})

    async def open_modules(self, chief: Device) -> None:
        for module in MODULES:
            await chief.command("open-module", module=module)
        self.told("理论成绩入库", "Theory scores enter from a workbook")
        of = {"of": "theory-paper.score", "by": "number", "complete": "1"}
        await self.staff.enter_file(self.at("entry_clerk"), self._desk("scores"), self._theory(), of)

    def _entries(self) -> Upload:
        headings = ("参赛号", "姓名", "代表队", "队", "场次")
        rows = [(each.number, each.name, each.delegation, each.team, each.batch) for each in self.cast.people]
        return Upload("entries.xlsx", xlsx_table("参赛名单", headings, rows))

    def _theory(self) -> Upload:
        rows = [(each.number, theory_score(each)) for each in self.cast.people]
        return Upload("theory.xlsx", xlsx_table("理论成绩", ("参赛号", "成绩"), rows))

    # -- marking

    async def seat_judges(self, stack: AsyncExitStack, *, but: tuple[str, str] = ("", "")) -> None:
        """A simulated judge for every seat, except one (panel, seat) that is kept for somebody else."""
        self.told("裁判入席，实操开始", "Judges take their seats; the practical tasks begin")
        for panel in judged_panels():
            for seat in panel.seats:
                if (panel.id, seat) != but:
                    judge = self.staff.judge(self.contest, panel.id, seat, f"{panel.title.zh} {seat}")
                    self.judges.append(await stack.enter_async_context(judge))

    async def _mark(self) -> None:
        counting = asyncio.create_task(self._count())
        try:
            await asyncio.gather(*self.judging())
        finally:
            counting.cancel()
        self.told("全部评分表已签字", "Every sheet is signed")

    async def _count(self) -> None:
        """Says now and then how many sheets are signed."""
        of = len(self.judges) * len(self.cast.people)
        while True:
            await asyncio.sleep(_COUNT_S)
            signed = sum(sheet["state"] == "signed" for judge in self.judges for sheet in judge.sheets.values())
            self.told(f"已签字 {signed}/{of} 份评分表", f"{signed} of {of} sheets are signed")

    def judging(self) -> list[asyncio.Task[None]]:
        """All judges at work; half of the batches begin with either task, so that nobody stands about."""
        floor = Floor(len(self.cast.people), skill_of, self.pace)
        at_work = []
        for judge in self.judges:
            panel = next(panel for panel in judged_panels() if panel.id == judge.welcome["panel"]["id"])
            behaviour = observe if panel.scoring == "process" else score
            at_work.append(asyncio.create_task(behaviour(floor, judge, backwards=panel.module == "insulator")))
        return at_work

    # -- the result

    async def publish_provisional(self, chief: Device) -> None:
        await self.pace.wait(_BREATH_S)
        for module in MODULES:
            await chief.command("close-module", module=module)
        self.told("统分", "Scores are tallied, on codes")
        await self._publication("tally_clerk", "tally")
        await self.pace.wait(_BREATH_S)
        self.told("监督员在场，解密", "Codes are decoded before the supervisor")
        codes = self.at("coding_judge")
        await codes.send(self._desk("codes/decode"), await self.staff.offered(codes, self._desk("codes"), "witness"))
        self.told("公布初步成绩（第 1 版）", "The provisional result is published: revision 1")
        await self._publication("chief_judge", "publish")

    async def _appeal(self, stack: AsyncExitStack) -> None:
        """A finished piece was measured wrongly for one aspect; the leader appeals, the finding is upheld."""
        await self.pace.wait(_BREATH_S)
        mark = await self.file_appeal()
        arbiter = await self._device(stack, "arbitrator")
        await self.pace.wait(_BREATH_S)
        note = "复核原始记录：读数录入有误，申诉成立。"
        await arbiter.command("decide-ruling", ruling="r1", outcome="upheld", note=note)
        self.told("仲裁：先认定，申诉成立", "Arbitration: first the finding, upheld")
        await self.pace.wait(_BREATH_S)
        await arbiter.command("make-correction", ruling="r1", marks=[mark])
        self.told(f"更正：{mark['old']} → {mark['value']}", f"The mark is corrected: {mark['old']} → {mark['value']}")

    async def file_appeal(self) -> dict[str, str]:
        """The appeal of whoever just missed a first prize; the correction it deserves."""
        rows = json.loads(await Office(self.staff.home).page(f"/api/1/contests/{self.contest}/board"))["rows"]
        row = just_missed(rows)
        mark = farthest_out(row["code"], self._values(row["code"]))
        place = {name: mark[name] for name in ("panel", "seat", "aspect")}
        room = f"/appeals/{self.contest}"
        who = await self.staff.offered(self.staff.organiser, room, "account")
        await self.staff.organiser.send(f"{room}/leaders", who | {"delegation": row["delegation"]})
        filed = {"kind": "appeal", "entry": row["entry"], "reason": claim(mark)}
        await self.at("team_leader").send(room, filed | place)
        self.told(f"领队申诉：参赛号 {row['number']}", f"A team leader appeals for entry {row['number']}")
        return mark

    def _values(self, code: str) -> dict[str, dict[str, Decimal]]:
        """What the judges of the finished stay wire gave: aspect → seat → mark."""
        judges = [judge for judge in self.judges if judge.welcome["panel"]["id"] == PANEL]
        return {
            aspect["id"]: {
                str(judge.welcome["seat"]): Decimal(judge.sheets[code]["marks"][aspect["id"]]["value"])
                for judge in judges
            }
            for aspect in judges[0].welcome["panel"]["aspects"]
        }

    async def _finish(self) -> None:
        self.told("公布初步成绩（第 2 版）", "The provisional result, revision 2")
        await self.publish_again()
        await self.pace.wait(_BREATH_S)
        self.told("公示", "Public notice")
        await self.staff.organiser.send(self._desk("publication/notice"), {})
        await self.pace.wait(_BREATH_S)
        self.told("最终成绩与获奖名单（第 3 版）", "Final result and award list: revision 3")
        await self._publication("chief_judge", "publish", **{"as": "final"})

    async def is_due_again(self) -> bool:
        """Whether a correction waits to be published."""
        page = await self.at("chief_judge").page(self._desk("publication"))
        return 'name="corrections" value="1"' in page and "publication/publish" in page

    async def publish_again(self) -> None:
        await self._publication("chief_judge", "publish")

    async def _publication(self, role: str, step: str, **fields: str) -> None:
        """Looks at the page and publishes what is on it."""
        wanted = ("digest", "corrections") if step == "publish" else ("digest",)
        seen = await self.staff.offered(self.at(role), self._desk("publication"), *wanted)
        await self.at(role).send(self._desk(f"publication/{step}"), seen | fields)

    # -- people

    def at(self, role: str) -> Office:
        return self.officials[role].office

    async def _device(self, stack: AsyncExitStack, role: str) -> Device:
        return await stack.enter_async_context(self.staff.device(self.officials[role], self.contest))

    def _desk(self, page: str) -> str:
        return f"/desk/{self.contest}/{page}"


def judged_panels() -> list[Panel]:
    return [panel for panel in fixed(without_windows()).panels if panel.role != "entry_clerk"]


def skill_of(code: str) -> float:
    """How good the work under a code is today; judges see work, never people."""
    return random.Random(f"skill/{code}").betavariate(5, 2)  # noqa: S311 - play needs no secret


def theory_score(person: Person) -> Decimal:
    """Out of 100, in halves."""
    return Decimal(round((0.5 + 0.48 * person.skill) * 200)) / 2
