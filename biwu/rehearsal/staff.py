"""The people who run the rehearsal: each comes in with a one-time link and works at the pages or on a device."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from biwu.rehearsal.device import JSON, MSGPACK, Device
from biwu.rehearsal.office import Office, Session, Unexpected, Upload

_LOOKS, _LOOK_AGAIN_S = 50, 0.1
_SECRET = re.compile(r"/enrol#([\w-]{16,})")
_FIELD = r'name="{}"[^>]*value="([^"]*)"'
_CHOICE = r'<select[^>]*name="{}".*?<option[^>]*value="([^"]+)"'

TITLES = {
    "chief_judge": "裁判长 Chief judge",
    "coding_judge": "加密裁判 Coding judge",
    "supervisor": "监督员 Supervisor",
    "entry_clerk": "录入员 Entry clerk",
    "tally_clerk": "统分员 Tally clerk",
    "arbitrator": "仲裁 Arbitrator",
    "team_leader": "领队 Team leader",
}


@dataclass(frozen=True, slots=True)
class Official:
    """Somebody with a role in one contest, at the pages (`office`) and as a session for devices."""

    office: Office
    session: Session


class Staff:
    """The organiser of a server and whom he has let in. `sockets` is where devices dial, ws://host:port."""

    def __init__(self, home: str, organiser: Office) -> None:
        self.home, self.organiser = home, organiser
        self.sockets = home.replace("http", "ws", 1)

    @classmethod
    async def come_in(cls, home: str, secret: str) -> Staff:
        """The organiser uses the link the server printed."""
        session = await Office(home).enrol(secret)
        return cls(home, Office(home, session.token))

    async def open_contest(self, contest: str, titles: tuple[str, str], zone: str, rulebook: str) -> None:
        fields = {"contest": contest, "title_zh": titles[0], "title_en": titles[1], "zone": zone, "drill": "1"}
        await self.organiser.send("/desk/new", fields, rulebook=Upload("rulebook.toml", rulebook.encode()))

    async def enter_file(self, office: Office, path: str, upload: Upload, fields: Mapping[str, str]) -> None:
        """Sends a workbook, looks at what it would change, and enters that."""
        shown = await office.send(f"{path}/read", fields, file=upload)
        await office.send(f"{path}/enter", {"n": field_in(shown, "n"), "seen": field_in(shown, "seen")})

    async def offered(self, office: Office, path: str, *fields: str) -> dict[str, str]:
        """What a page's form already has for its fields, as soon as it shows them. Raises: Unexpected."""
        for _ in range(_LOOKS):
            page = await office.page(path)
            try:
                return {name: field_in(page, name) for name in fields}
            except Unexpected:
                await asyncio.sleep(_LOOK_AGAIN_S)  # boards and pages follow the record within moments
        raise Unexpected(f"{path} does not offer {', '.join(fields)}")

    async def appoint(self, contest: str, role: str, name: str = "") -> Official:
        """Somebody new for a role, let in with a one-time link."""
        page = await self.organiser.send(
            f"/desk/{contest}/seats/officials", {"role": role, "name": name or TITLES[role], "account": ""}
        )
        return await self.let_in(secret_in(page))

    async def let_in(self, secret: str) -> Official:
        """Whoever a one-time link is for."""
        session = await Office(self.home).enrol(secret)
        return Official(Office(self.home, session.token), session)

    async def seat_secret(self, contest: str, panel: str, seat: str, name: str) -> str:
        """The secret of a new link for a judge."""
        page = await self.organiser.send(
            f"/desk/{contest}/seats/links", {"seat": f"{panel}.{seat}", f"name.{panel}.{seat}": name, "life": "600"}
        )
        return secret_in(page)

    @asynccontextmanager
    async def judge(self, contest: str, panel: str, seat: str, name: str) -> AsyncIterator[Device]:
        """A judge with a tablet in a seat; every other seat speaks msgpack, so that both encodings are played."""
        secret = await self.seat_secret(contest, panel, seat, name)
        session = await Office(self.home).enrol(secret)
        encoding = MSGPACK if int(seat[-1]) % 2 else JSON
        async with Device(self.sockets, session.token, contest, encoding) as device:
            yield device

    @asynccontextmanager
    async def device(self, official: Official, contest: str) -> AsyncIterator[Device]:
        """An official's device, for commands that need no page."""
        async with Device(self.sockets, official.session.token, contest) as device:
            yield device


def secret_in(page: str) -> str:
    """The first one-time link on a page. Raises: Unexpected."""
    found = _SECRET.search(page)
    if found is None:
        raise Unexpected("a page without the link it should show")
    return found[1]


def field_in(page: str, name: str) -> str:
    """The value a form on a page already has for a field, or the first it offers. Raises: Unexpected."""
    found = re.search(_FIELD.format(re.escape(name)), page) or re.search(
        _CHOICE.format(re.escape(name)), page, re.DOTALL
    )
    if found is None:
        raise Unexpected(f"a page without the field {name}")
    return found[1]
