"""Rounds: one after the other, not too often, and none while nothing happens."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import anyio
import pytest

from tests.support.client import PATIENCE_S
from web.live.ticker import Ticker

pytestmark = pytest.mark.anyio


class Rounds:
    """Counts rounds; while `held`, a round does not end."""

    def __init__(self, least_s):
        self.begun = self.ended = 0
        self.free = asyncio.Event()
        self.free.set()
        self.ticker = Ticker(self.round, least_s)
        self.running = asyncio.create_task(self.ticker.run())

    async def round(self):
        self.begun += 1
        await self.free.wait()
        self.ended += 1

    async def until_ended(self, rounds):
        with anyio.fail_after(PATIENCE_S):
            while self.ended < rounds:  # noqa: ASYNC110 - the ticker has no bell
                await asyncio.sleep(0.001)


@pytest.fixture
async def rounds():
    made = []

    def make(least_s=0.0):
        made.append(Rounds(least_s))
        return made[-1]

    yield make
    for each in made:
        each.running.cancel()
        with suppress(asyncio.CancelledError):
            await each.running


async def settled():
    for _ in range(10):
        await asyncio.sleep(0)


async def test_nothing_runs_while_nothing_changes(rounds):
    quiet = rounds()
    await settled()
    assert quiet.begun == 0
    quiet.ticker.wake()
    await quiet.until_ended(1)
    await settled()
    assert quiet.begun == 1


async def test_a_round_never_begins_before_the_last_has_ended(rounds):
    busy = rounds()
    busy.free.clear()
    for _ in range(20):
        busy.ticker.wake()
        await settled()
    assert (busy.begun, busy.ended) == (1, 0)
    busy.free.set()
    await busy.until_ended(2)
    await settled()
    assert busy.begun == 2  # all that came meanwhile shares one round


async def test_what_happens_during_a_round_is_not_forgotten(rounds):
    busy = rounds()
    busy.free.clear()
    busy.ticker.wake()
    await settled()
    busy.ticker.wake()
    busy.free.set()
    await busy.until_ended(2)


async def test_between_two_rounds_lies_the_least_time(rounds):
    """With an hour between rounds the second does not come, however often it is woken."""
    slow = rounds(least_s=3600)
    slow.ticker.wake()
    await slow.until_ended(1)
    for _ in range(20):
        slow.ticker.wake()
        await settled()
    assert slow.begun == 1
