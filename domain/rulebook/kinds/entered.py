"""Aspects whose points are what is entered: marks, times, measures and deductions."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from domain.rulebook.kinds.bounds import HUNDREDTH, MILLIONTH, WIDE, ZERO, AspectPart
from domain.rulebook.parts import Number

_LONGEST = Decimal(360_000)  # seconds: a hundred hours


class MarkAspect(AspectPart):
    """Points as they are given."""

    kind: Literal["mark"] = "mark"
    max: Number
    step: Number = HUNDREDTH
    min: Number = ZERO


class TimeAspect(AspectPart):
    """A time in seconds."""

    kind: Literal["time"]
    max: Number = _LONGEST
    step: Number = Decimal("0.001")
    min: Number = ZERO


class MeasuredAspect(AspectPart):
    """Any measured number in its own unit."""

    kind: Literal["measured"]
    max: Number = WIDE
    step: Number = MILLIONTH
    min: Number = -WIDE


class DeductionAspect(AspectPart):
    """Points lost; the tree takes them in below zero."""

    kind: Literal["deduction"]
    max: Number
    step: Number = HUNDREDTH
    min: Number = ZERO
