"""A judge's client written from docs/protocol.md alone: it imports nothing of ours, and knows nothing else.

Whoever writes another one may begin here. Kept plain: one thread, one socket, and an outbox that outlives both.
"""

from __future__ import annotations

import http.client
import json
import random
import time
from contextlib import ExitStack
from typing import Any

import msgpack
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

Frame = dict[str, Any]

DEAD_AFTER_S = 5.0
PING_EVERY_S = 2.0
MOST_ON_THEIR_WAY = 64


class HungUp(Exception):  # noqa: N818 - the server's last word
    """The server said goodbye for good: a person must do something."""

    def __init__(self, bye: Frame) -> None:
        super().__init__(bye["reason"])
        self.bye = bye


class ForeignClient:
    """`outbox` and `answers` are what a real client would keep on its disk; here they live as long as the object."""

    def __init__(self, host: str, subprotocol: str = "biwu.json.1", lang: str = "en") -> None:
        self.host, self.subprotocol, self.lang = host, subprotocol, lang
        self.session = self.device = ""
        self.counter = 0
        self.outbox: dict[int, Frame] = {}
        self.answers: dict[int, Frame] = {}
        self.errors: list[Frame] = []
        self.welcome: Frame = {}
        self.sheets: dict[str, Frame] = {}
        self.failures = 0
        self._line = ExitStack()
        self._socket: ClientConnection | None = None
        self._heard_at = self._pinged_at = 0.0

    # -- section 1

    def enrol(self, secret: str) -> Frame:
        """The server's answer; on 200 the session and device are kept."""
        connection = http.client.HTTPConnection(self.host, timeout=10)
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        asked = {"secret": secret, **({"device": self.device} if self.device else {})}
        connection.request("POST", "/enrol", json.dumps(asked), headers)
        answer = connection.getresponse()
        told: Frame = json.loads(answer.read())
        connection.close()
        if answer.status == http.client.OK:
            if told["device"] != self.device:
                self.counter = 0
            self.session, self.device = told["session"], told["device"]
        return told

    # -- sections 2 and 3

    def connect(self) -> None:
        """One attempt. Raises: OSError, ConnectionClosed, InvalidHandshake; HungUp."""
        self.close()
        url, spoken = f"ws://{self.host}/judge/socket", [Subprotocol(self.subprotocol)]
        opening = connect(url, subprotocols=spoken, compression=None, proxy=None, open_timeout=5)
        self._socket = self._line.enter_context(opening)
        self._heard_at = time.monotonic()
        self.welcome = {}
        self._send({"t": "hello", "token": self.session, "lang": self.lang})
        while not self.welcome:
            self._hear()
        self._send({"t": "sheets"})

    def close(self) -> None:
        self._socket = None
        self._line.close()

    def _send(self, frame: Frame) -> None:
        assert self._socket is not None
        self._socket.send(msgpack.packb(frame) if self.subprotocol == "biwu.msgpack.1" else json.dumps(frame))

    def _hear(self, seconds: float = 0.5) -> None:
        """Takes in one frame, if one comes in time. Raises: ConnectionClosed when the line is dead."""
        assert self._socket is not None
        try:
            message = self._socket.recv(timeout=seconds)
        except TimeoutError:
            if time.monotonic() - self._heard_at > DEAD_AFTER_S:
                raise ConnectionClosed(None, None) from None
            return
        self._heard_at = time.monotonic()
        frame = msgpack.unpackb(message) if isinstance(message, bytes) else json.loads(message)
        hear = getattr(self, f"_on_{frame['t']}", None)
        if hear is not None:  # other frames may come one day
            hear(frame)

    def _on_welcome(self, frame: Frame) -> None:
        self.welcome = frame
        self.failures = 0
        self.counter = max(self.counter, frame["counter"])

    def _on_sheet(self, frame: Frame) -> None:
        self.sheets[frame["code"]] = frame

    def _on_module(self, frame: Frame) -> None:
        if self.welcome["module"]["id"] == frame["id"]:
            self.welcome["module"]["open"] = frame["open"]

    def _on_receipt(self, frame: Frame) -> None:
        command = self.outbox.pop(frame["n"], None)
        self.answers[frame["n"]] = frame
        sheet = self.sheets.get(command["body"].get("code")) if command else None
        if command and sheet and command["name"] == "enter-mark" and frame.get("position"):
            mark = {key: frame[key] for key in ("value", "position", "at")}
            sheet["marks"][command["body"]["aspect"]] = mark

    def _on_busy(self, frame: Frame) -> None:
        time.sleep(frame["retry_after_ms"] / 1000)
        if frame["n"] in self.outbox:
            self._send(self.outbox[frame["n"]])

    def _on_error(self, frame: Frame) -> None:
        self.errors.append(frame)
        self.outbox.pop(frame.get("n", 0), None)  # of no use to repeat

    def _on_bye(self, frame: Frame) -> None:
        if "retry_after_ms" not in frame:
            raise HungUp(frame)
        time.sleep(frame["retry_after_ms"] / 1000)

    # -- section 4

    def give(self, name: str, **body: Any) -> int:
        """Keeps a command under a number of its own; `settle` sends it."""
        self.counter += 1
        self.outbox[self.counter] = {"t": "command", "n": self.counter, "name": name, "body": body}
        return self.counter

    def mark(self, code: str, aspect: str, value: str) -> int:
        body = {"panel": self.welcome["panel"]["id"], "code": code, "aspect": aspect, "value": value}
        return self.give("enter-mark", **body, device_at=time.time_ns() // 1_000_000)

    def sign(self, code: str) -> Frame:
        """Signs when every mark has its receipt; the answer."""
        self.settle()
        n = self.give("sign-sheet", panel=self.welcome["panel"]["id"], code=code)
        self.settle()
        return self.answers[n]

    def settle(self, within_s: float = 30.0) -> None:
        """Sends all that has no receipt, over as many connections as it takes. Raises: HungUp, TimeoutError."""
        deadline = time.monotonic() + within_s
        while self.outbox:
            if time.monotonic() > deadline:
                raise TimeoutError
            try:
                if self._socket is None:
                    self.connect()
                self._send_all()
            except (OSError, ConnectionClosed, InvalidHandshake):
                self.close()
                self._wait()

    def _send_all(self) -> None:
        on_their_way: set[int] = set()
        while self.outbox:
            on_their_way &= self.outbox.keys()
            for n, command in list(self.outbox.items()):
                if n not in on_their_way and len(on_their_way) < MOST_ON_THEIR_WAY:
                    self._send(command)
                    on_their_way.add(n)
            self._keep_alive()
            self._hear()

    def watch(self, seconds: float) -> None:
        """Listens, and keeps the line alive."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self._keep_alive()
            self._hear(max(0.01, until - time.monotonic()))

    # -- section 6

    def _keep_alive(self) -> None:
        if time.monotonic() - self._pinged_at > PING_EVERY_S:
            self._pinged_at = time.monotonic()
            self._send({"t": "ping", "at": time.time_ns() // 1_000_000})

    def _wait(self) -> None:
        self.failures += 1
        ceiling = min(8.0, 0.5 * 2**self.failures)
        time.sleep(random.uniform(0.5, ceiling))
