"""Judges who come in with one-time links and sit down, a whole panel at a time, each with a device of their own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Iterable
from contextlib import AsyncExitStack

from biwu.rehearsal.device import JSON, MSGPACK, Device
from biwu.rehearsal.office import Office, Session, Unexpected
from tests.support.served import Served

AT_ONCE = 16  # commands one socket has on their way
_SECRETS = re.compile(r"/enrol#([\w-]{16,})")


async def sit(around: AsyncExitStack, house: Served, contest: str, panel: str) -> list[Device]:
    """The devices of a panel's judges in order of their seats; every other one speaks msgpack."""
    page = await house.staff.organiser.send(f"/desk/{contest}/seats/links", {"seat": f"{panel}.*", "life": "600"})
    devices = []
    for secret in dict.fromkeys(_SECRETS.findall(page)):
        session = await enrolled(Office(house.home), secret)
        encoding = MSGPACK if int(session.seat) % 2 else JSON
        device = Device(house.staff.sockets, session.token, contest, encoding)
        devices.append(await around.enter_async_context(device))
    return sorted(devices, key=lambda device: str(device.welcome["seat"]))


async def enrolled(office: Office, secret: str) -> Session:
    """A whole hall comes in through one address; who is asked to wait does."""
    while True:
        try:
            return await office.enrol(secret)
        except Unexpected as answer:
            if not str(answer).endswith("429"):
                raise
            await asyncio.sleep(0.5)


async def bounded(work: Iterable[Awaitable[object]]) -> int:
    """All of it, begun in order, a few at a time; how much it was. One failure stops the rest."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(each: Awaitable[object]) -> object:
        async with room:
            return await each

    async with asyncio.TaskGroup() as tasks:
        return len([tasks.create_task(one(each)) for each in work])
