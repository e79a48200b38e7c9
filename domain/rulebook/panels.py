"""Who marks what: modules, the panels that mark them, and the aspects a panel marks."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.rulebook.parts import Id, Number, Part, Words


class Module(Part):
    """A part of the contest; `score` names the node that is its score (without it: the node of the module's own id)."""

    id: Id
    title: Words
    kind: Literal["theory", "practical"]
    marked_by: Literal["judges", "import"] = "judges"
    score: Id | None = None

    @property
    def node(self) -> str:
        return self.score or self.id


class Aspect(Part):
    """One thing a mark is given for: from `min` to `max` in whole steps counted from `min`, all in points."""

    id: Id
    title: Words
    max: Number
    step: Number
    min: Number = Decimal(0)

    @model_validator(mode="after")
    def _steps_reach_max(self) -> Self:
        if self.step <= 0:
            raise PydanticCustomError("step_not_positive", "step must be above zero")
        if self.max <= self.min:
            raise PydanticCustomError("range_empty", "max must be above min")
        if (self.max - self.min) % self.step:
            gaps = {"low": str(self.min), "high": str(self.max), "step": str(self.step)}
            raise PydanticCustomError("step_does_not_divide", "steps do not reach max", gaps)
        return self

    def objection(self, value: Decimal) -> str:
        """Why this value cannot be its mark: `out-of-range`, `off-step`, or empty when it can.

        Rule: docs/rules/range-and-step.md
        """
        if not self.min <= value <= self.max:
            return "out-of-range"
        return "off-step" if (value - self.min) % self.step else ""


class Panel(Part):
    """The seats that mark one module together, each on a sheet of its own.

    `max_spread` is the widest permitted distance between two seats' marks for one aspect, in points (0: they must
    agree; absent: any). `max` is what the aspects should add up to, checked when given. `release` says when the
    panel's figures may be shown.
    """

    id: Id
    module: Id
    title: Words
    scoring: Literal["process", "product", "paper"]
    role: Literal["floor_judge", "scoring_judge", "entry_clerk"]
    seats: Annotated[tuple[Id, ...], Field(min_length=1)]
    aspects: Annotated[tuple[Aspect, ...], Field(min_length=1)]
    max: Number | None = None
    max_spread: Annotated[Number, Field(ge=0)] | None = None
    release: Literal["panel-signed", "each-mark"] = "panel-signed"

    @cached_property
    def _aspects(self) -> dict[str, Aspect]:
        return {aspect.id: aspect for aspect in self.aspects}

    def aspect(self, aspect_id: str) -> Aspect:
        """Raises: KeyError for an unknown aspect."""
        return self._aspects[aspect_id]
