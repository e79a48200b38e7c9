"""A whole server on loopback in this process, as `biwu serve` opens it, for clients that dial in."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from biwu.commands.serve_ import organiser_link
from biwu.rehearsal.staff import Staff
from biwu.serving import address, doors_of, listen
from biwu.settings import gather, settle
from biwu.wiring import doors, house
from web.parts import Parts


@dataclass
class Served:
    """`home` is what one types into a browser; `staff` is the organiser, let in."""

    home: str
    parts: Parts
    staff: Staff


@asynccontextmanager
async def served(folder: Path) -> AsyncIterator[Served]:
    settings = settle(gather({"data": str(folder), "port": "0"}, {}))
    listening = listen(settings)
    with contextlib.closing(listening):
        reached = doors_of(settings, listening, drill=True)
        home = address(reached, listening, settings)
        with house(settings.data, reached) as parts:
            async with doors(parts, listening, settings):
                secret = organiser_link(parts.registry, home).partition("#")[2]
                yield Served(home, parts, await Staff.come_in(home, secret))
