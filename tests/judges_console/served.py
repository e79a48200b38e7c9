"""The judges' doors behind a real server on loopback, for clients that know nothing of our code."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import uvicorn

from domain import rules
from domain.commands import COMMANDS
from judges_console.frames import LARGEST
from judges_console.page import ROOM, routes
from judges_console.socket import JudgesSocket
from ledger.clock import OfficialClock
from ledger.desk import Desk
from ledger.record import Record
from projections.hall import Hall
from registry.access.places import Place
from registry.book import Registry
from tests.support.course import Hands
from tests.support.house import CHEAP, JUDGES, OFFICIALS, House
from tests.support.small import C
from web.app import build
from web.identity.standing import Standing
from web.live.hub import Hub
from web.parts import Doors, Parts
from web.people import public_names


class Served(House):
    """A house whose people come in over the network: `address` is host and port."""

    def __init__(self, parts: Parts, app: Any, hands: Hands, address: str, judges: JudgesSocket) -> None:
        super().__init__(parts, cast("Any", SimpleNamespace(app=app, portal=True)), hands)
        self.address, self.judges = address, judges

    @property
    def origin(self) -> str:
        return f"http://{self.address}"

    def says_goodbye(self) -> None:
        """As the server does before it stops; over once every judge is gone."""
        assert self.judges._loop
        asyncio.run_coroutine_threadsafe(self.judges.close(), self.judges._loop).result(5)

    @property
    def socket_url(self) -> str:
        return f"ws://{self.address}/judge/socket"


@contextmanager
def served(folder: Path, also: str = "") -> Iterator[Served]:
    """Everything opened on a folder and a server running, until the `with` ends; open it again for a restart.

    `also`: another address it is reached under.
    """
    hands = Hands()
    with ExitStack() as opened:
        record = Record.owned(folder)
        opened.callback(record.close)
        clock = OfficialClock(hands.wall, hands.elapsed)
        desk = opened.enter_context(Desk(record, rules, COMMANDS, clock))
        registry = opened.enter_context(Registry.open(folder, now=clock.now, cost=CHEAP))
        if not registry.accounts.all():
            _let_in(registry)
        hall = Hall(public_names(registry))
        listening = opened.enter_context(socket.create_server(("127.0.0.1", 0)))
        address = f"127.0.0.1:{listening.getsockname()[1]}"
        doors = Doors(frozenset(f"http://{known}" for known in (address, also) if known))
        parts = Parts(record, desk, registry, hall, Hub(hall, clock.now), Standing(registry), doors)
        judges = JudgesSocket(parts)
        app = build(parts, routes(judges), [ROOM])
        opened.enter_context(_running(app, listening))
        yield Served(parts, app, hands, address, judges)


def _let_in(registry: Registry) -> None:
    for actor in (*OFFICIALS, *JUDGES):
        panel, _, seat = actor.seat.partition(".")
        registry.accounts.create(actor.account, actor.account.title(), "root")
        registry.grants.grant(actor.account, actor.role, Place(C, panel, seat), "root")


@contextmanager
def _running(app: Any, listening: socket.socket) -> Iterator[None]:
    config = uvicorn.Config(
        app,
        ws_max_size=LARGEST,
        ws_per_message_deflate=False,
        log_config=None,
        access_log=False,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    up = threading.Event()
    started = server.startup

    async def startup(*args: Any, **named: Any) -> None:
        await started(*args, **named)
        up.set()

    server.startup = startup  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    assert up.wait(10)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)
        assert not thread.is_alive(), "the server does not stop"
