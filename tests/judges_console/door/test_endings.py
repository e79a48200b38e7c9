"""When and how the server hangs up: always with a reason in both languages, and never for a slip that can be mended."""

import time

import pytest

from domain.contest.commands import LeaveSeat
from judges_console import socket as sockets
from judges_console import words
from judges_console.frames import LARGEST
from judges_console.live.answers import bye_frame
from registry.access.places import Place
from tests.judges_console.judge import connected, judging
from tests.support.house import PASSWORD
from tests.support.small import CHIEF, FLOOR, C

SOON_S = 5  # a socket of somebody who may not be here any more is closed within this


def _ends(judge, reason, code):
    started = time.monotonic()
    bye = judge.hears("bye")
    assert bye["reason"] == reason
    assert bye["zh"]
    assert bye["en"]
    assert judge.closed_with() == (code, reason)
    assert time.monotonic() - started < SOON_S
    return bye


def test_signing_out_elsewhere_ends_the_talk(house):
    house.prepared()
    visitor = house.as_(FLOOR[0])
    with connected(visitor) as judge:
        judge.greets()
        house.parts.registry.sessions.end(visitor.token)
        assert "retry_after_ms" not in _ends(judge, "signed-out", 4401)


def test_a_session_that_runs_out_ends_the_talk(house, monkeypatch):
    assert sockets.ASKED_EVERY_S < SOON_S
    monkeypatch.setattr(sockets, "ASKED_EVERY_S", 0.1)
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        house.later(house.parts.registry._ground.limits.absolute // 60 + 1)
        _ends(judge, "signed-out", 4401)


def test_a_changed_password_ends_the_talk(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        house.parts.registry.accounts.set_password("fay", PASSWORD, "root")
        _ends(judge, "signed-out", 4401)


def test_a_role_that_was_taken_back_ends_the_talk(house):
    house.prepared()
    with judging(house, CHIEF) as chief:
        house.parts.registry.grants.grant("chen", "tally_clerk", Place(C), "root")
        assert _ends(chief, "roles-changed", 4403)["retry_after_ms"] > 0


def test_a_seat_that_was_taken_back_ends_the_talk(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        house.parts.registry.grants.revoke("fay", "floor_judge", Place(C, "process", "F1"), "root")
        _ends(judge, "signed-out", 4401)


def test_a_seat_emptied_by_the_chief_judge_ends_the_talk(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge, judging(house, FLOOR[1]) as other:
        house.does(CHIEF, LeaveSeat(C, "process", "F1"))
        _ends(judge, "seat-left", 4403)
        assert other.marks("07", "p1", "8")["outcome"] == "accepted"


def test_when_nobody_can_say_who_is_who_everybody_is_let_go(house, monkeypatch):
    monkeypatch.setattr(sockets, "ASKED_EVERY_S", 0.1)
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        monkeypatch.setattr(house.parts.registry.sessions, "find", lambda _: 1 / 0)
        _ends(judge, "record-unreadable", 1013)


def test_others_changes_are_nobodys_business(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        house.parts.registry.grants.grant("fritz", "chief_judge", Place(C), "root")
        house.parts.registry.sessions.end_all("fritz", "root")
        assert judge.marks("07", "p1", "8")["outcome"] == "accepted"


def test_a_closed_desk_is_told_to_all_at_once_and_boards_go_on(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge, judging(house, CHIEF) as chief:
        house.parts.desk.close()
        for one in (judge, chief):
            assert _ends(one, "desk-closed", 1013)["retry_after_ms"] > 0
    with connected(house.as_(FLOOR[1])) as judge:
        judge.greets()
        assert judge.closed_with() == (1013, "desk-closed")
    assert house.visitor().opens(f"/boards/{C}").status_code == 200


def test_a_frame_too_large_ends_the_talk(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        judge.session.send_text("x" * (LARGEST + 1))
        _ends(judge, "frame-too-large", 1009)


def test_chatter_without_end_ends_the_talk(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        for _ in range(1000):
            judge.says(t="nonsense")
        assert _ends(judge, "too-fast", 4429)["retry_after_ms"] > 0


def test_receipts_on_their_way_are_sent_before_the_last_word(house):
    house.prepared()
    with judging(house, FLOOR[0]) as judge:
        n = judge.gives("enter-mark", panel="process", code="07", aspect="p1", value="8")
        judge.gives("leave-seat", panel="process")
        assert judge.hears()["n"] == n
        assert judge.hears()["outcome"] == "accepted"
        assert judge.hears()["t"] == "bye"


@pytest.mark.parametrize("reason", words.FAREWELLS)
def test_every_last_word_is_said_in_both_languages(reason):
    bye = bye_frame(reason)
    assert bye["zh"] != bye["en"]
    assert len(reason.encode()) < 123  # what a close frame holds
