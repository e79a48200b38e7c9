"""A device that speaks the public protocol (docs/protocol.md) and sends again until a receipt comes back."""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from types import TracebackType
from typing import Any, Self

import msgpack
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

Frame = dict[str, Any]

JSON, MSGPACK = Subprotocol("biwu.json.1"), Subprotocol("biwu.msgpack.1")
_SIGN_S = 10.0
_RETRY_S = (0.2, 0.5, 1.0, 2.0)  # after the last of them: again and again the last


class Refusal(Exception):  # noqa: N818 - an answer of the server's
    """The record's "no", with the sentence that came with it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(f"{frame['reason']}: {frame['en']}")
        self.reason = str(frame["reason"])


class Device:
    """One session's socket with its outbox. `async with` keeps it connected, over any number of broken lines."""

    def __init__(self, address: str, token: str, contest: str, encoding: Subprotocol = JSON) -> None:
        """`address` like ws://127.0.0.1:8470; `token` from enrolment; an official names his contest."""
        self._address, self._token, self._contest, self._encoding = address, token, contest, encoding
        self._socket: ClientConnection | None = None
        self._counter = 0
        self._waiting: dict[int, tuple[Frame, asyncio.Future[Frame]]] = {}
        self._welcomed = asyncio.Event()
        self._sheet_came = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._leaves = False
        self.welcome: Frame = {}
        self.sheets: dict[str, Frame] = {}
        self.reopened: asyncio.Queue[str] = asyncio.Queue()  # codes whose sheets came back
        self.acknowledged: list[Frame] = []  # the accepted receipts, each with the body it answers

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._stay_connected())
        await self._welcomed.wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leaves = True  # a line that breaks at the same moment swallows the cancelling
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def command(self, name: str, **body: Any) -> Frame:  # noqa: ANN401 - the body is the command's
        """The receipt, however long it takes. Raises: Refusal."""
        self._counter += 1
        frame = {"t": "command", "n": self._counter, "name": name, "body": body}
        future: asyncio.Future[Frame] = asyncio.get_running_loop().create_future()
        self._waiting[self._counter] = (frame, future)
        await self._send(frame)
        receipt = await future
        if receipt["outcome"] != "accepted":
            raise Refusal(receipt)
        self.acknowledged.append({**receipt, "name": name, "body": body})
        return receipt

    async def codes(self, count: int) -> list[str]:
        """The codes of the seat's sheets, in order of their batches, once so many have come."""
        while len(self.sheets) < count:
            self._sheet_came.clear()
            await self._sheet_came.wait()
        return list(self.sheets)

    async def mark(self, code: str, aspect: str, value: str) -> Frame:
        now = time.time_ns() // 1_000_000
        return await self.command("enter-mark", panel=self._panel, code=code, aspect=aspect, value=value, device_at=now)

    async def sign(self, code: str) -> Frame:
        return await self.command("sign-sheet", panel=self._panel, code=code)

    @property
    def _panel(self) -> str:
        return str(self.welcome["panel"]["id"])

    # -- the line

    async def _stay_connected(self) -> None:
        failures = 0
        while not self._leaves:
            try:
                async with connect(
                    f"{self._address}/judge/socket", subprotocols=[self._encoding], proxy=None, max_size=2**22
                ) as socket:
                    await socket.send(self._packed({"t": "hello", "token": self._token, "contest": self._contest}))
                    async with asyncio.TaskGroup() as tasks:
                        signs = tasks.create_task(self._give_signs(socket))
                        async for text in socket:
                            failures = 0
                            await self._hear(socket, self._unpacked(text))
                        signs.cancel()
            except* (OSError, WebSocketException):
                pass
            self._socket = None
            await asyncio.sleep(_RETRY_S[min(failures, len(_RETRY_S) - 1)])
            failures += 1

    async def _give_signs(self, socket: ClientConnection) -> None:
        """The server hangs up on who is silent for long."""
        while True:
            await asyncio.sleep(_SIGN_S)
            await socket.send(self._packed({"t": "ping", "at": time.time_ns() // 1_000_000}))

    async def _hear(self, socket: ClientConnection, frame: Frame) -> None:
        match frame["t"]:
            case "welcome":
                await self._begin(socket, frame)
            case "sheet":
                self._lay(frame)
            case "receipt":
                self._settle(frame, None)
            case "error" if "n" in frame:
                self._settle(frame, Refusal(frame))
            case "busy":
                await asyncio.sleep(int(frame["retry_after_ms"]) / 1000)
                if int(frame["n"]) in self._waiting:
                    await self._send(self._waiting[int(frame["n"])][0])

    async def _begin(self, socket: ClientConnection, welcome: Frame) -> None:
        """What has no receipt yet is sent again, in order."""
        self.welcome, self._socket = welcome, socket
        self._counter = max(self._counter, int(welcome["counter"]))
        self._welcomed.set()
        if "panel" in welcome:
            await self._send({"t": "sheets"})
        for waiting, _ in list(self._waiting.values()):
            await self._send(waiting)

    def _lay(self, sheet: Frame) -> None:
        code = str(sheet["code"])
        if sheet["state"] == "reopened" and self.sheets.get(code, {}).get("state") != "reopened":
            self.reopened.put_nowait(code)
        self.sheets[code] = sheet
        self._sheet_came.set()

    def _settle(self, answer: Frame, fault: Refusal | None) -> None:
        _, future = self._waiting.pop(int(answer["n"]), (None, None))
        if future is None or future.done():
            return
        if fault:
            future.set_exception(fault)
        else:
            future.set_result(answer)

    async def _send(self, frame: Frame) -> None:
        """Sends if the line stands; what is not answered is sent again after the next welcome."""
        if self._socket is not None:
            with contextlib.suppress(WebSocketException):
                await self._socket.send(self._packed(frame))

    def _packed(self, frame: Frame) -> str | bytes:
        if self._encoding == MSGPACK:
            return bytes(msgpack.packb(frame))
        return json.dumps(frame, ensure_ascii=False)

    def _unpacked(self, text: str | bytes) -> Frame:
        frame: Frame = json.loads(text) if isinstance(text, str) else msgpack.unpackb(text)
        return frame
