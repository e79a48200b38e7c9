"""A browser in the field's words: opens pages, sends forms with their token, watches boards."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import anyio
from starlette.applications import Starlette
from starlette.testclient import TestClient, WebSocketTestSession

from projections.difference import apply_patch
from registry.access.sessions import csrf_of

ORIGIN = "http://testserver"
PATIENCE_S = 5
MOST_FRAMES = 100  # a test that waits for what never comes must end, signs of life or not
CSRF = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


class Visitor:
    """Somebody at a browser; `token` is the secret of their session, "" for who has none. Does not follow redirects."""

    def __init__(
        self, app: Starlette, portal: anyio.from_thread.BlockingPortal, token: str = "", *, seated: bool = False
    ) -> None:
        self.http = TestClient(app, base_url=ORIGIN, follow_redirects=False, raise_server_exceptions=False)
        self.http.portal = portal  # one event loop for all, as in the server
        if token:
            name = "biwu_seat" if seated else "biwu"
            self.http.cookies.set(name, token, domain="testserver.local")  # as the jar spells a host without dots

    @property
    def token(self) -> str:
        return str(self.http.cookies.get("biwu") or self.http.cookies.get("biwu_seat") or "")

    def opens(self, path: str, reader: str = "en", **headers: str) -> Any:
        """The response to a GET."""
        return self.http.get(path, headers={"Accept-Language": reader, **headers})

    def sends(self, path: str, reader: str = "en", files: Any = None, **fields: str) -> Any:
        """The response to a form sent from one of our pages, with its token."""
        sent = {"csrf": self.csrf(), **fields}
        return self.http.post(path, data=sent, files=files, headers={"Origin": ORIGIN, "Accept-Language": reader})

    def csrf(self) -> str:
        """The token our pages give this browser's forms."""
        if self.token:
            return csrf_of(self.token)
        found = CSRF.search(self.opens("/sign-in").text)
        assert found
        return found[1]

    @contextmanager
    def watches(self, contest: str, revision: int | None = None) -> Iterator[Watcher]:
        """The board's socket, opened and greeted."""
        with self.socket(f"/boards/{contest}/socket") as session:
            watcher = Watcher(session)
            watcher.says({"t": "hello", "revision": revision})
            yield watcher

    def socket(self, path: str, origin: str | None = ORIGIN, **headers: str) -> WebSocketTestSession:
        """A socket as a page of ours opens it; WebSocketDenialResponse when it is refused."""
        if origin is not None:
            headers["Origin"] = origin
        return self.http.websocket_connect(path, headers=headers)


class Watcher:
    """One open socket. `board` is the view as the page would hold it, patches applied."""

    def __init__(self, session: WebSocketTestSession) -> None:
        self.session = session
        self.board: dict[str, Any] = {}

    def says(self, frame: Any) -> None:
        self.session.send_text(frame if isinstance(frame, str) else json.dumps(frame))

    def message(self) -> dict[str, Any]:
        """The next ASGI message. Raises: TimeoutError after PATIENCE_S."""
        return self.session.portal.call(partial(_within, self.session._send_rx.receive))

    def hears(self, kind: str = "") -> dict[str, Any]:
        """The next frame of this kind, or the next that is no sign of life."""
        for _ in range(MOST_FRAMES):
            message = self.message()
            assert message["type"] == "websocket.send", message
            frame: dict[str, Any] = json.loads(message["text"])
            self._keep(frame)
            if frame["t"] == kind or (not kind and frame["t"] != "alive"):
                return frame
        raise AssertionError(f"no {kind or 'news'} among {MOST_FRAMES} frames")

    def closed_with(self) -> int:
        """The code the socket is closed with; frames before it are passed over."""
        for _ in range(MOST_FRAMES):
            message = self.message()
            if message["type"] == "websocket.close":
                return int(message["code"])
        raise AssertionError("the socket stays open")

    def row(self, code: str) -> dict[str, Any]:
        return next(row for row in self.board["rows"] if row["code"] == code)

    def _keep(self, frame: dict[str, Any]) -> None:
        if frame["t"] == "board":
            self.board = {word: frame[word] for word in ("revision", "head", "rows")}
        if frame["t"] == "patch":
            self.board = apply_patch(self.board, frame)


async def _within(receive: Any) -> Any:
    with anyio.fail_after(PATIENCE_S):
        return await receive()
