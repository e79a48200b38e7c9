"""The servers that are measured, each a process of its own: the whole house, or a bare echo under the same engine."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from biwu.loop import run as run_on_loop
from biwu.serving import doors_of, listen, open_doors
from biwu.settings import gather, settle
from biwu.wiring import doors, house
from domain.codes.commands import DrawCodes
from domain.contest.commands import FixRulebook, NewEntry, OpenContest, OpenModule, RegisterEntries, TakeSeat
from domain.decision import Actor
from ledger.orders import Order, Receipt
from registry.access.places import Place
from tests.bench import big
from web.parts import Parts


@contextmanager
def serving(kind: str, folder: Path, *options: str) -> Iterator[dict[str, Any]]:
    """Starts a server of a kind (`house` or `echo`); what it says of itself: `port`, and for the house `tokens`."""
    command = [sys.executable, "-m", "tests.bench.served", kind, str(folder), *options]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        assert server.stdin
        try:
            yield json.loads(server.stdout.readline())
        finally:
            server.stdin.close()  # it stops when nobody holds the other end any more
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


async def _serve(kind: str, folder: Path, judges: int, codes: int) -> None:
    settings = settle(gather({"data": str(folder), "port": "0", "level": "warning"}, {}))
    listening = listen(settings)
    with closing(listening):
        port = listening.getsockname()[1]
        if kind == "echo":
            app = Starlette(routes=[WebSocketRoute("/judge/socket", _echo)])
            async with open_doors(app, listening, settings):
                await _until_left({"port": port})
        else:
            with house(folder, doors_of(settings, listening)) as parts:
                tokens = _prepare(parts, judges, codes)
                async with doors(parts, listening, settings):
                    await _until_left({"port": port, "tokens": tokens})


async def _until_left(said: dict[str, Any]) -> None:
    print(json.dumps(said), flush=True)
    await asyncio.to_thread(sys.stdin.read)


async def _echo(socket: WebSocket) -> None:
    await socket.accept(socket.scope["subprotocols"][0])
    try:
        while True:
            await socket.send_text(await socket.receive_text())
    except WebSocketDisconnect:
        return


def _prepare(parts: Parts, judges: int, codes: int) -> list[str]:
    """A contest with so many seats in one panel and so many codes, all seats taken, the module open."""
    organiser, chief = Actor("olga", "organiser"), Actor("chen", "chief_judge")
    entries = tuple(NewEntry(f"e{n}", f"{n}", "", "", b"") for n in range(codes))
    asked: list[tuple[Actor, Any]] = [
        (organiser, OpenContest(big.CONTEST, "大赛", "Big contest", "Asia/Shanghai", drill=True)),
        (organiser, FixRulebook(big.CONTEST, big.rulebook(judges))),
        (organiser, RegisterEntries(big.CONTEST, entries)),
        (Actor("cora", "coding_judge"), DrawCodes(big.CONTEST, tuple((f"{n:04d}", f"e{n}") for n in range(codes)))),
    ]
    tokens = []
    for n in range(1, judges + 1):
        account, place = f"sam{n}", Place(big.CONTEST, "product", f"S{n}")
        parts.registry.accounts.create(account, account, "bench")
        parts.registry.grants.grant(account, "scoring_judge", place, "bench")
        tokens.append(parts.registry.sessions.open(account, place).token)
        asked.append((Actor(account, "scoring_judge"), TakeSeat(big.CONTEST, "product", f"S{n}")))
    asked.append((chief, OpenModule(big.CONTEST, "task")))
    for counter, (actor, command) in enumerate(asked, start=1):
        receipt = parts.desk.ask_and_wait(Order(actor, "bench", counter, command))
        if not (isinstance(receipt, Receipt) and receipt.accepted):
            raise AssertionError(f"{command}: {receipt}")
    return tokens


if __name__ == "__main__":
    run_on_loop(_serve(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:] or ("0", "0"))))
