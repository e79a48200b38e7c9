"""Every door of an application, with an address to knock at: for rules that hold for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

from web.identity.csrf import SAFE

KNOWN = {"contest": "c1", "revision": "1", "number": "1", "path": "web/static/seal.svg"}
_GAP = re.compile(r"\{(\w+)(?::\w+)?\}")


def addresses(app: Starlette) -> Iterator[tuple[str, str]]:
    """(method, path) of every route, gaps filled with something that may be there."""
    for route in app.routes:
        assert isinstance(route, Route | WebSocketRoute), route
        if isinstance(route, Route):
            for method in sorted(route.methods or ()):
                yield method, _filled(app, route.path)


def unsafe(app: Starlette) -> list[str]:
    """The paths of all routes that change something."""
    return [path for method, path in addresses(app) if method not in SAFE]


def sockets(app: Starlette) -> list[str]:
    return [_filled(app, route.path) for route in app.routes if isinstance(route, WebSocketRoute)]


def public_texts(app: Starlette) -> list[str]:
    """Addresses of everything readable, whoever may read it."""
    return [path for method, path in addresses(app) if method == "GET" and not path.startswith("/static/")]


def _filled(app: Starlette, path: str) -> str:
    return _GAP.sub(lambda gap: KNOWN.get(gap[1]) or (app.state.press.digest if gap[1] == "digest" else "x1"), path)
