"""One contest's board as it is being shown: its newest frames, and a slot for each spectator where the newest wins."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from projections.difference import difference
from projections.rows.view import Plain, View

Send = Callable[[str], Awaitable[None]]
NOTHING_SEEN = -1


class Spectator:
    """A slot: which revision it has, whether a sign of life is due, since when a frame is on its way (0: none)."""

    __slots__ = ("_limit", "_waiting", "beat_due", "code", "seen", "sending_since")

    def __init__(self, seen: int) -> None:
        self.seen = seen
        self.beat_due = False
        self.sending_since = 0.0
        self.code = 0
        self._limit: asyncio.Timeout | None = None
        self._waiting: asyncio.Future[None] | None = None

    def wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def let_go(self, code: int) -> None:
        """End its `follow`, even in the middle of sending; `code` is what to close its socket with."""
        self.code = self.code or code
        if self._limit is not None:
            self._limit.reschedule(asyncio.get_running_loop().time())

    async def woken(self) -> None:
        self._waiting = asyncio.get_running_loop().create_future()
        await self._waiting

    async def until_let_go(self, work: Coroutine[Any, Any, None]) -> int:
        """Runs what never ends by itself; the code it was ended with."""
        try:
            async with asyncio.timeout(0 if self.code else None) as self._limit:
                await work
        except TimeoutError:
            if not self.code:
                raise
        finally:
            self._limit = None
        return self.code


class Show:
    """`view_now` gives the board as it may be shown; `now` official time, µs UTC. For one event loop."""

    def __init__(self, view_now: Callable[[], View], now: Callable[[], int]) -> None:
        self.spectators: set[Spectator] = set()
        self._view_now, self._now = view_now, now
        self._view = view_now()
        self._whole = ""
        self._patch = ""
        self._base: int | None = None  # the revision the patch starts from
        self._beat = ""

    def refresh(self) -> None:
        """Take the board as it is now; everybody who waits is told. Encodes at most one patch, whoever watches."""
        before, view = self._view, self._view_now()
        if view.revision == before.revision:
            return
        self._view, self._whole = view, ""
        self._patch, self._base = self._frame("patch", _encoded(difference(before, view))), before.revision
        for spectator in self.spectators:
            spectator.wake()

    def beat(self) -> None:
        """A sign of life to all who have nothing on its way to them, so that a page can say as of when it stands."""
        self._beat = self._frame("alive", "{}")
        for spectator in self.spectators:
            spectator.beat_due = True
            spectator.wake()

    async def follow(self, spectator: Spectator, send: Send) -> int:
        """Sends what is due until the spectator is let go; with which code.

        Whoever is slow misses what lies between, never the newest.
        """
        return await spectator.until_let_go(self._send_all(spectator, send))

    async def _send_all(self, spectator: Spectator, send: Send) -> None:
        loop = asyncio.get_running_loop()
        while True:
            while not (frame := self._due(spectator)):
                await spectator.woken()
            spectator.sending_since = loop.time()
            await send(frame)
            spectator.sending_since = 0.0

    def _due(self, spectator: Spectator) -> str:
        seen, spectator.seen = spectator.seen, self._view.revision
        beat, spectator.beat_due = spectator.beat_due, False
        if seen == spectator.seen:
            return self._beat if beat else ""
        if seen == self._base:
            return self._patch
        self._whole = self._whole or _encoded(self._view.plain())
        return self._frame("board", self._whole)

    def _frame(self, kind: str, body: str) -> str:
        """`body` is encoded once for all; only the time in front of it is each frame's own."""
        rest = body[1:] if body == "{}" else f",{body[1:]}"
        return f'{{"t":"{kind}","at":{self._now()}{rest}'


def _encoded(plain: Plain) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
