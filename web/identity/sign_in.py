"""Signing in with a password, and signing out."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.errors import Refused
from registry.access.places import EVERYWHERE
from registry.access.sessions import Opened
from web.identity import cookies
from web.identity.entering import address_of, let_in, not_too_often, on_own_device
from web.identity.forms import local_path, text_of
from web.identity.who import home_of, identity_of
from web.parts import parts_of
from web.rendering import language_of, render
from web.words.refusals import sentences


async def sign_in_page(request: Request) -> Response:
    """GET /sign-in; whoever is signed in already is sent on."""
    wanted = request.query_params.get("next", "")
    identity = identity_of(request)
    if identity is not None:
        return RedirectResponse(local_path(wanted, home_of(identity.place)), 303)
    return render(request, "sign_in.html", next=wanted, account="", refusal="")


@not_too_often
async def sign_in(request: Request) -> Response:
    """POST /sign-in: `account`, `password`, and `next`, the page to go to."""
    form = await request.form()
    account, wanted = text_of(form, "account"), text_of(form, "next")
    try:
        opened = await _opened(request, account, str(form.get("password", "")))
    except Refused as refused:
        status = 429 if "wait_s" in refused.details else 403
        refusal = sentences(refused.reason, refused.details)[language_of(request) == "en"]
        return render(request, "sign_in.html", status, next=wanted, account=account, refusal=refusal)
    return let_in(request, RedirectResponse(local_path(wanted, home_of(EVERYWHERE)), 303), opened)


async def sign_out(request: Request) -> Response:
    """POST /sign-out: ends this browser's sessions, seat and desk; their open sockets hear of it at once."""
    parts = parts_of(request)
    for name in (cookies.DESK_SESSION, cookies.SEAT_SESSION):
        parts.registry.sessions.end(cookies.kept(request, name))
    response = RedirectResponse("/", 303)
    cookies.drop_sessions(response, parts.settings)
    return response


async def _opened(request: Request, account: str, password: str) -> Opened:
    """Checks the password on a thread: it takes a tenth of a second, in which nobody else would be served."""
    registry = parts_of(request).registry
    await run_in_threadpool(registry.accounts.check, account, password, address_of(request))
    device = cookies.kept(request, cookies.DESK_DEVICE)
    return on_own_device(lambda own: registry.sessions.open(account, EVERYWHERE, own), device)
