"""Plays a whole contest through the real doors, marked 演练 everywhere: five cities, thirty people.

Starts a server on this machine with a data folder of its own, prints its links, and lets simulated
judges mark over WebSockets, from registration to the final list, with an appeal on the way. Beside
it two practice contests wait for you: a judge's seat, and an appeal to decide. The main contest
takes about three minutes; --speed 1 is a human pace. Ctrl-C stops everything cleanly.

演练：在本机完整演示一场比赛；另有两个练习赛项供您评分和仲裁。
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from socket import socket

from biwu.commands.serve_ import ORGANISER, organiser_link, until_stopped
from biwu.faults import DONE, MISUSED, Unusable
from biwu.log import begin
from biwu.loop import run as run_on_loop
from biwu.rehearsal.cast import cast
from biwu.rehearsal.pace import Pace
from biwu.rehearsal.practice import accompany, prepare
from biwu.rehearsal.staff import Staff
from biwu.rehearsal.story import Story
from biwu.serving import address, doors_of, listen
from biwu.settings import Settings
from biwu.wiring import doors, house
from ledger.store.sqlite import FILE
from web.parts import Parts

HELP = "play a whole contest through the real doors 演练一场比赛"
_USUAL_SPEED = 25


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--speed", type=float, default=_USUAL_SPEED, help=f"1 is a human pace 倍速 [{_USUAL_SPEED}]")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="keep the data there 保留数据 (default: thrown away)"
    )
    parser.add_argument("--once", action="store_true", help="end when the main contest is over 结束后退出")


def run(options: argparse.Namespace, settings: Settings) -> int:
    if not options.speed > 0:
        raise Unusable("--speed 须大于 0", "--speed must be above 0", MISUSED)
    if options.keep and (options.keep / FILE).exists():
        raise Unusable(
            f"{options.keep} 中已有赛事流水，请另选目录",
            f"{options.keep} holds a record already; choose another folder",
        )
    begin(settings.log, "warning" if settings.level == "info" else settings.level)
    with contextlib.ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="biwu-rehearsal-")))
        run_on_loop(_rehearse(replace(settings, data=folder), options.speed, once=options.once))
    return DONE


async def _rehearse(settings: Settings, speed: float, *, once: bool) -> None:
    listening = _listening(settings)
    with contextlib.closing(listening):
        reached = doors_of(settings, listening, drill=True)
        home = address(reached, listening, settings)
        with house(settings.data, reached) as parts:
            async with doors(parts, listening, settings):
                playing = asyncio.create_task(_play(parts, home, speed, stays=not once))
                stopping = asyncio.create_task(until_stopped())
                done, _ = await asyncio.wait({playing, stopping}, return_when=asyncio.FIRST_COMPLETED)
                for task in (playing, stopping):
                    task.cancel()
                await asyncio.wait({playing, stopping})
                if playing in done:
                    playing.result()


async def _play(parts: Parts, home: str, speed: float, *, stays: bool) -> None:
    """Every link first; then the main contest, with the practice contests beside it.

    If it `stays`, until somebody stops it.
    """
    registry, people, pace = parts.registry, cast(), Pace(speed)
    staff = await Staff.come_in(home, organiser_link(registry, home).partition("#")[2])
    story = Story(staff, people, pace, _Told())
    await story.open()
    practice = await prepare(parts, home, ORGANISER, people)
    _say("演练 Rehearsal", f"{home}/  （Ctrl-C 结束 stops it）")
    _say("成绩板 board", f"{home}/boards/{story.contest}")
    _say("请您评分 judge", practice.judge)
    _say("请您仲裁 arbitrator", practice.arbitrator)
    _say("组织者 organiser", organiser_link(registry, home))
    async with AsyncExitStack() as stack:
        main = asyncio.create_task(story.play())
        stack.callback(main.cancel)
        await accompany(practice, staff, people, stack, pace)
        await main
        _say("成绩与获奖 result", f"{home}/results/{story.contest}")
        _say("重放 replay", f"{home}/desk/{story.contest}/replay")
        if stays:
            await asyncio.Event().wait()


def _listening(settings: Settings) -> socket:
    """The usual port, or any free one when it is taken: a rehearsal does not mind where it plays."""
    try:
        return listen(settings)
    except Unusable:
        return listen(replace(settings, port=0))


class _Told:
    """Each step of the story on a line, with the time since the beginning."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def __call__(self, zh: str, en: str) -> None:
        since = int(time.monotonic() - self._begun)
        sys.stdout.write(f"{since // 60:02}:{since % 60:02}  {zh} · {en}\n")
        sys.stdout.flush()


def _say(what: str, text: str) -> None:
    sys.stdout.write(f"  {what}: {text}\n")
    sys.stdout.flush()
