"""Letting somebody in who has shown who they are: a session, its cookies, and not too many tries from one address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from domain.errors import Refused
from registry.access.sessions import Opened
from web.identity import cookies
from web.identity.guards import Endpoint
from web.limits import PerAddress
from web.parts import parts_of

# a hall of judges comes in through one address within a minute; a guesser stays out all the same: links have 160 bits
BURST, PER_SECOND = 120, 2


def not_too_often(endpoint: Endpoint) -> Endpoint:
    """429 for an address that tries to come in too often; the tries are counted on the app, for all such doors."""

    @wraps(endpoint)
    async def counted(request: Request) -> Response:
        tries: PerAddress = request.app.state.tries
        bucket = tries.of(address_of(request))
        if not bucket.take():
            raise HTTPException(429, headers={"Retry-After": str(bucket.wait_s())})
        return await endpoint(request)

    return counted


def address_of(connection: HTTPConnection) -> str:
    """Where somebody comes from, as the server sees it; behind a proxy the server is told whom to believe."""
    return connection.client.host if connection.client else ""


def on_own_device(open_: Callable[[str], Opened], *devices: str) -> Opened:
    """Opens a session on the first device this browser had before that is the account's own; else on a new one.

    A device that comes back keeps its id, and with it the marks it has not sent yet. Raises: Refused, as `open_`.
    """
    for device in filter(None, devices):
        try:
            return open_(device)
        except Refused as refused:
            if refused.reason != "device-unknown":
                raise
    return open_("")


def let_in(request: Request, response: Response, opened: Opened) -> Response:
    """The same response, with the session's cookies; the session of that kind it had before ends."""
    seated = bool(opened.session.place.seat)
    before = cookies.SEAT_SESSION if seated else cookies.DESK_SESSION
    parts_of(request).registry.sessions.end(cookies.kept(request, before))
    cookies.keep_session(response, parts_of(request).settings, opened.token, opened.session)
    return response
