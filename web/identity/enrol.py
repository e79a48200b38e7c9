"""Enrolment by a one-time link: its secret stands behind the # of the address, which no server ever sees or logs."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from registry.access.sessions import Opened, Session
from web.acting import role_at
from web.identity import cookies
from web.identity.entering import let_in, not_too_often, on_own_device
from web.identity.forms import local_path, text_of
from web.identity.who import home_of
from web.parts import parts_of
from web.rendering import render

_JSON = "application/json"


async def enrol_page(request: Request) -> Response:
    """GET /enrol, with `next` the page the link leads to: a button, for who only previews a link must not use it up."""
    return render(request, "enrol.html", next=request.query_params.get("next", ""))


@not_too_often
async def enrol(request: Request) -> Response:
    """POST /enrol: a form with `secret` and perhaps `next`, or JSON {"secret", "device"?}; docs/api.md.

    `device` is the id this device had before: its unsent marks bear it. Raises: Refused, as `registry.links.use`.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != _JSON:
        form = await request.form()
        wanted = text_of(form, "next")
        opened = _used(request, text_of(form, "secret"), "")
        return let_in(request, RedirectResponse(local_path(wanted, home_of(opened.session.place)), 303), opened)
    try:
        body = await request.json()
    except (ValueError, RecursionError):  # a ValueError: no JSON, no UTF-8, or a number of thousands of digits
        body = None
    if not isinstance(body, dict) or not all(isinstance(body.get(name, ""), str) for name in ("secret", "device")):
        raise HTTPException(400)
    opened = _used(request, body.get("secret", ""), body.get("device", ""))
    return let_in(request, JSONResponse(_told(request, opened.token, opened.session)), opened)


def _used(request: Request, secret: str, device: str) -> Opened:
    """A link does not say whether it is for a seat: every device this browser has had may be the one."""
    links = parts_of(request).registry.links
    had = [cookies.kept(request, name) for name in (cookies.SEAT_DEVICE, cookies.DESK_DEVICE)]
    return on_own_device(lambda own: links.use(secret, own), device, *had)


def _told(request: Request, token: str, session: Session) -> dict[str, str]:
    """What a program needs to go on: its session for `Authorization: Bearer` and hello, and where it sits."""
    contest, panel, seat = session.place
    role = role_at(parts_of(request), session.account, session.place)
    told = {"session": token, "device": session.device, "contest": contest, "role": role}
    return told | {"panel": panel, "seat": seat, "next": home_of(session.place)}
