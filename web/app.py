"""Puts the doors together: every route behind its checks, every failure with its sentence, and what runs meanwhile."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route, WebSocketRoute

from web.api.routes import ROUTES as API
from web.failures import HANDLERS, say
from web.health import ROUTES as HEALTH
from web.identity.csrf import guarded
from web.identity.entering import BURST, PER_SECOND
from web.identity.routes import ROUTES as IDENTITY
from web.limits import PerAddress
from web.live.board_socket import board_socket
from web.live.running import running
from web.pages.appeals.routes import ROUTES as APPEALS
from web.pages.organiser.routes import ROUTES as DESK
from web.pages.past.routes import ROUTES as PAST
from web.pages.public import ROUTES as PUBLIC
from web.pages.revisions import Announced
from web.parts import Parts
from web.rendering import ROOM, Press, static_file
from web.security import BodyLimit, Shell, largest

OWN_ROUTES: tuple[BaseRoute, ...] = (
    *PUBLIC,
    WebSocketRoute("/boards/{contest}/socket", board_socket),
    *IDENTITY,
    *DESK,
    *APPEALS,
    *PAST,
    *API,
    *HEALTH,
    Route("/static/{digest}/{path:path}", static_file),
)


def build(parts: Parts, extra_routes: Sequence[BaseRoute] = (), extra_rooms: Sequence[Path] = ()) -> Starlette:
    """The whole web application over opened parts; `extra_rooms` are folders with templates/ and static/ of their own.

    Raises: TypeError for a route of a kind that cannot be checked, ValueError for a catalogue with holes.
    """
    app = Starlette(
        routes=[_checked(route) for route in (*OWN_ROUTES, *extra_routes)],
        middleware=[Middleware(Shell, settings=parts.settings, say=say)],
        exception_handlers=HANDLERS,
        lifespan=_open_hours,
    )
    app.state.parts = parts
    app.state.press = Press((ROOM, *extra_rooms))
    app.state.tries = PerAddress(BURST, PER_SECOND)
    app.state.announced = Announced(parts)
    app.state.following = None
    return app


@asynccontextmanager
async def _open_hours(app: Starlette) -> AsyncIterator[None]:
    async with running(app.state.parts) as app.state.following:
        yield
    app.state.following = None


def _checked(route: BaseRoute) -> BaseRoute:
    """The same route: no body beyond its size, and nothing changed by a form that is not ours."""
    if isinstance(route, WebSocketRoute):
        return route
    if not isinstance(route, Route):
        raise TypeError(f"only plain routes can be checked, not {route!r}")
    limit = Middleware(BodyLimit, most=largest(route.endpoint))
    return Route(route.path, guarded(route.endpoint), methods=route.methods, name=route.name, middleware=[limit])
