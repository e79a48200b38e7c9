"""One slot for each spectator, in which the newest wins: a slow one slows nobody, and none is left behind."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

import anyio
import pytest

from projections.difference import apply_patch
from projections.hall import Hall
from projections.rows.view import Row, View
from tests.support.client import PATIENCE_S
from web.live import hub as hubs
from web.live import show as shows
from web.live.hub import TRY_AGAIN_LATER, Hub
from web.live.show import NOTHING_SEEN, Show, Spectator

pytestmark = pytest.mark.anyio


class Stage:
    """A board of one row whose total goes up by one with each revision, and what spectators of it were sent."""

    def __init__(self):
        self.revision = 1
        self.encoded = 0
        self.show = Show(self.view, lambda: 7)
        self.following: list[asyncio.Task] = []

    def view(self) -> View:
        row = Row({"code": "07", "total": str(self.revision)}, -self.revision, placed=True)
        return View(self.revision, {"drill": False}, ("07",), (row,), (row.key,), {"07": 0})

    def moves(self):
        self.revision += 1
        self.show.refresh()

    def seats(self, spectator: Spectator) -> Inbox:
        inbox = Inbox()
        self.show.spectators.add(spectator)
        self.following.append(asyncio.create_task(self.show.follow(spectator, inbox.send)))
        return inbox

    async def ends(self):
        for task in self.following:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


class Inbox:
    """What one spectator was sent; while `stuck`, its network takes nothing."""

    def __init__(self):
        self.frames: list[dict] = []
        self.free = asyncio.Event()
        self.free.set()

    async def send(self, frame: str) -> None:
        await self.free.wait()
        self.frames.append(json.loads(frame))

    def kinds(self) -> list[str]:
        return [frame["t"] for frame in self.frames]


@pytest.fixture
async def stage():
    stage = Stage()
    yield stage
    await stage.ends()


async def settled():
    for _ in range(5):
        await asyncio.sleep(0)


async def test_who_has_seen_nothing_gets_the_whole_board(stage):
    inbox = stage.seats(Spectator(NOTHING_SEEN))
    await settled()
    assert inbox.frames == [
        {
            "t": "board",
            "at": 7,
            "revision": 1,
            "head": {"drill": False},
            "rows": [{"code": "07", "total": "1", "place": 1}],
        }
    ]


async def test_who_has_the_present_revision_waits_for_the_next_patch(stage):
    inbox = stage.seats(Spectator(1))
    await settled()
    assert inbox.frames == []
    stage.moves()
    await settled()
    assert [(frame["t"], frame["base"], frame["revision"]) for frame in inbox.frames] == [("patch", 1, 2)]


async def test_frames_lead_to_the_board_as_it_stands(stage):
    inbox = stage.seats(Spectator(NOTHING_SEEN))
    await settled()
    for _ in range(3):
        stage.moves()
        await settled()
    board, *patches = inbox.frames
    held = {word: board[word] for word in ("revision", "head", "rows")}
    for patch in patches:
        held = apply_patch(held, patch)
    assert held == stage.view().plain()
    assert inbox.kinds() == ["board", "patch", "patch", "patch"]


@pytest.mark.parametrize("revision", [0, 5, -3])
async def test_a_revision_we_do_not_know_gets_the_whole_board(stage, revision):
    inbox = stage.seats(Spectator(revision))
    await settled()
    assert inbox.kinds() == ["board"]


async def test_who_could_not_take_it_gets_the_newest_and_nothing_between(stage):
    inbox = stage.seats(Spectator(1))
    await settled()
    inbox.free.clear()
    for _ in range(50):
        stage.moves()
        await settled()
    inbox.free.set()
    await settled()
    assert [(frame["t"], frame["revision"]) for frame in inbox.frames] == [("patch", 2), ("board", 51)]


async def test_a_slow_spectator_slows_nobody(stage):
    slow, quick = stage.seats(Spectator(1)), stage.seats(Spectator(1))
    slow.free.clear()
    for _ in range(3):
        stage.moves()
        await settled()
    assert quick.kinds() == ["patch"] * 3
    assert slow.frames == []


async def test_a_change_is_encoded_once_for_everybody(stage, monkeypatch):
    encoded = []
    dumps = shows._encoded

    def counted(plain):
        encoded.append(plain["revision"])
        return dumps(plain)

    monkeypatch.setattr(shows, "_encoded", counted)
    inboxes = [stage.seats(Spectator(1)) for _ in range(50)]
    newcomers = [stage.seats(Spectator(NOTHING_SEEN)) for _ in range(50)]
    await settled()
    assert encoded == [1]  # the whole, once for all newcomers
    stage.moves()
    await settled()
    assert encoded == [1, 2]
    assert all(inbox.kinds() == ["patch"] for inbox in inboxes)
    assert all(inbox.kinds() == ["board", "patch"] for inbox in newcomers)


async def test_nothing_is_sent_while_nothing_changes(stage):
    inbox = stage.seats(Spectator(1))
    await settled()
    stage.show.refresh()
    stage.show.refresh()
    await settled()
    assert inbox.frames == []


async def test_a_sign_of_life_tells_the_time_and_nothing_else(stage):
    inbox = stage.seats(Spectator(1))
    await settled()
    stage.show.beat()
    await settled()
    assert inbox.frames == [{"t": "alive", "at": 7}]


async def test_news_stands_in_for_a_sign_of_life(stage):
    inbox = stage.seats(Spectator(1))
    await settled()
    inbox.free.clear()
    stage.moves()
    await settled()
    stage.show.beat()
    stage.moves()
    inbox.free.set()
    await settled()
    assert inbox.kinds() == ["patch", "patch"]


async def test_a_hello_in_between_brings_the_whole_board_again(stage):
    spectator = Spectator(1)
    inbox = stage.seats(spectator)
    await settled()
    spectator.seen = NOTHING_SEEN
    spectator.wake()
    await settled()
    assert inbox.kinds() == ["board"]


async def test_who_takes_nothing_for_ten_seconds_is_let_go_to_come_back(stage, monkeypatch):
    hub = Hub(Hall(), lambda: 7)
    hub._shows["c1"] = stage.show
    stuck, waiting = Spectator(1), Spectator(1)
    inbox = stage.seats(stuck)
    stage.seats(waiting)
    inbox.free.clear()
    stage.moves()
    await settled()
    hub.beat()
    await settled()
    assert not any(task.done() for task in stage.following)
    monkeypatch.setattr(hubs, "STUCK_AFTER_S", -1.0)
    hub.beat()
    with anyio.fail_after(PATIENCE_S):
        assert await stage.following[0] == TRY_AGAIN_LATER
    assert not stage.following[1].done()


async def test_whoever_is_let_go_before_sitting_down_is_shown_nothing(stage):
    spectator = Spectator(NOTHING_SEEN)
    spectator.let_go(1003)
    inbox = stage.seats(spectator)
    stage.show.spectators.discard(spectator)
    with anyio.fail_after(PATIENCE_S):
        assert await stage.following[0] == 1003
    spectator.let_go(1008)
    assert spectator.code == 1003
    assert len(inbox.frames) <= 1
