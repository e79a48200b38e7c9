"""A judge's connection in the field's words, over the test client: what is sent and heard, frame by frame."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import Any

import anyio
import msgpack
from starlette.testclient import WebSocketTestSession

from domain.decision import Actor
from tests.support.client import ORIGIN, PATIENCE_S, Visitor
from tests.support.house import House
from tests.support.small import C

JSON, MSGPACK = "biwu.json.1", "biwu.msgpack.1"
PATH = "/judge/socket"


class Judge:
    """One open socket, not greeted yet."""

    def __init__(self, session: WebSocketTestSession, subprotocol: str) -> None:
        self.session, self.subprotocol = session, subprotocol
        self.counter = count(1)

    def says(self, **frame: Any) -> None:
        if self.subprotocol == MSGPACK:
            self.session.send_bytes(msgpack.packb(frame))
        else:
            self.session.send_text(json.dumps(frame))

    def hears(self, kind: str = "") -> dict[str, Any]:
        """The next frame, or the next of a kind."""
        while True:
            message = self.session.portal.call(partial(_within, self.session._send_rx.receive))
            assert message["type"] == "websocket.send", message
            frame = self._read(message)
            if kind in {"", frame["t"]}:
                return frame

    def _read(self, message: dict[str, Any]) -> dict[str, Any]:
        packed = self.subprotocol == MSGPACK
        return dict(msgpack.unpackb(message["bytes"]) if packed else json.loads(message["text"]))

    def greets(self, **more: Any) -> dict[str, Any]:
        """The answer to a hello: the welcome, or the last word."""
        self.says(t="hello", **more)
        return self.hears()

    def gives(self, name: str, n: int = 0, **body: Any) -> int:
        """Sends a command; its counter."""
        n = n or next(self.counter)
        self.says(t="command", n=n, name=name, body=body)
        return n

    def asks(self, name: str, n: int = 0, **body: Any) -> dict[str, Any]:
        """The answer to a command, whatever else is said before it."""
        n = self.gives(name, n, **body)
        while (frame := self.hears()).get("n") != n:
            pass
        return frame

    def marks(self, code: str, aspect: str, value: str, n: int = 0, panel: str = "process") -> dict[str, Any]:
        return self.asks("enter-mark", n, panel=panel, code=code, aspect=aspect, value=value)

    def signs(self, code: str, panel: str = "process") -> dict[str, Any]:
        return self.asks("sign-sheet", panel=panel, code=code)

    def sheets(self, codes: int = 2) -> dict[str, dict[str, Any]]:
        """All sheets of the seat, by code."""
        self.says(t="sheets")
        frames = [self.hears("sheet") for _ in range(codes)]
        return {frame["code"]: frame for frame in frames}

    def closed_with(self) -> tuple[int, str]:
        """Code and reason the server closes with; frames before it are passed over."""
        while True:
            message = self.session.portal.call(partial(_within, self.session._send_rx.receive))
            if message["type"] == "websocket.close":
                return message["code"], message["reason"]


@contextmanager
def connected(visitor: Visitor, subprotocol: str = JSON, origin: str | None = ORIGIN) -> Iterator[Judge]:
    headers = {"Origin": origin} if origin else {}
    with visitor.http.websocket_connect(PATH, subprotocols=[subprotocol], headers=headers) as session:
        yield Judge(session, subprotocol)


@contextmanager
def judging(house: House, actor: Actor, subprotocol: str = JSON) -> Iterator[Judge]:
    """Connected and welcomed."""
    with connected(house.as_(actor), subprotocol) as judge:
        hello = {} if actor.seat else {"contest": C}
        welcome = judge.greets(lang="en", **hello)
        assert welcome["t"] == "welcome", welcome
        yield judge


async def _within(receive: Any) -> Any:
    with anyio.fail_after(PATIENCE_S):
        return await receive()
