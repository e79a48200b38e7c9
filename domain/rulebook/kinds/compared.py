"""Aspects that compare what was measured with a target."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from domain.rulebook.kinds.bounds import MILLIONTH, ONE, WIDE, ZERO, Above, AspectPart, Worth
from domain.rulebook.parts import Number


class IndicatorAspect(AspectPart):
    """A figure measured against a target: the rate reached, or with `worth` that share of it, at most all of it."""

    kind: Literal["indicator"]
    target: Above
    worth: Annotated[Above | None, Field(alias="max")] = None
    step: Number = MILLIONTH

    @property
    def min(self) -> Decimal:
        return ZERO

    @property
    def max(self) -> Decimal:
        return WIDE


class DifferenceAspect(AspectPart):
    """`worth` less `lose` for each `difference` away from the target, never below zero (WorldSkills' CIS)."""

    kind: Literal["difference"]
    worth: Worth
    target: Number
    difference: Above = ONE
    lose: Annotated[Number, Field(ge=0)]
    step: Number = MILLIONTH

    @property
    def min(self) -> Decimal:
        return -WIDE

    @property
    def max(self) -> Decimal:
        return WIDE
