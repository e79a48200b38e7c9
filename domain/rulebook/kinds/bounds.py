"""What all kinds of aspects have in common: an id, a title, bounds for what is entered, a rounding of its points."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Protocol, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.rulebook.parts import Count, Id, Number, Part, Rounding, Words

ZERO, ONE = Decimal(0), Decimal(1)
HUNDREDTH, MILLIONTH = Decimal("0.01"), Decimal("0.000001")
WIDE = Decimal(1_000_000_000)

Above = Annotated[Number, Field(gt=0)]
Worth = Annotated[Number, Field(alias="max", gt=0)]
Size = Annotated[Count, Field(ge=1, le=10_000)]


class Bounded(Protocol):
    """What is entered lies from `min` to `max` in whole steps counted from `min`."""

    @property
    def min(self) -> Decimal: ...
    @property
    def max(self) -> Decimal: ...
    @property
    def step(self) -> Decimal: ...


class AspectPart(Part):
    """What all kinds have in common; `round` rounds the aspect's points."""

    id: Id
    title: Words
    round: Rounding | None = None

    @model_validator(mode="after")
    def _can_be_entered(self) -> Self:
        _bounds_fit(self)  # type: ignore[arg-type]  # every kind is Bounded
        return self

    def objection(self: Bounded, value: Decimal) -> str:
        """Why this value cannot be entered: `out-of-range`, `off-step`, or empty when it can.

        Rule: docs/rules/range-and-step.md
        """
        if not self.min <= value <= self.max:
            return "out-of-range"
        return "off-step" if (value - self.min) % self.step else ""


def _bounds_fit(aspect: Bounded) -> None:
    low, high, step = aspect.min, aspect.max, aspect.step
    if step <= 0:
        raise PydanticCustomError("step_not_positive", "step must be above zero")
    if high <= low:
        raise PydanticCustomError("range_empty", "max must be above min")
    if (high - low) % step:
        gaps = {"low": str(low), "high": str(high), "step": str(step)}
        raise PydanticCustomError("step_does_not_divide", "steps do not reach max", gaps)
