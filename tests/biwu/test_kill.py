"""kill -9 of the server, twenty times while judges mark: every acknowledged mark is in the record exactly once."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from biwu.rehearsal.cast import cast
from biwu.rehearsal.device import Device
from biwu.rehearsal.pace import Pace
from biwu.rehearsal.staff import Staff
from biwu.rehearsal.story import Story
from domain import streams
from domain.sheets.events import MarkChanged, MarkEntered
from domain.streams import SheetKey
from ledger.record import Record
from ledger.verify import verify

KILLS = 20
LIVES_S = (0.2, 1.0)  # how long a server lives, from its first sign of life
START_S = 20.0


class Server:
    """`biwu serve` in a process of its own, on one port and folder, started again after each kill."""

    def __init__(self, folder: Path, port: int) -> None:
        self.home = f"http://127.0.0.1:{port}"
        self._command = [
            *(sys.executable, "-m", "biwu.cli", "serve"),
            *("--data", str(folder), "--port", str(port), "--level", "warning"),
        ]
        self._process: Process | None = None

    async def start(self, *, first: bool = False) -> str:
        """Starts it and waits for its first sign of life; of the first start the organiser's one-time secret."""
        self._process = await asyncio.create_subprocess_exec(
            *self._command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
        )
        assert self._process.stdout
        async with asyncio.timeout(START_S):
            boards = await self._process.stdout.readline()
            assert b"http" in boards, "the server did not start"
            return (await self._process.stdout.readline()).decode().partition("#")[2].strip() if first else ""

    async def kill(self) -> None:
        assert self._process
        os.kill(self._process.pid, signal.SIGKILL)
        await self._process.wait()

    async def stop(self) -> None:
        if self._process and self._process.returncode is None:
            self._process.terminate()
            await self._process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def play_and_kill(server: Server, folder: Path) -> tuple[list[Device], int]:
    """The devices with all receipts they got, and how many times the server was killed while they marked."""
    secret = await server.start(first=True)
    staff = await Staff.come_in(server.home, secret)
    story, kills, lot = Story(staff, cast(), Pace(60), lambda _zh, _en: None), 0, random.Random(3)
    async with AsyncExitStack() as stack:
        await story.open()
        await story.register()
        chief = await stack.enter_async_context(staff.device(story.officials["chief_judge"], story.contest))
        await story.open_modules(chief)
        await story.seat_judges(stack)
        marking = asyncio.gather(*story.judging())
        while kills < KILLS and not marking.done():
            await asyncio.sleep(lot.uniform(*LIVES_S))
            await server.kill()
            kills += 1
            await server.start()
        await marking
        await story.publish_provisional(chief)
    return story.judges, kills


def acknowledged(judges: list[Device]) -> dict[int, tuple[str, str, str]]:
    """Position → (stream, aspect, value) of every mark whose receipt reached its judge."""
    found: dict[int, tuple[str, str, str]] = {}
    for judge in judges:
        for receipt in judge.acknowledged:
            body: dict[str, Any] = receipt["body"]
            if receipt["name"] == "enter-mark" and receipt.get("position"):
                key = SheetKey("wanbei", body["panel"], body["code"], str(judge.welcome["seat"]))
                told = (streams.sheet(key), body["aspect"], body["value"])
                assert found.setdefault(receipt["position"], told) == told
    return found


@pytest.mark.slow
@pytest.mark.anyio
async def test_no_acknowledged_mark_is_lost_or_doubled_by_twenty_kills(tmp_path):
    folder = tmp_path / "data"
    server = Server(folder, free_port())
    try:
        judges, kills = await play_and_kill(server, folder)
    finally:
        await server.stop()
    assert kills == KILLS
    told = acknowledged(judges)
    assert len(told) > 1000
    record = Record.read_only(folder)
    marks = [one for one in record.recorded() if isinstance(one.event, MarkEntered | MarkChanged)]
    record.close()
    written = {one.position: (one.stream, one.event.aspect, one.event.value) for one in marks}
    assert told.items() <= written.items()
    entered = Counter((one.stream, one.event.aspect) for one in marks if isinstance(one.event, MarkEntered))
    assert max(entered.values()) == 1
    assert verify(folder).is_sound
