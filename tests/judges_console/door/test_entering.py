"""Who gets in over the judges' socket, with what, and what the welcome says."""

import time

import pytest

from domain.contest.commands import LeaveSeat, OpenContest
from domain.decision import Actor
from registry.access.places import EVERYWHERE, Place
from tests.judges_console.judge import JSON, MSGPACK, connected, judging
from tests.support.small import CHIEF, CODER, FLOOR, ORGANISER, SCORERS, C

SEAT = Place(C, "process", "F1")
RIVAL = Actor("ruth", "floor_judge", "process.F1")


def _rival(house):
    """Another account that may sit in the same seat."""
    house.parts.registry.accounts.create(RIVAL.account, "Ruth", "root")
    house.parts.registry.grants.grant(RIVAL.account, RIVAL.role, SEAT, "root")
    return RIVAL


def _seat_of(house, actor):
    panel, _, seat = actor.seat.partition(".")
    with house.parts.hall.wall(C) as wall:
        return wall.marks.contest.seat(panel, seat)


@pytest.mark.parametrize("subprotocol", [JSON, MSGPACK])
def test_a_judge_is_told_all_that_marking_needs(house, subprotocol):
    house.prepared(drill=True)
    with connected(house.as_(FLOOR[0]), subprotocol) as judge:
        welcome = judge.greets(lang="zh")
    assert welcome["contest"] == {
        "id": C, "title": "小赛", "drill": True, "zone": "Asia/Shanghai", "phase": "marking",
    }  # fmt: skip
    assert welcome["roles"] == ["floor_judge"]
    assert welcome["seat"] == "F1"
    assert welcome["panel"]["id"] == "process"
    assert welcome["panel"]["seats"] == ["F1", "F2"]
    assert welcome["panel"]["aspects"][0] == {
        "id": "p1", "title": "安全", "kind": "mark", "max": "20", "step": "1", "min": "0",
    }  # fmt: skip
    assert welcome["module"] == {"id": "task", "title": "实操", "open": True}
    assert welcome["counter"] == 0
    assert welcome["device"].startswith("d")
    assert type(welcome["official"]) is int


def test_titles_come_in_the_language_of_the_hello(house):
    house.prepared()
    with connected(house.as_(FLOOR[0])) as judge:
        welcome = judge.greets(lang="en")
    titles = [welcome[part]["title"] for part in ("contest", "panel", "module")]
    assert titles == ["Small contest", "Process", "Practical"]
    assert [aspect["title"] for aspect in welcome["panel"]["aspects"]] == ["Safety", "Sequence"]


def test_the_hello_takes_the_seat_and_says_so_in_the_record(house):
    house.opened()
    with judging(house, FLOOR[0]):
        house.caught_up()
        assert _seat_of(house, FLOOR[0]).account == FLOOR[0].account
        receipt = house.parts.record.receipt_of(house.parts.record.head().position)
    assert (receipt.account, receipt.role, receipt.seat) == ("fay", "floor_judge", "process.F1")


def test_a_second_hello_of_the_same_judge_writes_nothing(house):
    house.prepared()
    before = house.parts.record.head().entry
    with judging(house, FLOOR[0]), judging(house, FLOOR[0]):
        assert house.parts.record.head().entry == before


def test_taking_the_seat_uses_no_counter_of_the_device(house):
    house.opened()
    with connected(house.as_(FLOOR[0])) as judge:
        assert judge.greets()["counter"] == 0


def test_the_highest_counter_known_of_the_device_is_told(house):
    house.prepared()
    visitor = house.as_(FLOOR[0])
    with connected(visitor) as judge:
        judge.greets()
        judge.marks("07", "p1", "8", n=41)
    with connected(visitor) as judge:
        assert judge.greets()["counter"] == 41


def test_a_taken_seat_stays_taken(house):
    house.prepared()
    with connected(house.as_(_rival(house))) as judge:
        bye = judge.greets()
        assert (bye["t"], bye["reason"]) == ("bye", "seat-taken")
        assert "F1" in bye["zh"]
        assert "F1" in bye["en"]
        assert "retry_after_ms" not in bye
        assert judge.closed_with() == (4403, "seat-taken")
    assert _seat_of(house, FLOOR[0]).account == FLOOR[0].account


def test_a_seat_that_was_left_is_free_for_the_next(house):
    house.prepared()
    house.does(CHIEF, LeaveSeat(C, "process", "F1"))
    with judging(house, _rival(house)):
        house.caught_up()
        assert _seat_of(house, RIVAL).account == RIVAL.account


def test_a_seat_left_a_moment_ago_is_taken_anew_even_if_the_hall_has_not_heard_of_it(house, monkeypatch):
    house.prepared()
    hall = house.parts.hall
    with monkeypatch.context() as deaf:
        deaf.setattr(hall, "fold_all", lambda _: set())
        house.asks(CHIEF, LeaveSeat(C, "process", "F1"))
        with connected(house.as_(FLOOR[0])) as judge:
            judge.says(t="hello")
            time.sleep(0.1)
            deaf.undo()
            house._portal.call(hall.fold_all, list(house.parts.record.recorded(hall.position)))
            assert judge.hears()["t"] == "welcome"
            assert judge.marks("07", "p1", "8")["outcome"] == "accepted"


