"""Serves the data folder: boards for everybody, the desk for organisers, consoles for judges.

On an empty folder it first prints a one-time link for the organiser: open it within ten minutes,
on the machine you will organise from. --organiser prints a fresh link later, should it be needed.
Tablets reach this machine with --host 0.0.0.0; put the address they type into --origins.

启动服务：首次启动会打印组织者的一次性登录链接（十分钟内有效）。
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys

from biwu.faults import DONE
from biwu.log import begin
from biwu.loop import run as run_on_loop
from biwu.serving import address, doors_of, listen
from biwu.settings import Settings
from biwu.wiring import doors, house
from registry.access.places import EVERYWHERE
from registry.book import Registry

HELP = "serve the boards, the desk and the judges' consoles 启动服务"
ORGANISER = "organiser"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--organiser", action="store_true", help="print a fresh one-time link 重新打印组织者链接")


def run(options: argparse.Namespace, settings: Settings) -> int:
    begin(settings.log, settings.level)
    return run_on_loop(_serve(settings, fresh_link=options.organiser))


async def _serve(settings: Settings, *, fresh_link: bool) -> int:
    listening = listen(settings)
    with contextlib.closing(listening):
        reached = doors_of(settings, listening)
        with house(settings.data, reached) as parts:
            home = address(reached, listening, settings)
            async with doors(parts, listening, settings):
                _tell("成绩板 boards", home)
                if fresh_link or not parts.registry.accounts.all():
                    _tell("组织者 organiser", organiser_link(parts.registry, home))
                await until_stopped()
    return DONE


def organiser_link(registry: Registry, home: str) -> str:
    """A one-time link for the organiser's account, made with it where there is none. The secret is told only here."""
    if registry.accounts.get(ORGANISER) is None:
        registry.accounts.create(ORGANISER, "组织者 Organiser", "server")
    registry.grants.grant(ORGANISER, "organiser", EVERYWHERE, "server")
    return f"{home}/enrol#{registry.links.make(ORGANISER, 'server').secret}"


async def until_stopped() -> None:
    """Until Ctrl-C, or whatever else asks this process to end."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: there is only the handler of the whole process
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    await stop.wait()


def _tell(what: str, text: str) -> None:
    sys.stdout.write(f"{what}: {text}\n")
    sys.stdout.flush()
