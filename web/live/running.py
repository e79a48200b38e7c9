"""Everything that runs while the doors are open: the follower, the rounds and the signs of life."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress

from web.live.follow import Following
from web.live.ticker import Ticker
from web.parts import Parts

# a page that hears nothing for five seconds says so, and dials again (web/static/shared/wire.js)
BEAT_S = 2.0


@asynccontextmanager
async def running(parts: Parts) -> AsyncIterator[Following]:
    """From the hall caught up with the record to the last round ended."""
    ticker = Ticker(parts.hub.round)

    def told(contests: Iterable[str]) -> None:
        parts.hub.touch(contests)
        ticker.wake()

    following = Following(parts.record, parts.hall, told)
    following.catch_up()
    following.start()
    tasks = [asyncio.create_task(ticker.run()), asyncio.create_task(_beats(parts))]
    try:
        yield following
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await following.stop()


async def _beats(parts: Parts) -> None:
    while True:
        await asyncio.sleep(BEAT_S)
        parts.hub.beat()
