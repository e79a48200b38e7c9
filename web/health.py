"""Whether the server is alive, and whether it can do its work: for whoever watches over it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from web.parts import parts_of


async def healthz(_request: Request) -> Response:
    """GET /healthz: the process answers."""
    return JSONResponse({"alive": True})


async def readyz(request: Request) -> Response:
    """GET /readyz: 200 when marks are taken and boards move, else 503 with what is missing."""
    parts, following = parts_of(request), request.app.state.following
    told = {"desk": parts.desk.is_open, "boards": following is not None and following.is_alive}
    return JSONResponse(told, 200 if all(told.values()) else 503)


ROUTES: tuple[BaseRoute, ...] = (Route("/healthz", healthz), Route("/readyz", readyz))
