"""A socket ends within seconds of its session or its role: whoever has gone marks nothing more."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import anyio
import pytest

from registry.access.places import Place
from tests.support.client import PATIENCE_S
from tests.support.house import House
from tests.support.small import CHIEF, FLOOR, ORGANISER, C
from web.identity.identity import Identity
from web.identity.who import identity_by

pytestmark = pytest.mark.anyio
FAY = FLOOR[0]
SEAT = Place(C, "process", "F1")


def _present(house, actor=FAY) -> Identity:
    identity = identity_by(house.parts, house.as_(actor).token)
    assert identity
    return identity


async def _gone_after(house, identity, what) -> str:
    """What the socket is told once `what` has happened, on another thread as in the server."""
    watching = asyncio.create_task(house.parts.standing.gone(identity))
    await asyncio.sleep(0)
    assert not watching.done()
    await asyncio.to_thread(what)
    with anyio.fail_after(PATIENCE_S):
        return str(await watching)


async def test_signing_out_is_heard_at_once(house: House):
    identity = _present(house)
    assert await _gone_after(house, identity, lambda: house.parts.registry.sessions.end(identity.token)) == "signed-out"


async def test_losing_the_seat_is_heard_at_once(house: House):
    def revoke():
        house.parts.registry.grants.revoke(FAY.account, FAY.role, SEAT, "olga")

    assert await _gone_after(house, _present(house), revoke) == "signed-out"


@pytest.mark.parametrize("actor", [FAY, CHIEF], ids=lambda actor: actor.role)
async def test_a_new_role_is_heard_at_once(house: House, actor):
    def grant():
        house.parts.registry.grants.grant(actor.account, "arbitrator", Place(C), "olga")

    assert await _gone_after(house, _present(house, actor), grant) == "roles-changed"


async def test_an_account_that_is_closed_is_gone_everywhere(house: House):
    assert await _gone_after(house, _present(house), lambda: house.parts.registry.accounts.close("fay", "olga"))


async def test_what_happens_to_others_disturbs_nobody(house: House):
    watching = asyncio.create_task(house.parts.standing.gone(_present(house)))
    await asyncio.sleep(0)
    await asyncio.to_thread(house.parts.registry.sessions.end, house.as_(ORGANISER).token)
    for _ in range(10):
        await asyncio.sleep(0)
    assert not watching.done()
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


async def test_a_session_that_ends_by_itself_is_noticed_too(house: House):
    identity = _present(house)
    house.later(16 * 60 + 1)
    with anyio.fail_after(PATIENCE_S):
        assert await house.parts.standing.gone(identity, every_s=0.001) == "signed-out"


async def test_watching_keeps_a_session_from_falling_asleep(house: House):
    """Four idle hours end a session; a judge who only looks at the sheet is not idle."""
    identity = _present(house)
    watching = asyncio.create_task(house.parts.standing.gone(identity, every_s=0.001))
    for _ in range(5):
        house.later(3 * 60)
        await asyncio.sleep(0.02)
        assert not watching.done()
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching


async def test_nobody_is_watched_after_they_left(house: House):
    watching = asyncio.create_task(house.parts.standing.gone(_present(house)))
    await asyncio.sleep(0)
    watching.cancel()
    with suppress(asyncio.CancelledError):
        await watching
    assert not any(house.parts.standing._watchers.values())
