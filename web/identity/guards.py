"""Who may open a page: somebody signed in, or somebody holding one of some roles in the contest of its address."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from web.acting import roles_held
from web.identity.identity import Identity
from web.identity.who import identity_of
from web.parts import parts_of

Endpoint = Callable[[Request], Awaitable[Response]]
Page = Callable[[Request, Identity], Awaitable[Response]]


def signed_in(page: Page) -> Endpoint:
    """For anybody with a session. Otherwise 401, which becomes the way to the sign-in page for a person who reads."""

    @wraps(page)
    async def asked(request: Request) -> Response:
        identity = identity_of(request)
        if identity is None:
            raise HTTPException(401)
        return await page(request, identity)

    return asked


def holding(*roles: str) -> Callable[[Page], Endpoint]:
    """For holders of one of these roles in the contest named by the path's `{contest}`.

    404 for a contest that is not there, 403 without such a role. An address without contest asks for a role held
    in the whole house.
    """

    def guard(page: Page) -> Endpoint:
        @wraps(page)
        async def asked(request: Request, identity: Identity) -> Response:
            parts, contest = parts_of(request), request.path_params.get("contest", "")
            if contest and contest not in parts.hall.contests():
                raise HTTPException(404)
            if not set(roles_held(parts, identity, contest)).intersection(roles):
                raise HTTPException(403)
            return await page(request, identity)

        return signed_in(asked)

    return guard
