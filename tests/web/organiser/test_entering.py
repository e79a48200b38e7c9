"""The order in which a list enters: refused, cut off or sent again, registry and record agree in the end."""

import asyncio

import pytest

from domain.contest import events
from domain.contest.commands import CloseModule
from domain.contest.state import Contest, evolve
from domain.errors import Refused
from domain.publication.commands import TallyScores
from ledger.errors import DeskClosed
from tests.support.house import CHIEF, ORGANISER, TALLY
from tests.support.small import C
from web import entering
from web.acting import fresh_counter
from web.identity.identity import Identity
from web.imports.entries import EntryRow
from web.imports.plans import EntriesPlan, plan_entries
from web.imports.standing import batches_after, entry_ids
from web.people import person_of

AMENDED = EntryRow("101", "王一一", "合肥")
NEWCOMER = EntryRow("103", "张三", "亳州", batch="1", phone="13800000000")
WANG = person_of(C, "e1")


@pytest.fixture
def olga(house):
    session = house.parts.registry.sessions.open(ORGANISER.account)
    return Identity(ORGANISER.account, session.session.device, session.session.place, session.token)


def enter(house, olga, *rows, n=None, plan=None):
    """Enters the rows as a page would; the receipt."""

    async def entered():
        standing = await entering.entries_standing(house.parts, C, olga.account)
        wanted = plan or plan_entries(rows, standing)
        counter = n or fresh_counter(house.parts, olga.device)
        return await entering.enter_entries(house.parts, olga, counter, C, wanted)

    return asyncio.run(entered())


def standing(house, olga):
    return asyncio.run(entering.entries_standing(house.parts, C, olga.account))


def sealed(house, entry):
    """Whether the record's seal is that of the registry's row."""
    house.caught_up()
    with house.parts.hall.wall(C) as wall:
        seal = wall.marks.contest.entries[entry].seal
    return house.parts.registry.people.agrees(person_of(C, entry), seal)


def names(house):
    return house.parts.registry.people.names([WANG, person_of(C, "e103")], public=True)


def test_what_entered_stands_with_all_its_particulars(house, olga):
    house.opened()
    receipt = enter(house, olga, NEWCOMER)
    assert receipt.accepted
    assert standing(house, olga)["103"] == NEWCOMER
    assert sealed(house, "e103") is True


def test_what_the_rules_refuse_changes_no_name_and_no_seal(house, olga):
    house.marked()
    for module in ("theory", "task"):
        house.does(CHIEF, CloseModule(C, module))
    house.does(TALLY, TallyScores(C, house.digest()))
    with pytest.raises(Refused, match="not-now"):
        enter(house, olga, AMENDED, NEWCOMER)
    assert names(house) == {WANG: "王一"}
    assert sealed(house, "e1") is True


def test_a_list_of_which_one_row_is_refused_writes_none(house, olga):
    house.opened()
    stale = EntriesPlan(new=(NEWCOMER, EntryRow("102", "另一人")), same=(), changed=(), missing=())
    with pytest.raises(Refused, match="number-taken"):
        enter(house, olga, plan=stale)
    assert names(house) == {WANG: "王一"}


@pytest.fixture
def cut_off(monkeypatch):
    """The server dies after the registry was written and before the desk was asked."""

    async def dies(*_):
        raise DeskClosed("power cut")

    monkeypatch.setattr(entering, "ask", dies)
    return monkeypatch.undo


def test_cut_off_between_registry_and_record_the_same_list_shows_the_change_again_and_seals_it(house, olga, cut_off):
    house.opened()
    with pytest.raises(DeskClosed):
        enter(house, olga, AMENDED, NEWCOMER)
    assert sealed(house, "e1") is False
    cut_off()
    found = standing(house, olga)
    assert found["101"].name == ""  # what the record seals is not what the registry holds: it counts as not standing
    again = plan_entries([AMENDED, NEWCOMER], found)
    assert [change.new for change in again.changed] == [AMENDED]
    assert again.new == (NEWCOMER,)
    assert enter(house, olga, AMENDED, NEWCOMER).count == 3  # amended, registered, batch
    assert (sealed(house, "e1"), sealed(house, "e103")) == (True, True)
    assert standing(house, olga)["101"] == AMENDED


def test_a_command_answered_already_gets_its_answer_and_writes_nothing(house, olga):
    house.opened()
    first = enter(house, olga, NEWCOMER, n=7)
    other = EntriesPlan(new=(EntryRow("104", "李四"),), same=(), changed=(), missing=())
    assert enter(house, olga, n=7, plan=other) == first
    assert house.parts.registry.people.seal(person_of(C, "e104")) is None


def test_of_somebody_erased_only_the_record_speaks_and_the_list_cannot_bring_them_back(house, olga):
    house.opened()
    house.parts.registry.people.erase([WANG], "root")
    assert standing(house, olga)["101"] == EntryRow("101", "", "合肥")
    with pytest.raises(Refused, match="forgotten"):
        enter(house, olga, AMENDED)


def test_a_list_in_other_unicode_signs_is_the_same_list(house, olga):
    house.opened()
    enter(house, olga, EntryRow("103", "Đặng"))
    assert standing(house, olga)["103"].name == "Đặng"


def given(*happened):
    state = Contest()
    for event in happened:
        evolve(state, event)
    return state


def test_an_entrys_id_is_its_number_unless_somebody_else_had_the_number_before():
    state = given(events.EntryRegistered("e101", "101", "", "", b""), events.EntryAmended("e101", "103", "", "", b""))
    assert entry_ids(state, ["101", "102"]) == {"101": "e101-2", "102": "e102"}


def test_a_number_too_long_for_an_id_has_one_all_the_same():
    long, alike = "9" * 40, "9" * 39 + "8"
    ids = entry_ids(Contest(), [long, alike])
    assert len(set(ids.values())) == 2
    assert all(len(entry) <= 40 for entry in ids.values())


def test_who_changes_batch_leaves_the_old_one():
    state = given(
        events.EntryRegistered("e1", "1", "", "", b""),
        events.EntryRegistered("e2", "2", "", "", b""),
        events.BatchSet("a", ("e1", "e2")),
    )
    old = {"1": EntryRow("1", "甲", batch="a"), "2": EntryRow("2", "乙", batch="a")}
    plan = plan_entries([EntryRow("1", "甲", batch="b"), EntryRow("3", "丙", batch="a")], old)
    assert dict(batches_after(state, {"3": "e3"}, plan)) == {"a": ("e2", "e3"), "b": ("e1",)}


def test_batches_nobody_moves_in_are_left_alone():
    state = given(events.EntryRegistered("e1", "1", "", "", b""), events.BatchSet("a", ("e1",)))
    plan = plan_entries([EntryRow("1", "甲乙", batch="a")], {"1": EntryRow("1", "甲", batch="a")})
    assert batches_after(state, {}, plan) == ()
