"""The line between a tablet and the server, in a test's hand: it can hold back one way or the other, and counts."""

from __future__ import annotations

import json
import time
from typing import Any

from playwright.sync_api import Page, WebSocketRoute

PATIENCE_S = 10
SOCKET = "**/judge/socket"


class HeldLine:
    """Lets frames through until it is told to hold a kind of them; a page that connects anew has an open line."""

    def __init__(self, page: Page) -> None:
        self.held: list[tuple[Any, str]] = []
        self._kind = ""
        self._page = page
        page.route_web_socket(SOCKET, self._connect)

    def hold(self, kind: str) -> None:
        """From now on frames of this kind ("command" or "receipt") wait."""
        self._kind = kind

    def until_held(self) -> None:
        """Waits until the first one is held back."""
        deadline = time.monotonic() + PATIENCE_S
        while not self.held:
            assert time.monotonic() < deadline, "nothing has come"
            self._page.wait_for_timeout(10)  # lets Playwright's own loop turn

    def lose(self) -> None:
        """What has been held back is gone, as with a network that died; from now on frames pass."""
        self._kind = ""
        self.held.clear()

    def release(self) -> None:
        self._kind = ""
        for to, text in self.held:
            to.send(text)
        self.held.clear()

    def _connect(self, tablet: WebSocketRoute) -> None:
        server = tablet.connect_to_server()
        tablet.on_message(lambda text: self._pass(server, text))
        server.on_message(lambda text: self._pass(tablet, text))

    def _pass(self, to: WebSocketRoute, text: str | bytes) -> None:
        text = text if isinstance(text, str) else text.decode()
        if self._kind and json.loads(text)["t"] == self._kind:
            self.held.append((to, text))
        else:
            to.send(text)
