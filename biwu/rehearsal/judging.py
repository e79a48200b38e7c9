"""How the simulated judges judge: floor judges who mostly see the same thing, scoring judges who differ a little."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from biwu.rehearsal.device import Device
from biwu.rehearsal.pace import Pace
from domain.marks import canonical

_LOOK_S, _MARK_S, _SIGN_S, _TALK_S = 30, 20, 10, 40  # of a human pace
_SEES_OTHERWISE = 0.06  # how often a floor judge sees an aspect one step otherwise

Aspect = dict[str, Any]  # as the welcome frame has it: id, max, step, min


@dataclass
class Floor:
    """What is really there to be seen, and how far each piece of work has come. `skill` of a code: 0 to 1."""

    entries: int
    skill: Callable[[str], float]
    pace: Pace
    seed: int = 11
    _done: dict[tuple[str, str], asyncio.Event] = field(default_factory=dict)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)
    observers: dict[str, list[Device]] = field(default_factory=dict)

    def truth(self, panel: str, code: str, aspect: Aspect) -> Decimal:
        """What the aspect deserves; the same whoever asks."""
        lot = random.Random(f"{self.seed}/{panel}/{code}/{aspect['id']}")  # noqa: S311 - play needs no secret
        return _stepped(aspect, min(1.0, max(0.0, 0.45 + 0.5 * self.skill(code) + lot.gauss(0, 0.07))))

    def opinion(self, panel: str, seat: str, code: str, aspect: Aspect) -> Decimal:
        """What a scoring judge gives: much the same, seen a little otherwise."""
        lot = random.Random(f"{seat}/{panel}/{code}/{aspect['id']}")  # noqa: S311 - play needs no secret
        value = self.truth(panel, code, aspect) + Decimal(aspect["step"]) * round(lot.gauss(0, 1.6))
        return min(Decimal(aspect["max"]), max(Decimal(aspect["min"]), value))

    def process_done(self, module: str, code: str) -> asyncio.Event:
        return self._done.setdefault((module, code), asyncio.Event())

    def process_signed(self, module: str, code: str, seats: int) -> None:
        """One floor judge more has signed; with the last, the finished work goes to the scoring judges."""
        self._seen[module, code] = self._seen.get((module, code), 0) + 1
        if self._seen[module, code] >= seats:
            self.process_done(module, code).set()


async def observe(floor: Floor, judge: Device, *, backwards: bool = False) -> None:
    """A floor judge takes one code after the other; a sheet that comes back is talked over and signed anew."""
    mending = asyncio.create_task(_talk_over(floor, judge))
    panel, seat, module = judge.welcome["panel"], str(judge.welcome["seat"]), str(judge.welcome["module"]["id"])
    floor.observers.setdefault(str(panel["id"]), []).append(judge)
    codes = (await judge.codes(floor.entries))[:: -1 if backwards else 1]
    try:
        for code in codes:
            await floor.pace.wait(_LOOK_S)
            for aspect in panel["aspects"]:
                value = floor.truth(panel["id"], code, aspect)
                lot = random.Random(f"{seat}/{panel['id']}/{code}/{aspect['id']}")  # noqa: S311 - play
                if seat != panel["seats"][0] and lot.random() < _SEES_OTHERWISE:
                    value = _other(aspect, value)
                await floor.pace.wait(_MARK_S)
                await judge.mark(code, aspect["id"], canonical(value))
            await floor.pace.wait(_SIGN_S)
            await judge.sign(code)
            floor.process_signed(module, code, len(panel["seats"]))
        await _all_stand(floor, str(panel["id"]), codes)
    finally:
        mending.cancel()


async def score(floor: Floor, judge: Device, *, backwards: bool = False) -> None:
    """A scoring judge takes finished work in the order it is brought, sees it a little otherwise, and signs."""
    panel, seat, module = judge.welcome["panel"], str(judge.welcome["seat"]), str(judge.welcome["module"]["id"])
    for code in (await judge.codes(floor.entries))[:: -1 if backwards else 1]:
        await floor.process_done(module, code).wait()
        for aspect in panel["aspects"]:
            value = floor.opinion(panel["id"], seat, code, aspect)
            await floor.pace.wait(_MARK_S)
            await judge.mark(code, aspect["id"], canonical(value))
        await floor.pace.wait(_SIGN_S)
        await judge.sign(code)


async def _talk_over(floor: Floor, judge: Device) -> None:
    """Both look again and agree on what was to be seen."""
    panel = judge.welcome["panel"]
    while True:
        code = await judge.reopened.get()
        await floor.pace.wait(_TALK_S)
        for aspect in panel["aspects"]:
            value = canonical(floor.truth(panel["id"], code, aspect))
            if judge.sheets[code]["marks"].get(aspect["id"], {}).get("value") != value:
                await judge.mark(code, aspect["id"], value)
        await judge.sign(code)


async def _all_stand(floor: Floor, panel: str, codes: Sequence[str]) -> None:
    """Until both judges have signed everything: whoever signs last may send the other one's sheet back."""
    while any(judge.sheets[code]["state"] != "signed" for judge in floor.observers[panel] for code in codes):
        await floor.pace.wait(_SIGN_S)


def _stepped(aspect: Aspect, share: float) -> Decimal:
    low, high, step = (Decimal(aspect[bound]) for bound in ("min", "max", "step"))
    return low + step * round(share * int((high - low) / step))


def _other(aspect: Aspect, value: Decimal) -> Decimal:
    step = Decimal(aspect["step"])
    return value - step if value - step >= Decimal(aspect["min"]) else value + step
