"""The judges' socket, WS /judge/socket: one connection from its handshake to its last word."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from domain.streams import SheetKey
from judges_console.frames import ENCODINGS, Frame, agreed
from judges_console.greeting import Parting, greeted
from judges_console.live.line import Line
from judges_console.live.roster import Roster
from judges_console.live.window import Window
from judges_console.notes import Notes
from judges_console.session import Given, HangUp, Hello, Say, Session, WantsSheets, Where
from judges_console.sheets import batches, sheet_frame
from ledger.errors import DeskClosed
from web.identity.identity import Identity
from web.identity.who import identity_by, identity_of
from web.parts import Parts

ASKED_EVERY_S = 4.0  # a session that runs out is noticed within five seconds

log = logging.getLogger(__name__)


class JudgesSocket:
    """All judges' connections of one server, on one event loop: the endpoint of their route, an ASGI application.

    Starlette's WebSocket sees to the handshake. Frames come and go without it: its checks cost more than they find.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._window = Window(parts)
        self._roster = Roster(parts)
        self._notes = Notes(parts)
        self._lines: set[Line] = set()
        self._all_gone = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        parts.desk.when_closed(self._desk_closed)

    def __len__(self) -> int:
        """How many connections are open."""
        return len(self._lines)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One connection, from its handshake to its end; refused before it opens without one of our subprotocols."""
        websocket = WebSocket(scope, receive, send)
        encoding = agreed(scope.get("subprotocols", []))
        if encoding is None:
            told = {"zh": "请选用子协议", "en": "Choose a subprotocol", "subprotocols": list(ENCODINGS)}
            await websocket.send_denial_response(JSONResponse(told, 400))
            return
        self._loop = asyncio.get_running_loop()
        await websocket.accept(encoding.subprotocol)
        line = Line(send, Session(encoding, self._parts.desk.clock.now))
        self._lines.add(line)
        try:
            await self._converse(websocket, receive, line)
        finally:
            self._lines.discard(line)
            line.cut()
            if not self._lines:
                self._all_gone.set()

    async def close(self, reason: str = "restart", within_s: float = 2.0) -> None:
        """Says goodbye to everybody, and waits until they are gone or the time is over."""
        if self._lines:
            self._all_gone.clear()
            self._hang_up_all(reason)
            with suppress(TimeoutError):
                async with asyncio.timeout(within_s):
                    await self._all_gone.wait()

    def _hang_up_all(self, reason: str) -> None:
        for line in self._lines:
            line.hang_up(reason)

    def _desk_closed(self, _: DeskClosed) -> None:
        """On the desk's thread: the judges must hear at once that nothing is taken any more."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hang_up_all, "desk-closed")

    async def _converse(self, websocket: WebSocket, receive: Receive, line: Line) -> None:
        """Until either side has ended it."""
        reading, writing = asyncio.create_task(self._read(websocket, receive, line)), asyncio.create_task(line.write())
        tasks = reading, writing
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._leave(line)
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
        for task in tasks:
            failed = None if task.cancelled() else task.exception()
            gone = task is writing and isinstance(failed, OSError)
            if failed and not gone:
                raise failed

    async def _read(self, websocket: WebSocket, receive: Receive, line: Line) -> None:
        """The way in. A line that was hung up says its last word on the way out; nothing more is taken in."""
        while (came := await receive())["type"] == "websocket.receive":
            line.heard()
            if line.is_hung_up:
                continue
            text = came.get("text")
            match line.session.hear(came["bytes"] if text is None else text):
                case Given() as given:
                    self._window.hand_in(line, given)
                case Say(frame):
                    line.say(frame)
                case WantsSheets(where):
                    line.tell(self._all_sheets(where))
                case HangUp(reason):
                    line.hang_up(reason)
                case Hello() as hello:
                    await self._greet(websocket, line, hello)

    async def _greet(self, websocket: WebSocket, line: Line, hello: Hello) -> None:
        parts = self._parts
        identity = identity_by(parts, hello.token) if hello.token else identity_of(websocket)
        try:
            line.identity, where, welcome = await greeted(parts, self._notes, hello, identity)
        except Parting as parting:
            line.hang_up(parting.reason, parting.details)
            return
        line.session.where = where
        line.since = parts.record.head().position
        line.sheet_of = lambda code, batch: self._sheet(where, code, batch)
        line.guard = asyncio.create_task(self._stand_by(line, line.identity))
        line.say(welcome)
        if where.seat:
            self._roster.join(line, where.contest, where.panel, where.seat)

    async def _stand_by(self, line: Line, identity: Identity) -> None:
        """Hangs up on somebody who no longer is who he was; and on everybody of whom that cannot be said any more."""
        try:
            line.hang_up(await self._parts.standing.gone(identity, ASKED_EVERY_S))
        except Exception as error:  # noqa: BLE001 - a task nobody waits for must not die unheard
            log.critical("a session cannot be looked up: %s", type(error).__name__)
            line.hang_up("record-unreadable")

    def _leave(self, line: Line) -> None:
        where = line.session.where
        if where is not None and where.seat:
            self._roster.leave(line, where.contest, where.panel, where.seat)

    def _all_sheets(self, where: Where) -> dict[str, str]:
        with self._parts.hall.wall(where.contest) as wall:
            return batches(wall.marks)

    def _sheet(self, where: Where, code: str, batch: str) -> Frame:
        key = SheetKey(where.contest, where.panel, code, where.seat)
        with self._parts.hall.wall(where.contest) as wall:
            return sheet_frame(self._parts.record, wall.marks, key, batch)
