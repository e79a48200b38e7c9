"""The rehearsal's links: all of them told before the play begins, each opening on what it promises."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from urllib.parse import urlsplit

import pytest

from biwu.commands import rehearse_
from biwu.commands.serve_ import ORGANISER
from biwu.rehearsal import practice
from biwu.rehearsal.cast import cast
from biwu.rehearsal.device import Device
from biwu.rehearsal.office import Office
from biwu.rehearsal.pace import Pace
from biwu.rehearsal.practice import SEAT, accompany, prepare
from domain.marks import canonical
from domain.recorded import Recorded
from domain.rulings.events import RulingFiled
from domain.sheets.events import SheetSigned
from domain.streams import parts as parts_of_stream
from ledger.record import Record
from ledger.store.shapes import Batch
from tests.support.served import Served, served

KEEP_PACE = 1_000  # a moment between two steps
PATIENCE_S = 60


@pytest.mark.anyio
async def test_every_link_is_told_before_the_first_step_and_the_board_is_there(tmp_path, monkeypatch):
    said: list[str] = []
    playing: asyncio.Future[None]

    def step(_told: object, zh: str, _en: str) -> None:
        said.append(zh)
        playing.cancel()

    async with served(tmp_path) as house:
        monkeypatch.setattr(rehearse_, "_say", lambda what, text: said.append(f"{what} {text}"))
        monkeypatch.setattr(rehearse_._Told, "__call__", step)
        playing = asyncio.ensure_future(rehearse_._play(house.parts, house.home, KEEP_PACE, stays=False))
        with suppress(asyncio.CancelledError):
            await playing
        assert "皖北配电技能竞赛" in await Office(house.home).page("/boards/wanbei")
    links = [line for line in said[:-1] if "http" in line]
    assert [line.split()[1] for line in links] == ["Rehearsal", "board", "judge", "arbitrator", "organiser"]


@pytest.mark.anyio
async def test_the_judge_s_link_opens_on_open_sheets_and_the_arbitrator_s_on_an_open_case(tmp_path):
    async with served(tmp_path) as house:
        links = await prepare(house.parts, house.home, ORGANISER, cast())

        judge = await Office(house.home).enrol(urlsplit(links.judge).fragment)
        assert (judge.panel, judge.seat) == SEAT
        async with Device(house.staff.sockets, judge.token, "") as device:
            assert device.welcome["module"]["open"]
            code = (await device.codes(6))[0]
            await device.mark(code, device.welcome["panel"]["aspects"][0]["id"], "1")

        link = urlsplit(links.arbitrator)
        assert link.query == "next=/appeals/practice-appeal/r1"
        arbitrator = await Office(house.home).enrol(link.fragment)
        case = await Office(house.home, arbitrator.token).page(link.query.removeprefix("next="))
        assert "/appeals/practice-appeal/r1/finding" in case


@pytest.mark.anyio
async def test_the_practice_contests_keep_to_the_rules_and_know_everybody_in_them(tmp_path, monkeypatch):
    commits: list[Batch] = []
    append = Record.append

    def counted(record: Record, batch: Batch) -> None:
        commits.append(batch)
        append(record, batch)

    monkeypatch.setattr(Record, "append", counted)
    async with served(tmp_path) as house:
        await prepare(house.parts, house.home, ORGANISER, cast())
        receipts = [receipt for receipt in house.parts.record.receipts() if receipt.account]
        assert all(receipt.accepted for receipt in receipts)
        known = {account.id for account in house.parts.registry.accounts.all()}
        assert {receipt.account for receipt in receipts} <= known
        assert len(commits) < len(receipts) / 10, "many orders share a commit"


@pytest.mark.anyio
async def test_what_the_visitor_corrects_is_published_again_and_other_judges_mark_beside_the_visitor(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(practice, "_LOOKS_S", 0.05)
    async with served(tmp_path) as house, AsyncExitStack() as stack, asyncio.timeout(PATIENCE_S):
        ready = await prepare(house.parts, house.home, ORGANISER, cast())
        await accompany(ready, house.staff, cast(), stack, Pace(KEEP_PACE))
        filed = next(one.event for one in house.parts.record.recorded() if isinstance(one.event, RulingFiled))
        with house.parts.hall.wall("practice-appeal") as wall:
            code = next(code for code, entry in wall.marks.codes.entry_of.items() if entry == filed.entry)
            old = canonical(wall.marks.works[code][filed.panel].marks[filed.aspect][filed.seat])
        arbitrator = await house.staff.let_in(urlsplit(ready.arbitrator).fragment)
        async with house.staff.device(arbitrator, "practice-appeal") as device:
            await device.command("decide-ruling", ruling="r1", outcome="upheld", note="成立")
            place = {"panel": filed.panel, "seat": filed.seat, "code": code, "aspect": filed.aspect}
            await device.command("make-correction", ruling="r1", marks=[{**place, "old": old, "value": "1"}])
        await until(lambda: "r1" in corrected_and_published(house))
        await until(lambda: any(is_signed(one, "practice") for one in house.parts.record.recorded()))


async def until(is_so: Callable[[], bool]) -> None:
    while not is_so():  # noqa: ASYNC110 - the record rings no bell for a test
        await asyncio.sleep(0.05)


def is_signed(one: Recorded, contest: str) -> bool:
    return isinstance(one.event, SheetSigned) and parts_of_stream(one.stream)[1] == contest


def corrected_and_published(house: Served) -> list[str]:
    """The rulings whose corrections are in a published revision."""
    with house.parts.hall.wall("practice-appeal") as wall:
        publication = wall.marks.publication
        return [case.ruling for case in wall.rulings.all() if 0 < publication.corrections == publication.published]
