"""What somebody may change about the own account: the password, and which sessions stay open."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.errors import Refused
from web.identity.account.page import at_home, shown
from web.identity.entering import address_of, let_in, not_too_often, on_own_device
from web.identity.forms import text_of
from web.identity.identity import Identity
from web.parts import parts_of
from web.rendering import language_of
from web.words.refusals import sentences

_LONGEST_NUMBER = 18  # digits: what an SQLite integer holds


@not_too_often
@at_home
async def set_password(request: Request, identity: Identity) -> Response:
    """POST /account/password: `old` where one is set, `new`, `again`.

    Every session of the account ends; this browser is let in again, on the device it was.
    """
    form = await request.form()
    new = _secret(form, "new")
    if new != _secret(form, "again"):
        return shown(request, identity, 422, refusal="repeat")
    try:
        await run_in_threadpool(_set, request, identity, _secret(form, "old"), new)
    except Refused as refused:
        return _refused(request, identity, refused)
    sessions = parts_of(request).registry.sessions
    opened = on_own_device(lambda own: sessions.open(identity.account, identity.place, own), identity.device)
    return let_in(request, RedirectResponse("/account?done=password", 303), opened)


@at_home
async def end_session(request: Request, identity: Identity) -> Response:
    """POST /account/sessions/end: `number`, of a session of my own; one that has ended already stays ended."""
    number = text_of(await request.form(), "number")
    if not (number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER):
        raise HTTPException(400)
    sessions = parts_of(request).registry.sessions
    if any(session.number == int(number) for session in sessions.of(identity.account)):
        sessions.revoke(int(number), identity.account)
    return RedirectResponse("/account", 303)


def _set(request: Request, identity: Identity, old: str, new: str) -> None:
    """Works for tenths of a second, on a thread. Without a password yet, the session itself shows who it is.

    Raises: Refused, as `accounts.check` and `accounts.set_password`.
    """
    accounts = parts_of(request).registry.accounts
    if accounts.has_password(identity.account):
        accounts.check(identity.account, old, address_of(request))
    accounts.set_password(identity.account, new, identity.account)


def _refused(request: Request, identity: Identity, refused: Refused) -> Response:
    if refused.reason == "wrong-password":
        return shown(request, identity, 403, refusal="old")
    status = 429 if "wait_s" in refused.details else 422
    return shown(
        request, identity, status, refusal=sentences(refused.reason, refused.details)[language_of(request) == "en"]
    )


def _secret(form: FormData, name: str) -> str:
    """As it was typed, blanks around it too: the sign-in page takes it so."""
    return str(form.get(name, ""))