def test_a_judge_comes_back_to_the_seat_after_the_tally(house):
    house.tallied()
    with judging(house, FLOOR[0]) as judge:
        refused = judge.marks("07", "p1", "9")
    assert (refused["outcome"], refused["reason"]) == ("refused", "not-now")


def test_nobody_sits_down_once_marking_is_over(house):
    house.tallied()
    panel_seat = ("process", "F2")
    house.parts.registry.grants.grant("fay", "floor_judge", Place(C, *panel_seat), "root")
    with connected(house.as_(Actor("fay", "floor_judge", "process.F2"))) as judge:
        assert judge.greets()["reason"] == "not-now"


def test_an_official_is_welcomed_without_panel_and_sheets(house):
    house.prepared()
    with connected(house.as_(CHIEF)) as official:
        welcome = official.greets(contest=C)
    assert welcome["roles"] == ["chief_judge"]
    assert not {"seat", "panel", "module"} & set(welcome)


def test_an_official_acts_in_the_role_that_may(house):
    house.opened()
    with judging(house, CODER) as coder:
        receipt = coder.asks("draw-codes", pairs=[["07", "e1"], ["12", "e2"]])
        assert receipt["outcome"] == "accepted"
    with judging(house, CHIEF) as chief:
        assert chief.asks("open-module", module="task")["outcome"] == "accepted"
        assert chief.asks("draw-codes", pairs=[])["reason"] == "not-your-part"


# -- who is it


def test_a_program_brings_its_token_in_the_hello(house):
    house.prepared()
    token = house.as_(FLOOR[0]).token
    with connected(house.visitor(), origin=None) as judge:
        assert judge.greets(token=token)["t"] == "welcome"


def test_a_program_may_bring_its_token_in_the_handshake(house):
    house.prepared()
    program = house.visitor()
    program.http.headers["Authorization"] = f"Bearer {house.as_(FLOOR[0]).token}"
    with connected(program, origin=None) as judge:
        assert judge.greets()["t"] == "welcome"


@pytest.mark.parametrize("hello", [{}, {"token": ""}, {"token": "guessed"}, {"token": "字" * 100}])
def test_without_a_session_nobody_gets_in(house, hello):
    house.prepared()
    with connected(house.visitor(), origin=None) as judge:
        bye = judge.greets(**hello)
        assert (bye["t"], bye["reason"]) == ("bye", "session-missing")
        assert judge.closed_with()[0] == 4401


def test_a_session_of_another_contest_does_not_get_into_this_one(house):
    house.prepared()
    house.does(ORGANISER, OpenContest("c2", "乙", "B", "Asia/Shanghai", drill=True))
    with connected(house.as_(FLOOR[0])) as judge:
        assert judge.greets(contest="c2")["reason"] == "not-your-contest"
        assert judge.closed_with()[0] == 4403
    with connected(house.as_(CHIEF)) as official:
        assert official.greets(contest="c2")["reason"] == "not-your-contest"


def test_somebody_without_a_role_has_no_part_in_it(house):
    house.prepared()
    with connected(house.stranger()) as stranger:
        assert stranger.greets(contest=C)["reason"] == "not-your-contest"


def test_a_session_of_no_contest_must_name_one_that_is_there(house):
    house.prepared()
    with connected(house.as_(ORGANISER)) as official:
        assert official.greets()["reason"] == "contest-missing"
    with connected(house.as_(ORGANISER)) as official:
        assert official.greets(contest="nowhere")["reason"] == "no-contest"


def test_a_seat_of_a_panel_that_is_not_in_the_rulebook_cannot_be_taken(house):
    house.prepared()
    place = Place(C, "style", "F1")
    house.parts.registry.grants.grant("fay", "floor_judge", place, "root")
    token = house.parts.registry.sessions.open("fay", place).token
    with connected(house.visitor(), origin=None) as judge:
        assert judge.greets(token=token)["reason"] == "unknown-panel"


def test_a_judge_without_the_panels_role_cannot_sit_there(house):
    house.prepared()
    house.does(CHIEF, LeaveSeat(C, "process", "F1"))
    place = Place(C, "process", "F1")
    house.parts.registry.grants.grant(SCORERS[0].account, "scoring_judge", place, "root")
    token = house.parts.registry.sessions.open(SCORERS[0].account, place).token
    with connected(house.visitor(), origin=None) as judge:
        assert judge.greets(token=token)["reason"] == "not-your-part"


def test_one_account_may_judge_and_preside_by_two_sessions(house):
    house.prepared()
    house.parts.registry.grants.grant("fay", "chief_judge", Place(C), "root")
    presiding = house.parts.registry.sessions.open("fay", EVERYWHERE).token
    with connected(house.visitor(), origin=None) as official, judging(house, FLOOR[0]) as judge:
        assert official.greets(token=presiding, contest=C)["roles"] == ["chief_judge", "floor_judge"]
        assert official.asks("close-module", module="theory")["outcome"] == "accepted"
        assert judge.marks("07", "p1", "8")["outcome"] == "accepted"
