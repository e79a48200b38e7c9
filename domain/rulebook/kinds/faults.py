"""Fault sheets (扣分表): items that lose points for each fault found."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from domain.rulebook.kinds.bounds import HUNDREDTH, ZERO, Above, AspectPart, Worth
from domain.rulebook.parts import Id, Number, Part, Words


class Fault(Part):
    """One fault of a fault sheet's item (扣分表): each finding costs `points`, all together at most `limit`."""

    id: Id
    title: Words
    points: Above
    limit: Above | None = None


class FaultAspect(AspectPart):
    """One fault as a judge enters it: the points lost for it, made from the sheet's item when the rulebook is read."""

    kind: Literal["fault"]
    item: Id
    max: Number
    step: Number
    min: Number = ZERO


class FaultItemAspect(AspectPart):
    """An item of a fault sheet: `worth` less the points lost, never below zero. `faults` lists what may be found."""

    kind: Literal["fault_item"]
    worth: Worth
    step: Number = HUNDREDTH
    faults: tuple[Fault, ...] = ()

    @property
    def min(self) -> Decimal:
        return ZERO

    @property
    def max(self) -> Decimal:
        return self.worth
