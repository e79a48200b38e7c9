"""The hall keeps up with the record: what is there at the start, what comes, and what happens when a fold fails."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable

import anyio
import pytest

from domain.sheets.commands import EnterMark
from projections.hall import Hall
from tests.support.client import PATIENCE_S
from tests.support.house import House, open_house
from tests.support.small import FLOOR, on
from web.live import follow
from web.live.follow import Following


def test_what_was_recorded_before_the_start_is_shown_at_once(tmp_path):
    with open_house(tmp_path) as house:
        house.final()
        before = house.visitor().opens("/api/1/contests/c1/board").json()
    with open_house(tmp_path) as house:
        assert house.visitor().opens("/api/1/contests/c1/board").json() == before


@pytest.mark.anyio
async def test_a_long_record_is_folded_in_slices(house: House, monkeypatch):
    """Between two slices the loop serves whoever waits."""
    await asyncio.to_thread(house.marked)
    monkeypatch.setattr(follow, "SLICE", 7)
    hall, told = Hall(), list[Iterable[str]]()
    following = Following(house.parts.record, hall, told.append)
    following.start()
    with anyio.fail_after(PATIENCE_S):
        while hall.position < house.parts.record.head().position:  # noqa: ASYNC110 - the hall has no bell
            await asyncio.sleep(0)
    await following.stop()
    assert len(told) == -(-hall.position // 7)
    assert not following.is_alive


@pytest.mark.anyio
async def test_who_watches_a_contest_hears_of_everything_in_it(house: House):
    house.prepared()
    with house.parts.hub.watch("c1") as changed, house.parts.hub.watch("c2") as other:
        house.parts.hub.touch({"c1"})
        assert changed.is_set()
        assert not other.is_set()


def test_boards_that_cannot_follow_are_not_ready_while_marks_are_still_taken(house: House, monkeypatch, caplog):
    house.prepared()
    assert house.visitor().opens("/readyz").json() == {"desk": True, "boards": True}

    def fails(_hall, _batch):
        raise RuntimeError("a bug in a fold")

    monkeypatch.setattr(Hall, "fold_all", fails)
    assert house.asks(FLOOR[0], EnterMark(*on(FLOOR[0], "07"), "p1", "15")).accepted
    _until(lambda: house.visitor().opens("/readyz").status_code == 503)
    assert house.visitor().opens("/readyz").json() == {"desk": True, "boards": False}
    assert "boards stand still" in caplog.text


def test_a_desk_that_has_closed_is_not_ready_and_boards_go_on(house: House):
    house.prepared()
    house.parts.desk.close()
    assert house.visitor().opens("/readyz").json() == {"desk": False, "boards": True}
    assert house.visitor().opens("/readyz").status_code == 503
    assert house.visitor().opens("/healthz").status_code == 200
    assert house.visitor().opens("/boards/c1").status_code == 200


def _until(true):
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)
