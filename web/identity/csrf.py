"""Forms nobody can forge: each carries a token that only a page of ours could have told the browser."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from registry.access.sessions import csrf_agrees, csrf_of
from web.identity import cookies
from web.identity.who import bearer_of
from web.parts import Doors, parts_of

FIELD, HEADER = "csrf", "x-csrf-token"
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_ENROL = "/enrol"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A page's token, and the visitor's new cookie it was made from, if it had none."""

    token: str
    settings: Doors
    visitor: str = ""

    def keep(self, response: Response) -> None:
        if self.visitor:
            cookies.keep(response, self.settings, cookies.VISITOR, self.visitor)


def ticket_for(request: Request) -> Ticket:
    """For the forms of a page: derived from the session's secret, or from a visitor's mark for who has none."""
    settings = parts_of(request).settings
    secret = cookies.session_kept(request) or cookies.kept(request, cookies.VISITOR)
    if secret:
        return Ticket(csrf_of(secret), settings)
    visitor = secrets.token_urlsafe(24)
    return Ticket(csrf_of(visitor), settings, visitor)


def guarded(endpoint: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint behind the check; `web.app` puts every route that changes anything through here."""

    @wraps(endpoint)
    async def checked(request: Request) -> Response:
        try:
            if request.method not in SAFE and not _is_program(request) and not await _agrees(request):
                raise HTTPException(403, "csrf")
            return await endpoint(request)
        finally:
            await request.close()  # and with it the files a form brought

    return checked


def _is_program(request: Request) -> bool:
    """No browser page sent this, so there is nobody to be tricked.

    A browser adds no bearer's token by itself, and names the origin of whatever it sends as JSON to another site.
    """
    if bearer_of(request):
        return True
    is_json = request.headers.get("content-type", "").partition(";")[0].strip() == "application/json"
    from_page = any(name in request.headers for name in ("origin", "cookie", "sec-fetch-site"))
    return request.url.path == _ENROL and is_json and not from_page


async def _agrees(request: Request) -> bool:
    sent = request.headers.get(HEADER) or await _field(request)
    names = (cookies.DESK_SESSION, cookies.SEAT_SESSION, cookies.VISITOR)
    secrets_known = [cookies.kept(request, name) for name in names]
    return bool(sent) and any(secret and csrf_agrees(secret, sent) for secret in secrets_known)


async def _field(request: Request) -> str:
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        return ""
    sent = (await request.form()).get(FIELD)
    return sent if isinstance(sent, str) else ""
