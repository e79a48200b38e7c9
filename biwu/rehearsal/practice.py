"""Beside the main contest: one in which the visitor judges, and one with an open appeal for the visitor to decide."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass

from biwu.rehearsal.cast import Cast
from biwu.rehearsal.pace import Pace
from biwu.rehearsal.staff import Staff
from biwu.rehearsal.story import Story

SEAT = ("wire-product", "S5")
_ENTRIES = 6
_FAST = Pace(speed=10_000)
_LOOKS_S = 2.0
_A_DAY_S = 43_200  # as long as a link may live


@dataclass(frozen=True, slots=True)
class Links:
    """One-time links for the visitor: a judge's seat, and the arbitrator's room."""

    judge: str
    arbitrator: str


def _quiet(_zh: str, _en: str) -> None:
    """What happens in practice contests is not told."""


def _story(staff: Staff, people: Cast, contest: str, titles: tuple[str, str], pace: Pace) -> Story:
    return Story(staff, Cast(people.people[:_ENTRIES]), pace, _quiet, contest, titles)


async def prepare(staff: Staff, people: Cast, stack: AsyncExitStack, pace: Pace) -> Links:
    """Both practice contests; the simulated judges of the first go on while the stack is open."""
    judging = _story(staff, people, "practice", ("练习：请您评分", "Practice: you are the judge"), pace)
    await judging.prepare()
    await judging.open_modules(
        await stack.enter_async_context(staff.device(judging.officials["chief_judge"], "practice"))
    )
    seat = await staff.seat_link("practice", *SEAT, "访客 Visitor", _A_DAY_S)
    await judging.seat_judges(stack, but=SEAT)
    for task in judging.judging():
        stack.callback(task.cancel)
    appeal = _story(staff, people, "practice-appeal", ("练习：请您仲裁", "Practice: you are the arbitrator"), _FAST)
    link = await _appeal_to_decide(appeal)
    publishing = asyncio.create_task(_publish_after_correction(appeal))
    stack.callback(publishing.cancel)
    return Links(seat, link)


async def _appeal_to_decide(story: Story) -> str:
    """A contest played to its provisional result, with an appeal filed and not decided."""
    staff, contest = story.staff, story.contest
    async with AsyncExitStack() as stack:
        await story.prepare()
        chief = await stack.enter_async_context(staff.device(story.officials["chief_judge"], contest))
        await story.open_modules(chief)
        await story.seat_judges(stack)
        for task in story.judging():
            await task
        await story.publish_provisional(chief)
        await story.file_appeal()
    return await staff.link_for(contest, "arbitrator", "访客 Visitor")


async def _publish_after_correction(story: Story) -> None:
    """The simulated chief judge publishes again once the visitor has corrected a mark."""
    while True:
        await asyncio.sleep(_LOOKS_S)
        if await story.is_due_again():
            await story.publish_again()
            return
