"""One connection's way out: frames wait here in order, sheets only by their code, until the socket takes them.

A sheet is read from the record at the moment it is sent: it holds every mark whose receipt went out before it, and
however often it changes meanwhile, it is sent once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from starlette.types import Send

from domain.errors import Detail
from judges_console.frames import Frame
from judges_console.live.answers import bye_frame
from judges_console.session import Session
from judges_console.words import NO_DETAILS, farewell
from web.identity.identity import Identity

MOST_WAITING = 512  # frames; a client that lets more pile up does not read at all
GREETED_WITHIN_S = 10.0
HEARD_WITHIN_S = 30.0
ANSWERED_WITHIN_S = 1.0  # how long a last word waits for the answers to commands on their way
_FAREWELL_S = 2.0

SheetOf = Callable[[str, str], Frame]  # code, batch


class _Last(NamedTuple):
    reason: str
    details: Mapping[str, Detail]


class Line:
    """Lives on one event loop. What is None at first is set, with the session's `where`, by the welcome."""

    def __init__(self, send: Send, session: Session) -> None:
        self.session = session
        self.loop = asyncio.get_running_loop()
        self.identity: Identity | None = None
        self.sheet_of: SheetOf | None = None
        self.guard: asyncio.Task[None] | None = None  # hangs up when the session ends or the roles change
        self.since = 0  # where the record stood at the welcome
        self.own: set[int] = set()  # positions of what marks made here brought about: no need to tell this judge
        self._send = send
        self._frames: list[Frame] = []
        self._sheets: dict[str, str] = {}  # code → batch, to be told
        self._last: _Last | None = None
        self._waits = True
        self._idle: asyncio.Future[None] | None = None  # what the writer waits for when there is nothing to send
        self._opened_at = self._heard_at = self.loop.time()
        self._writer: asyncio.Task[None] | None = None
        self._timer = self.loop.call_later(GREETED_WITHIN_S, self._listen)

    @property
    def is_hung_up(self) -> bool:
        return self._last is not None

    def heard(self) -> None:
        """Something came in, so somebody is there."""
        self._heard_at = self.loop.time()

    def say(self, frame: Frame) -> None:
        self._frames.append(frame)
        self._wake()
        if len(self._frames) > MOST_WAITING:
            self._frames.clear()
            self.hang_up("too-slow")

    def tell(self, sheets: Mapping[str, str]) -> None:
        """Send these sheets (code → batch) as they will be by then."""
        if self._last is None:
            self._sheets.update(sheets)
            self._wake()

    def hang_up(self, reason: str, details: Mapping[str, Detail] = NO_DETAILS) -> None:
        """What waits is still sent, and what is on its way answered, then the last word; the first reason counts."""
        self._wake()
        if self._last is None:
            self._last = _Last(reason, details)
            self._sheets.clear()
            self._timer.cancel()
            self._timer = self.loop.call_later(ANSWERED_WITHIN_S, self._wait_no_more)

    def cut(self) -> None:
        """No more waiting for a socket that takes nothing."""
        self._timer.cancel()
        for task in (self._writer, self.guard):
            if task is not None:
                task.cancel()

    async def write(self) -> None:
        """Sends until the last word is said. Raises: OSError when the client is gone."""
        self._writer = asyncio.current_task()
        while True:
            if self._frames:
                frames, self._frames = self._frames, []
                for frame in frames:
                    await self._send(self._message(frame))
            elif self._sheets and self.sheet_of:
                code = next(iter(self._sheets))
                await self._send(self._message(self.sheet_of(code, self._sheets.pop(code))))
                await asyncio.sleep(0)  # hundreds of sheets must not keep receipts waiting
            elif self._last and not (self._waits and self.session.in_flight):
                await self._send(self._message(bye_frame(*self._last)))
                last = farewell(*self._last)
                await self._send({"type": "websocket.close", "code": last.code, "reason": self._last.reason})
                return
            else:
                self._idle = self.loop.create_future()
                await self._idle

    def _wake(self) -> None:
        if self._idle is not None and not self._idle.done():
            self._idle.set_result(None)

    def _wait_no_more(self) -> None:
        self._waits = False
        self._wake()
        self._timer = self.loop.call_later(_FAREWELL_S, self.cut)

    def _message(self, frame: Frame) -> dict[str, Any]:
        written = self.session.encoding.write(frame)
        return {"type": "websocket.send", "text" if isinstance(written, str) else "bytes": written}

    def _listen(self) -> None:
        """Hangs up on whoever has been silent for too long; asks again when that may be."""
        greeted = self.session.where is not None
        due = self._heard_at + HEARD_WITHIN_S if greeted else self._opened_at + GREETED_WITHIN_S
        left = due - self.loop.time()
        if left > 0:
            self._timer = self.loop.call_later(left, self._listen)
        else:
            self.hang_up("silent" if greeted else "hello-missing")
