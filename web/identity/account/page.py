"""The page of one's own account: name, roles by contest, and the sessions that are open, by device."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from domain.roles import ROLES
from projections.rows import cells
from projections.rows.view import Plain
from registry.access.passwords import LONGEST, SHORTEST
from web.identity.guards import Endpoint, signed_in
from web.identity.identity import Identity
from web.parts import Parts, parts_of
from web.rendering import render


def at_home(page: Callable[[Request, Identity], Awaitable[Response]]) -> Endpoint:
    """For anybody signed in but not in a seat: 403 there, for a tablet lies about and passes from hand to hand."""

    @wraps(page)
    async def asked(request: Request, identity: Identity) -> Response:
        if identity.place.seat:
            raise HTTPException(403)
        return await page(request, identity)

    return signed_in(asked)


@at_home
async def account_page(request: Request, identity: Identity) -> Response:
    """GET /account; `?done=password` says that it has been set."""
    return shown(request, identity, done=request.query_params.get("done", ""))


def shown(request: Request, identity: Identity, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    """The page. May be told `done`, and `refusal`: "old", "repeat" or a sentence."""
    parts, account = parts_of(request), identity.account
    registry = parts.registry
    held = _held(parts, account)
    heads = {contest: _head(parts, contest) for contest in held if contest}
    here = registry.sessions.find(identity.token)
    known = {
        "account": account,
        "name": registry.accounts.display_names([account], account).get(account, ""),
        "held": held,
        "heads": heads,
        "sessions": registry.sessions.of(account)[::-1],
        "here_number": here.number if here else 0,
        "zone": _zone(parts, held),
        "has_password": registry.accounts.has_password(account),
        "shortest": SHORTEST,
        "longest": LONGEST,
        "done": "",
        "refusal": "",
    }
    return render(request, "account/account.html", status, **(known | told))


def _held(parts: Parts, account: str) -> dict[str, list[str]]:
    """Contest ("" for the whole house) → the roles held there, in the order of `domain.roles.ROLES`."""
    grants = parts.registry.grants.of(account)
    contests = dict.fromkeys(grant.place.contest for grant in grants)
    return {
        contest: [
            role for role in ROLES if any((grant.place.contest, grant.role) == (contest, role) for grant in grants)
        ]
        for contest in contests
    }


def _zone(parts: Parts, held: Iterable[str]) -> str:
    """The zone of all the contests one works in, for whom works everywhere of all there are; UTC if they differ."""
    contests = parts.hall.contests() if "" in held else held
    zones = {head["zone"] for head in (_head(parts, contest) for contest in contests) if head}
    return zones.pop() if len(zones) == 1 else "UTC"


def _head(parts: Parts, contest: str) -> Plain | None:
    """None for a contest that roles were given for and that has not been opened."""
    try:
        with parts.hall.wall(contest) as wall:
            return cells.head(wall.marks)
    except KeyError:
        return None
