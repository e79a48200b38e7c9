"""How fast the play goes: all waiting is told in the seconds a person would take and divided by the speed."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pace:
    """`speed` 1 is a human pace; a wait varies by a third either way."""

    speed: float
    lot: random.Random = field(default_factory=lambda: random.Random(7))  # noqa: S311 - play needs no secret

    async def wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds * self.lot.uniform(0.67, 1.33) / self.speed)
