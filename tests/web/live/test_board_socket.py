"""The public board's socket: what a spectator gets, and how it ends for those who say odd things."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import WebSocketDenialResponse

from tests.support.client import Watcher
from tests.support.house import House
from tests.support.small import FLOOR, SCORERS
from web.live import running
from web.live.board_socket import BAD_FRAME, LONGEST_FRAME, TOO_MANY_FRAMES
from web.live.hub import Hub


def test_hello_brings_the_board_the_page_shows(house: House):
    house.prepared()
    with house.visitor().watches("c1") as watcher:
        assert watcher.hears()["t"] == "board"
        assert watcher.board == house.visitor().opens("/api/1/contests/c1/board").json()


def test_a_mark_on_its_way_moves_the_row_and_its_figure_comes_with_the_signatures(house: House):
    house.prepared()
    with house.visitor().watches("c1") as watcher:
        watcher.hears("board")
        assert watcher.row("07")["states"]["task"] == "waiting"
        house.marks(FLOOR[0], "07", p1="15")
        assert watcher.hears()["t"] == "patch"
        assert watcher.row("07")["states"]["task"] == "working"
        assert watcher.row("07")["total"] is None
        house.marks(FLOOR[0], "07", p2="16")
        house.signs(FLOOR[0], "07")
        house.marks(FLOOR[1], "07", p1="15", p2="16")
        house.signs(FLOOR[1], "07")
        for judge in SCORERS:
            assert watcher.row("07")["total"] is None
            house.marks(judge, "07", q1="50")
            house.signs(judge, "07")
        while watcher.row("07")["total"] is None:
            watcher.hears("patch")
        assert watcher.board == house.visitor().opens("/api/1/contests/c1/board").json()


def test_patches_lead_where_the_whole_board_stands(house: House):
    house.prepared()
    with house.visitor().watches("c1") as watcher:
        watcher.hears("board")
        for judge in (*FLOOR, *SCORERS):
            for code in ("07", "12"):
                house.marks(judge, code, **({"q1": "50"} if judge in SCORERS else {"p1": "15", "p2": "16"}))
                house.signs(judge, code)
        whole = house.visitor().opens("/api/1/contests/c1/board").json()
        while watcher.board["revision"] < whole["revision"]:
            watcher.hears("patch")
        assert watcher.board == whole


@pytest.fixture
def quick_beats(monkeypatch) -> None:
    """To be asked for before the house, which reads it when it opens."""
    monkeypatch.setattr(running, "BEAT_S", 0.05)


def test_who_comes_back_with_the_present_revision_gets_patches_only(quick_beats, house: House):
    house.prepared()
    revision = house.visitor().opens("/api/1/contests/c1/board").json()["revision"]
    with house.visitor().watches("c1", revision) as watcher:
        watcher.hears("alive")
        house.marks(FLOOR[0], "07", p1="15")
        frame = _next(watcher)
        assert (frame["t"], frame["base"]) == ("patch", revision)


def test_another_hello_brings_the_whole_board_again(house: House):
    house.prepared()
    with house.visitor().watches("c1") as watcher:
        watcher.hears("board")
        watcher.says({"t": "hello", "revision": None})
        assert watcher.hears()["t"] == "board"


def test_the_clock_is_told_while_nothing_happens(quick_beats, house: House):
    house.prepared()
    with house.visitor().watches("c1") as watcher:
        whole = watcher.hears("board")
        assert watcher.hears("alive")["at"] > whole["at"]


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "{",
        "[]",
        "null",
        '"hello"',
        '{"t":"hullo"}',
        "[" * 900,
        json.dumps({"t": "hello", "x": "y" * LONGEST_FRAME}),
    ],
)
def test_anything_but_a_hello_ends_the_socket(house: House, odd):
    house.prepared()
    for after_hello in (False, True):
        with house.visitor().socket("/boards/c1/socket") as session:
            watcher = Watcher(session)
            if after_hello:
                watcher.says({"t": "hello", "revision": None})
                watcher.hears("board")
            watcher.says(odd)
            assert watcher.closed_with() == BAD_FRAME


def test_bytes_end_the_socket(house: House):
    house.prepared()
    with house.visitor().socket("/boards/c1/socket") as session:
        session.send_bytes(b"\x81\xa1t\xa5hello")
        assert Watcher(session).closed_with() == BAD_FRAME


def test_too_many_hellos_end_the_socket(house: House):
    house.prepared()
    with house.visitor().watches("c1") as watcher:
        for _ in range(30):
            watcher.says({"t": "hello", "revision": None})
        assert watcher.closed_with() == TOO_MANY_FRAMES


@pytest.mark.parametrize("revision", ["7", 7.5, True, [], -1, 10**400])
def test_a_revision_that_is_none_gets_the_whole_board(house: House, revision):
    house.prepared()
    with house.visitor().socket("/boards/c1/socket") as session:
        watcher = Watcher(session)
        watcher.says({"t": "hello", "revision": revision})
        assert watcher.hears()["t"] == "board"


def test_there_is_no_board_of_a_contest_that_is_not_there(house: House):
    with pytest.raises(WebSocketDenialResponse) as refused, house.visitor().watches("elsewhere"):
        pass
    assert refused.value.status_code == 404


def test_a_full_hall_lets_nobody_in_and_says_when_to_come_back(house: House, monkeypatch):
    house.prepared()
    monkeypatch.setattr(Hub, "is_full", True)
    with pytest.raises(WebSocketDenialResponse) as refused, house.visitor().watches("c1"):
        pass
    assert refused.value.status_code == 503
    assert refused.value.headers["Retry-After"] == "30"


def test_who_leaves_leaves_no_slot_behind(house: House):
    house.prepared()
    with house.visitor().watches("c1") as one, house.visitor().watches("c1") as other:
        one.hears("board")
        other.hears("board")
        assert len(house.parts.hub) == 2
    assert len(house.parts.hub) == 0


def _next(watcher: Watcher) -> dict:
    """The next frame that is no sign of life, the watcher's own board left alone: it was never sent the whole."""
    while True:
        frame: dict = json.loads(watcher.message()["text"])
        if frame["t"] != "alive":
            return frame
