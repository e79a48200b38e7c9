"""The whole house on a loopback address, in a thread of this process: browsers dial in, a test also holds its parts."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from biwu.serving import address, doors_of, listen
from biwu.settings import Settings, gather, settle
from biwu.wiring import doors, house
from domain.decision import Actor
from ledger.orders import Order, Receipt
from registry.access.places import EVERYWHERE, Place
from web.parts import Parts

PATIENCE_S = 20


class Server:
    """`home` is what one types into a browser, the same after each start; `parts` are those of the latest start."""

    parts: Parts
    home: str

    def __init__(self, folder: Path, *, drill: bool = False) -> None:
        self._folder, self._drill = folder, drill
        self._port = 0
        self._counters = count(1)
        self._known: set[str] = set()

    def start(self) -> None:
        """On the port it had before, if it had one; returns when pages can be asked for."""
        self._said: SimpleQueue[BaseException | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="server", daemon=True)
        self._thread.start()
        if failure := self._said.get(timeout=PATIENCE_S):
            raise failure

    def stop(self) -> None:
        """Does nothing when it has stopped already."""
        if not self._thread.is_alive():
            return
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive(), "the server does not stop"
        assert self._said.empty(), self._said.get()

    # -- what happens in it

    def does(self, actor: Actor, *commands: Any) -> list[Receipt]:
        """All of them, one after the other; the accepted receipts."""
        return self.do((actor, command) for command in commands)

    def do(self, asked: Iterable[tuple[Actor, Any]]) -> list[Receipt]:
        """(actor, command) pairs, handed in without waiting for each, so that they share their commits."""
        answers: SimpleQueue[Any] = SimpleQueue()
        orders = [Order(actor, "test", next(self._counters), command) for actor, command in asked]
        for order in orders:
            self.parts.desk.submit(order, answers.put)
        receipts = [answers.get(timeout=PATIENCE_S) for _ in orders]
        refused = [receipt for receipt in receipts if not (isinstance(receipt, Receipt) and receipt.accepted)]
        assert not refused, refused[:3]
        return receipts

    def let_in(self, account: str, name: str, role: str, place: Place = EVERYWHERE) -> None:
        """An account with a role in a place; the account is made when it is first named."""
        if account not in self._known:
            self.parts.registry.accounts.create(account, name, "root")
            self._known.add(account)
        self.parts.registry.grants.grant(account, role, place, "root")

    def link(self, account: str, place: Place = EVERYWHERE) -> str:
        """A one-time link, as it stands in the QR code a judge scans."""
        return f"{self.home}/enrol#{self.parts.registry.links.make(account, 'root', place).secret}"

    # -- the thread

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except BaseException as failure:  # noqa: BLE001 - told to the test, which fails with it
            self._said.put(failure)

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        settings = settle(gather({"data": str(self._folder), "port": str(self._port)}, {}))
        with listen(settings) as listening:
            await self._open(listening, settings)

    async def _open(self, listening: socket.socket, settings: Settings) -> None:
        self._port = listening.getsockname()[1]
        reached = doors_of(settings, listening, drill=self._drill)
        self.home = address(reached, listening, settings)
        with house(self._folder, reached) as self.parts:
            async with doors(self.parts, listening, settings):
                self._said.put(None)
                await self._stop.wait()


@contextmanager
def serving(folder: Path, *, drill: bool = False) -> Iterator[Server]:
    server = Server(folder, drill=drill)
    server.start()
    try:
        yield server
    finally:
        server.stop()
