"""What stands before every door: headers on all that leaves, known hosts and origins only, and bodies of a size."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from web.parts import Doors, parts_of

KIB, MIB = 1024, 1024 * 1024
LARGEST_FORM = 256 * KIB
LONGEST_PATH = 2048  # characters; no number in it is then too long to be read
Say = Callable[[Request, int], Awaitable[Response]]
AnyEndpoint = TypeVar("AnyEndpoint", bound=Callable[..., object])


def takes(most: int) -> Callable[[AnyEndpoint], AnyEndpoint]:
    """For an endpoint whose requests may be larger than LARGEST_FORM, in bytes: `@takes(8 * MIB)`."""

    def told(endpoint: AnyEndpoint) -> AnyEndpoint:
        endpoint.__dict__["largest"] = most
        return endpoint

    return told


def largest(endpoint: Callable[..., object]) -> int:
    """The most bytes a request to this endpoint may have."""
    return int(endpoint.__dict__.get("largest", LARGEST_FORM))


def headers_for(settings: Doors) -> dict[str, str]:
    """What every response carries. Own files only, no inline script or style, in no frame, no address told onward.

    `same-origin`, not `no-referrer`: with the latter browsers name the origin of our own forms "null".
    """
    # a policy cannot spell an IPv6 address: browsers complain about it on every page and go by 'self' instead
    named = (origin for origin in settings.origins if "[" not in origin)
    sockets = " ".join(sorted(origin.replace("http", "ws", 1) for origin in named))
    policy = (
        f"default-src 'self'; connect-src 'self' {sockets}; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )
    told = {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }
    if settings.secure:
        told["Strict-Transport-Security"] = "max-age=31536000"
        told["Cross-Origin-Opener-Policy"] = "same-origin"  # over plain http browsers only complain about it
    return told


async def deny(websocket: WebSocket, status: int, **headers: str) -> None:
    """Refuse a socket before it opens, with a status a program can read."""
    told = headers_for(parts_of(websocket).settings) | {"Cache-Control": "no-store"} | headers
    await websocket.send_denial_response(Response(status_code=status, headers=told))


class Shell:
    """Outside of everything else, error pages included: adds the headers, and lets in known hosts and origins only.

    `say` makes the page for a status.
    """

    def __init__(self, app: ASGIApp, settings: Doors, say: Say) -> None:
        self._app, self._say = app, say
        self._headers = headers_for(settings)
        self._origins = settings.origins
        self._hosts = {urlsplit(origin).netloc for origin in settings.origins}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return

        refused = self._refused(scope)
        if scope["type"] == "websocket":
            # frames go out undressed: there are thousands a second, and only a refusal has headers
            await (deny(WebSocket(scope, receive, send), refused) if refused else self._app(scope, receive, send))
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(self._headers)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        answer = await self._say(Request(scope), refused) if refused else self._app
        await answer(scope, receive, dressed)

    def _refused(self, scope: Scope) -> int:
        """The status to refuse with, 0: it may pass.

        A page's script cannot leave out its origin. A program has none; it then brings no cookie either, so that a
        browser which says nothing of the origin gets nothing by its cookies.
        """
        headers = Headers(scope=scope)
        if headers.get("host") not in self._hosts:
            return 421
        if len(scope["path"]) > LONGEST_PATH:
            return 414
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD", "OPTIONS"):
            return 0
        origin = headers.get("origin")
        if origin is not None:
            return 0 if origin in self._origins else 403
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return 403
        return 403 if scope["type"] == "websocket" and "cookie" in headers else 0


class BodyLimit:
    """Counts what comes in, whatever its length was said to be."""

    def __init__(self, app: ASGIApp, most: int = LARGEST_FORM) -> None:
        self._app, self._most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Raises: HTTPException 413, at once or on reading."""
        said = Headers(scope=scope).get("content-length", "")
        if said.isdecimal() and int(said[:20]) > self._most:
            raise HTTPException(413)
        came = 0

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._most:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
