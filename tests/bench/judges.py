"""A hall of judges as sockets see them: each sends a mark, waits for its receipt, and sends the next."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import uvloop
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.bench import big

PROTOCOL = Subprotocol("biwu.json.1")


@dataclass
class Counted:
    """`seconds` from the first mark to the last receipt; `waits`: each mark's own seconds."""

    marks: int
    seconds: float
    waits: list[float]

    @property
    def rate(self) -> float:
        return self.marks / self.seconds


def frames(seat: int, marks: int, counter: int = 0) -> Iterator[str]:
    """So many enter-mark frames of one seat: code by code, aspect by aspect, no mark twice."""
    for n in range(marks):
        code, aspect = divmod(n, big.ASPECTS)
        value = (code * 7 + aspect * 3 + seat * 5) % 21
        body = {
            "panel": "product",
            "code": f"{code:04d}",
            "aspect": f"a{aspect + 1}",
            "value": f"{value // 2}.5" if value % 2 else f"{value // 2}",
            "device_at": 1_800_000_000_000 + n,
        }
        yield json.dumps({"t": "command", "n": counter + n + 1, "name": "enter-mark", "body": body})


def closed_loop(port: int, tokens: Sequence[str | None], marks: int) -> Counted:
    """Every judge at once, as fast as receipts come; `marks` in all. A token of None: an echo, which takes no hello."""
    return uvloop.run(_closed_loop(port, tokens, marks))


def open_loop(port: int, tokens: Sequence[str | None], marks: int, a_second: float) -> Counted:
    """So many marks a second, evenly, whether receipts come or not."""
    return uvloop.run(_open_loop(port, tokens, marks, a_second))


async def _closed_loop(port: int, tokens: Sequence[str | None], marks: int) -> Counted:
    waits: list[float] = []
    each = marks // len(tokens)
    sockets = [await _seated(port, token) for token in tokens]

    async def judge(seat: int, socket: ClientConnection) -> None:
        for frame in frames(seat, each):
            begun = time.perf_counter()
            await socket.send(frame)
            await _answer(socket)
            waits.append(time.perf_counter() - begun)

    begun = time.perf_counter()
    await asyncio.gather(*(judge(seat, socket) for seat, socket in enumerate(sockets)))
    counted = Counted(each * len(tokens), time.perf_counter() - begun, waits)
    for socket in sockets:
        await socket.close()
    return counted


async def _open_loop(port: int, tokens: Sequence[str | None], marks: int, a_second: float) -> Counted:
    waits: list[float] = []
    sockets = [await _seated(port, token) for token in tokens]
    sent: list[dict[int, float]] = [{} for _ in sockets]
    each = marks // len(sockets)

    async def hear(seat: int, socket: ClientConnection) -> None:
        for n in range(each):
            receipt = await _answer(socket)
            waits.append(time.perf_counter() - sent[seat][receipt.get("n", n)])

    hearing = [asyncio.create_task(hear(seat, socket)) for seat, socket in enumerate(sockets)]
    pads = [frames(seat, each) for seat in range(len(sockets))]
    begun = time.perf_counter()
    for n in range(each * len(sockets)):
        seat = n % len(sockets)
        await asyncio.sleep(max(0.0, begun + n / a_second - time.perf_counter()))
        frame = next(pads[seat])
        sent[seat][n // len(sockets) + 1] = time.perf_counter()
        await sockets[seat].send(frame)
    await asyncio.gather(*hearing)
    counted = Counted(each * len(sockets), time.perf_counter() - begun, waits)
    for socket in sockets:
        await socket.close()
    return counted


async def _seated(port: int, token: str | None) -> ClientConnection:
    socket = await connect(
        f"ws://127.0.0.1:{port}/judge/socket", subprotocols=[PROTOCOL], proxy=None, compression=None, ping_interval=None
    )
    if token is not None:
        await socket.send(json.dumps({"t": "hello", "token": token, "lang": "en"}))
        welcome = json.loads(await socket.recv())
        if welcome["t"] != "welcome":
            raise AssertionError(welcome)
    return socket


async def _answer(socket: ClientConnection) -> dict[str, Any]:
    """The next receipt (or echo); frames about other things are passed over."""
    while True:
        frame: dict[str, Any] = json.loads(await socket.recv())
        if frame["t"] in {"receipt", "command"}:
            if frame.get("outcome", "accepted") != "accepted":
                raise AssertionError(frame)
            return frame
        if frame["t"] in {"busy", "error", "bye"}:
            raise AssertionError(frame)
