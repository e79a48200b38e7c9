"""The appeals room: who sees what, and that the clock of the record decides what is late."""

import re

import pytest

from domain.rulings.commands import FileRuling
from tests.support.house import NAMES, SUPERVISOR
from tests.support.small import ARBITER, CHIEF, CLERK, CODER, FLOOR, LEADER, ORGANISER, SCORERS, TALLY, C
from web.pages.appeals.delegations import speaks_for
from web.rendering import time_of_day

ROOM = f"/appeals/{C}"


def next_n(house):
    return str(house.parts.desk.clock.now())


def leads(house, delegation="合肥"):
    speaks_for(house.parts.registry, LEADER.account, C, delegation, ORGANISER.account)
    return house.as_(LEADER)


def file(house, visitor, kind="appeal", entry="e1", **more):
    return visitor.sends(ROOM, n=next_n(house), kind=kind, entry=entry, reason="q1 应复核", **more)


def cases(house):
    house.caught_up()
    with house.parts.hall.wall(C) as wall:
        return wall.rulings.all()


@pytest.mark.parametrize("official", [ARBITER, CHIEF, SUPERVISOR, ORGANISER])
def test_officials_of_the_room_see_every_ruling(house, official):
    house.provisional()
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e2", "", "", "", house.note("x", LEADER)))

    assert f'href="{ROOM}/r1"' in house.as_(official).opens(ROOM).text
    assert house.as_(official).opens(f"{ROOM}/r1").status_code == 200


@pytest.mark.parametrize("other", [FLOOR[0], SCORERS[0], CODER, CLERK, TALLY])
def test_nobody_else_comes_in_least_of_all_judges(house, other):
    house.provisional()
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e2", "", "", "", house.note("x", LEADER)))

    assert house.as_(other).opens(ROOM).status_code == 403
    assert house.as_(other).opens(f"{ROOM}/r1").status_code == 403


def test_a_team_leader_files_for_his_own_delegation(house):
    house.provisional()
    answer = file(house, leads(house), panel="product", seat="S1", aspect="q1")

    assert answer.status_code == 303
    (case,) = cases(house)
    assert (case.state, case.entry, case.panel, case.seat, case.aspect) == ("open", "e1", "product", "S1", "q1")
    page = house.as_(LEADER).opens(f"{ROOM}/{case.ruling}").text
    assert "q1 应复核" in page


def test_a_team_leader_neither_names_nor_sees_another_delegation_s_entry(house):
    house.provisional()
    leader = leads(house)
    house.does(CHIEF, FileRuling(C, "r1", "appeal", "e2", "", "", "", house.note("SECRET")))

    assert file(house, leader, entry="e2").status_code == 409
    room = leader.opens(ROOM).text
    assert "r1" not in room
    assert NAMES["e2"] not in room
    assert leader.opens(f"{ROOM}/r1").status_code == 404


def test_a_team_leader_sees_no_seat_s_marks(house):
    house.provisional()
    leader = leads(house)
    file(house, leader)
    page = leader.opens(f"{ROOM}/r1").text

    assert "48.5" not in page
    assert "48.5" in house.as_(ARBITER).opens(f"{ROOM}/r1").text


def test_the_organiser_says_whom_a_leader_speaks_for_and_takes_it_back(house):
    house.provisional()
    organiser, leader = house.as_(ORGANISER), house.as_(LEADER)
    assert 'name="entry"' not in leader.opens(ROOM).text

    told = {"account": LEADER.account, "delegation": "合肥"}
    assert organiser.sends(f"{ROOM}/leaders", **told).status_code == 303
    assert 'value="e1"' in leader.opens(ROOM).text
    assert 'value="e2"' not in leader.opens(ROOM).text

    organiser.sends(f"{ROOM}/leaders", no_more="1", **told)
    assert 'name="entry"' not in leader.opens(ROOM).text
    assert leader.sends(f"{ROOM}/leaders", **told).status_code == 403


def test_the_window_stands_on_the_page_before_anything_is_filed(house):
    house.provisional()
    with house.parts.hall.wall(C) as wall:
        publication = wall.marks.publication
    page = house.as_(CHIEF).opens(ROOM).text

    for closes_at in (publication.queries_close_at, publication.appeals_close_at):
        assert f"open until {time_of_day(closes_at, 'Asia/Shanghai')}" in page
    assert re.search(r'value="objection" required disabled', page)  # there is no notice to object to yet


def test_filed_after_its_window_it_is_late_and_goes_no_further(house):
    house.provisional().later(61)
    leader = leads(house)
    assert "closed at" in leader.opens(ROOM).text

    file(house, leader)
    (case,) = cases(house)
    assert case.state == "late"
    page = house.as_(ARBITER).opens(f"{ROOM}/{case.ruling}", reader="zh-CN").text
    assert "逾期不予受理" in page
    assert 'name="outcome"' not in page
    answer = house.as_(ARBITER).sends(f"{ROOM}/r1/finding", n=next_n(house), outcome="upheld", reason="x")
    assert answer.status_code == 409


def test_the_same_form_sent_twice_files_once(house):
    house.provisional()
    leader, n = leads(house), next_n(house)
    for _ in range(2):
        sent = leader.sends(ROOM, n=n, kind="appeal", entry="e1", reason="q1 应复核")
        assert sent.status_code == 303
    assert [case.ruling for case in cases(house)] == ["r1"]


def test_before_decoding_no_code_and_no_name_stands_beside_an_entry(house):
    house.prepared()
    house.does(LEADER, FileRuling(C, "r1", "floor-report", "e1", "", "", "", house.note("机具损坏", LEADER)))
    for path in (ROOM, f"{ROOM}/r1"):
        page = house.as_(ARBITER).opens(path).text
        assert "101" in page
        assert NAMES["e1"] not in page
        assert "Code 07" not in page


def test_reading_a_ruling_s_text_is_journalled(house):
    house.provisional()
    note = house.note("x", LEADER)
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e2", "", "", "", note))
    house.as_(ARBITER).opens(f"{ROOM}/r1")

    assert any(line.by == ARBITER.account for line in house.parts.registry.journal.about(note.document))
