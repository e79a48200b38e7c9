"""Rounds of sending: at most ten a second, one after the other, and none while nothing changes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

LEAST_S = 0.1


class Ticker:
    """`wake` it as often as you like: what happens during a round or soon after one shares the next."""

    def __init__(self, round_: Callable[[], Awaitable[None]], least_s: float = LEAST_S) -> None:
        self._round = round_
        self._least_s = least_s
        self._changed = asyncio.Event()

    def wake(self) -> None:
        self._changed.set()

    async def run(self) -> None:
        """Until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            await self._changed.wait()
            self._changed.clear()
            begun = loop.time()
            await self._round()
            await asyncio.sleep(max(0.0, begun + self._least_s - loop.time()))
