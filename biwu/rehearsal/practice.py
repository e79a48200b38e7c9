"""Beside the main contest: one in which the visitor judges, and one with an open appeal for the visitor to decide."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass

from biwu.rehearsal.backstage import RULING, Backstage
from biwu.rehearsal.cast import Cast
from biwu.rehearsal.pace import Pace
from biwu.rehearsal.staff import Staff
from biwu.rehearsal.story import Story
from web.parts import Parts

SEAT = ("wire-product", "S5")
_JUDGING, _APPEAL = "practice", "practice-appeal"
_VISITOR = "访客 Visitor"
_ENTRIES = 6
_LOOKS_S = 2.0
_A_DAY_S = 43_200  # as long as a link may live


@dataclass(frozen=True, slots=True)
class Practice:
    """`judge` and `arbitrator`: the visitor's one-time links; `chief`: the secret of the simulated chief judge's."""

    judge: str
    arbitrator: str
    chief: str


async def prepare(parts: Parts, home: str, organiser: str, people: Cast) -> Practice:
    """Both practice contests, as far as the visitor needs them: each link opens on work to do."""
    few = Cast(people.people[:_ENTRIES])
    judging = Backstage(parts, organiser, _JUDGING, ("练习：请您评分", "Practice: you are the judge"), few)
    appeal = Backstage(parts, organiser, _APPEAL, ("练习：请您仲裁", "Practice: you are the arbitrator"), few)
    await judging.begin()
    await appeal.begin()
    await appeal.publish()
    await appeal.appeal()
    judge = judging.appoint("scoring_judge", _VISITOR, *SEAT)
    arbitrator = appeal.appoint("arbitrator", _VISITOR)
    return Practice(
        f"{home}/enrol#{judging.secret(judge, _A_DAY_S)}",
        f"{home}/enrol?next=/appeals/{_APPEAL}/{RULING}#{appeal.secret(arbitrator, _A_DAY_S)}",
        appeal.secret(appeal.officials["chief_judge"], _A_DAY_S),
    )


async def accompany(practice: Practice, staff: Staff, people: Cast, stack: AsyncExitStack, pace: Pace) -> None:
    """The others in the practice contests come in through the doors and work while the stack is open."""
    few = Cast(people.people[:_ENTRIES])
    judging, appeal = (Story(staff, few, pace, _quiet, contest) for contest in (_JUDGING, _APPEAL))
    appeal.officials["chief_judge"] = await staff.let_in(practice.chief)
    publishing = asyncio.create_task(_publish_after_correction(appeal))
    stack.callback(publishing.cancel)
    await judging.seat_judges(stack, but=SEAT)
    for task in judging.judging():
        stack.callback(task.cancel)


def _quiet(_zh: str, _en: str) -> None:
    """What happens in practice contests is not told."""


async def _publish_after_correction(story: Story) -> None:
    """The simulated chief judge publishes again once the visitor has corrected a mark."""
    while True:
        await asyncio.sleep(_LOOKS_S)
        if await story.is_due_again():
            await story.publish_again()
            return
