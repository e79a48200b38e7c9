"""Aspects marked in whole numbers: levels, yes or no, counts and choices."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from domain.rulebook.kinds.bounds import ONE, ZERO, AspectPart, Size, Worth
from domain.rulebook.parts import Id, Number, Part, Words


class _Whole(AspectPart):
    """Entered in whole numbers."""

    @property
    def min(self) -> Decimal:
        return ZERO

    @property
    def step(self) -> Decimal:
        return ONE


class JudgementAspect(_Whole):
    """A level from 0 to `scale` (WorldSkills: 0 to 3), worth its share of `worth`."""

    kind: Literal["judgement"]
    worth: Worth
    scale: Size = 3

    @property
    def max(self) -> Decimal:
        return Decimal(self.scale)


class YesNoAspect(_Whole):
    """All points (1) or none (0)."""

    kind: Literal["yes_no"]
    worth: Annotated[Number, Field(alias="max")] = ONE

    @property
    def max(self) -> Decimal:
        return ONE


class VoidingAspect(_Whole):
    """A fault that voids (否定项): 1 when it was found, 0 when not. What it voids is said by a `veto` node."""

    kind: Literal["voiding"]

    @property
    def max(self) -> Decimal:
        return ONE


class CountAspect(_Whole):
    """So many `of` so many: worth that share of `worth`, or the bare number where no worth is stated."""

    kind: Literal["count"]
    of: Size
    worth: Annotated[Number | None, Field(alias="max")] = None

    @property
    def max(self) -> Decimal:
        return Decimal(self.of)


class Choice(Part):
    """One of the levels to choose from: the `points` it brings, those it loses, or the percentage of the worth lost."""

    id: Id
    title: Words
    points: Annotated[Number, Field(ge=0)] | None = None
    lose: Annotated[Number, Field(ge=0)] | None = None
    lose_percent: Annotated[Number, Field(ge=0, le=100)] | None = None

    @model_validator(mode="after")
    def _said_once(self) -> Self:
        if sum(each is not None for each in (self.points, self.lose, self.lose_percent)) != 1:
            raise PydanticCustomError("points_or_loss", "exactly one of points, lose and lose_percent")
        return self


class ChoiceAspect(_Whole):
    """One of several levels; what is entered is its number, counted from 1."""

    kind: Literal["choice"]
    worth: Worth
    choices: Annotated[tuple[Choice, ...], Field(min_length=2)]

    @property
    def min(self) -> Decimal:
        return ONE

    @property
    def max(self) -> Decimal:
        return Decimal(len(self.choices))
