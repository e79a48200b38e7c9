"""The one place where parts meet: a data folder's record, desk and registry, the hall, and the doors over them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from socket import socket

from biwu.serving import open_doors
from biwu.settings import Settings
from domain import rules
from domain.commands import COMMANDS
from judges_console.page import ROOM, routes
from judges_console.socket import JudgesSocket
from ledger.clock import OfficialClock
from ledger.desk import Desk
from ledger.record import Record
from projections.hall import Hall
from registry.book import Registry
from web.app import build
from web.identity.standing import Standing
from web.live.hub import Hub
from web.parts import Doors, Parts
from web.people import public_names


@contextmanager
def house(folder: Path, settings: Doors) -> Iterator[Parts]:
    """Takes the folder for this process and opens everything in it; closes it all, in order, whatever happens.

    Raises: RecordInUse and the other RecordErrors, Malformed for a registry that cannot be opened.
    """
    with ExitStack() as opened:
        record = Record.owned(folder)
        opened.callback(record.close)
        clock = OfficialClock()
        desk = opened.enter_context(Desk(record, rules, COMMANDS, clock))
        registry = opened.enter_context(Registry.open(folder, now=clock.now))
        hall = Hall(public_names(registry))
        yield Parts(record, desk, registry, hall, Hub(hall, clock.now), Standing(registry), settings)


@asynccontextmanager
async def doors(parts: Parts, listening: socket, settings: Settings) -> AsyncIterator[None]:
    """All doors over opened parts, served while the `with` lasts: public, organiser's, judges'.

    At the end judges are told first, so that their tablets keep what they have and come back.
    """
    judges = JudgesSocket(parts)
    app = build(parts, routes(judges), [ROOM])
    async with open_doors(app, listening, settings):
        try:
            yield
        finally:
            await judges.close()
