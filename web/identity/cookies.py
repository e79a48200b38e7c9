"""The cookies a browser keeps for us: a session, a visitor's mark for forms, a language and the device's own id."""

from __future__ import annotations

from starlette.requests import HTTPConnection
from starlette.responses import Response

from registry.access.limits import SECOND
from registry.access.sessions import Session
from web.parts import Doors, parts_of

VISITOR, LANGUAGE = "biwu_visitor", "biwu_language"
# A judge's seat and a place at the desk are two sessions: one browser may hold both, neither ends the other.
DESK_SESSION, SEAT_SESSION = "biwu", "biwu_seat"
DESK_DEVICE, SEAT_DEVICE = "biwu_device", "biwu_seat_device"
_SEATED_AT = "/judge"
_A_YEAR = 365 * 24 * 3600


def kept(connection: HTTPConnection, name: str) -> str:
    """The value the browser sent, or ""."""
    return connection.cookies.get(_full(name, parts_of(connection).settings), "")


def keep(response: Response, settings: Doors, name: str, value: str, life_s: int | None = None) -> None:
    """For this host alone, out of scripts' reach and never sent with another site's request.

    The language is no secret and may come along when somebody follows a link from elsewhere.
    """
    response.set_cookie(
        _full(name, settings),
        value,
        max_age=life_s,
        secure=settings.secure,
        httponly=True,
        samesite="lax" if name == LANGUAGE else "strict",
    )


def session_kept(connection: HTTPConnection) -> str:
    """The token of the session meant here: at the judges' doors the seat's, elsewhere the desk's; else the other."""
    names = (DESK_SESSION, SEAT_SESSION)
    if connection.url.path.startswith(_SEATED_AT):
        names = names[::-1]
    return kept(connection, names[0]) or kept(connection, names[1])


def keep_session(response: Response, settings: Doors, token: str, session: Session) -> None:
    """Let the browser in until the session's end, and let the device keep its id beyond it: unsent marks bear it."""
    name, device = (SEAT_SESSION, SEAT_DEVICE) if session.place.seat else (DESK_SESSION, DESK_DEVICE)
    keep(response, settings, name, token, (session.until - session.at) // SECOND)
    keep(response, settings, device, session.device, _A_YEAR)


def keep_language(response: Response, settings: Doors, language: str) -> None:
    keep(response, settings, LANGUAGE, language, _A_YEAR)


def drop_sessions(response: Response, settings: Doors) -> None:
    for name in (DESK_SESSION, SEAT_SESSION):
        keep(response, settings, name, "", 0)


def _full(name: str, settings: Doors) -> str:
    # a browser takes a cookie of this name from nobody but us, over https, for this one host
    return f"__Host-{name}" if settings.secure else name
