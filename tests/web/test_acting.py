"""Who acts, in which role and under which number, when somebody at a door asks for something."""

from __future__ import annotations

import asyncio
from threading import Event

import pytest

from domain.contest.commands import CloseModule, OpenContest, TakeSeat, WithdrawEntry
from domain.decision import Actor
from domain.errors import Busy
from domain.publication.commands import TallyScores
from domain.sheets.commands import EnterMark
from ledger.errors import DeskClosed
from registry.access.places import Place
from tests.support.house import House
from tests.support.small import CHIEF, FLOOR, ORGANISER, TALLY, WHY, C
from web.acting import TooBusy, actor_for, ask, fresh_counter, role_at
from web.identity.identity import Identity
from web.identity.who import identity_by

pytestmark = pytest.mark.anyio


def _at(house: House, actor: Actor) -> Identity:
    identity = identity_by(house.parts, house.as_(actor).token)
    assert identity
    return identity


async def test_a_judge_in_a_seat_acts_in_its_panels_role(house: House):
    house.prepared()
    command = EnterMark(C, "process", "07", "F1", "p1", "15")
    assert actor_for(house.parts, _at(house, FLOOR[0]), command) == Actor("fay", "floor_judge", "process.F1")


async def test_a_seat_gives_no_role_that_was_not_granted(house: House):
    """Somebody put a scoring judge into a floor judge's seat by mistake: the table, not the seat, decides."""
    house.prepared()
    house.stranger()
    house.parts.registry.grants.grant("ruth", "scoring_judge", Place(C, "process", "F2"), "olga")
    assert role_at(house.parts, "ruth", Place(C, "process", "F2")) == ""


async def test_everybody_else_acts_in_the_first_role_that_may_do_this_now(house: House):
    house.prepared()
    for role in ("tally_clerk", "chief_judge"):
        house.parts.registry.grants.grant("olga", role, Place(C), "root")
    olga = _at(house, ORGANISER)
    assert actor_for(house.parts, olga, WithdrawEntry(C, "e1", WHY)).role == "organiser"
    assert actor_for(house.parts, olga, CloseModule(C, "task")).role == "chief_judge"
    assert actor_for(house.parts, olga, TallyScores(C, "")).role == "chief_judge"


async def test_who_may_not_is_refused_by_the_rules_and_told_why(house: House):
    house.prepared()
    for actor, command, reason in (
        (TALLY, CloseModule(C, "task"), "not-your-part"),
        (ORGANISER, OpenContest(C, "", "", "", drill=False), "contest-exists"),
    ):
        receipt = await ask(house.parts, _at(house, actor), 1, command)
        assert (receipt.outcome, receipt.reason) == ("refused", reason)


async def test_who_holds_nothing_has_no_role(house: House):
    house.prepared()
    identity = identity_by(house.parts, house.stranger().token)
    assert identity
    assert actor_for(house.parts, identity, CloseModule(C, "task")) == Actor("ruth", "")
    assert (await ask(house.parts, identity, 1, CloseModule(C, "task"))).reason == "not-your-part"


async def test_a_contest_that_is_not_there_yet_can_be_opened_by_an_organiser_of_the_house(house: House):
    command = OpenContest("c7", "新赛", "New", "Asia/Shanghai", drill=False)
    assert (await ask(house.parts, _at(house, ORGANISER), 1, command)).accepted


async def test_a_form_sent_twice_is_one_command(house: House):
    house.prepared()
    chief = _at(house, CHIEF)
    number = fresh_counter(house.parts, chief.device)
    first = await ask(house.parts, chief, number, CloseModule(C, "task"))
    assert await ask(house.parts, chief, number, CloseModule(C, "task")) == first
    assert first.accepted
    assert fresh_counter(house.parts, chief.device) > number


async def test_a_receipt_names_account_role_seat_and_device(house: House):
    house.opened()
    fay = _at(house, FLOOR[0])
    receipt = await ask(house.parts, fay, 1, TakeSeat(C, "process", "F1"))
    assert (receipt.account, receipt.role, receipt.seat) == ("fay", "floor_judge", "process.F1")
    assert receipt.device == fay.device


async def test_a_busy_desk_has_decided_nothing(house: House, monkeypatch):
    async def busy(_order):
        return Busy(700)

    monkeypatch.setattr(house.parts.desk, "ask", busy)
    with pytest.raises(TooBusy) as told:
        await ask(house.parts, _at(house, CHIEF), 1, CloseModule(C, "task"))
    assert told.value.retry_after_ms == 700


async def test_a_closed_desk_takes_nothing_more(house: House):
    closed = Event()
    house.parts.desk.when_closed(lambda _: closed.set())
    await asyncio.to_thread(house.parts.desk.close)
    assert closed.is_set()
    with pytest.raises(DeskClosed):
        await ask(house.parts, _at(house, CHIEF), 1, CloseModule(C, "task"))


async def test_a_token_is_not_spelled_out_where_an_identity_is(house: House):
    identity = _at(house, CHIEF)
    assert identity.token not in repr(identity)
