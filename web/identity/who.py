"""From a cookie or a bearer's token to an identity, and from there to a person's front page."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from registry.access.places import Place
from web.identity.cookies import session_kept
from web.identity.identity import Identity
from web.parts import Parts, parts_of

_BEARER = "bearer "


def identity_of(connection: HTTPConnection) -> Identity | None:
    """Who sent this request or opened this socket; None: nobody we know, or no longer."""
    token = bearer_of(connection) or session_kept(connection)
    return identity_by(parts_of(connection), token) if token else None


def identity_by(parts: Parts, token: str) -> Identity | None:
    """The identity behind a session's token; counts as use of the session."""
    session = parts.registry.sessions.find(token)
    return None if session is None else Identity(session.account, session.device, session.place, token)


def bearer_of(connection: HTTPConnection) -> str:
    """The token a program sends in `Authorization: Bearer …`, or ""."""
    said = connection.headers.get("authorization", "")
    return said[len(_BEARER) :].strip() if said.lower().startswith(_BEARER) else ""


def home_of(place: Place) -> str:
    """Where somebody who has just come in goes first: a judge to the sheets, everybody else to the desk."""
    return "/judge" if place.seat else "/desk"
