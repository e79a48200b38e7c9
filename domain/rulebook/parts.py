"""The small parts every rulebook is written with: words in two languages, ids, exact numbers and rounding.

Numbers in a rulebook are TOML integers or decimals and are read as `Decimal`; quoted numbers, nan and inf are faults.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from domain.names import ID

WHOLE_DIGITS = 12
PLACES = 9

RoundingMode = Literal["half_up", "half_even", "down", "up"]


class Part(BaseModel):
    """Anything in a rulebook: fixed once read, and no key that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _as_id(found: object) -> str:
    if not isinstance(found, str) or ID.fullmatch(found) is None:
        raise PydanticCustomError("bad_id", "not an id")
    return found


def _as_number(found: object) -> Decimal:
    if isinstance(found, bool) or not isinstance(found, int | Decimal):
        raise PydanticCustomError("not_a_number", "not a number")
    number = Decimal(found)
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        raise PydanticCustomError("not_a_number", "not a finite number")
    if exponent < -PLACES or number.adjusted() >= WHOLE_DIGITS:
        raise PydanticCustomError("number_too_long", "too many digits")
    return number


Id = Annotated[str, PlainValidator(_as_id)]
Number = Annotated[Decimal, PlainValidator(_as_number)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Flag = Annotated[bool, Field(strict=True)]
Text = Annotated[str, Field(min_length=1)]


class Words(Part):
    """One thing said in both languages."""

    zh: Text
    en: Text


class Rounding(Part):
    """Where and how a number is rounded: to `places` decimals or to a multiple of `step`, never both.

    `half_up` is 四舍五入 (a half goes away from zero), `half_even` takes the even neighbour, `down` goes towards zero,
    `up` away from it.
    """

    places: Annotated[int, Field(strict=True, ge=0, le=PLACES)] | None = None
    step: Number | None = None
    mode: RoundingMode = "half_up"

    @model_validator(mode="after")
    def _one_grain(self) -> Self:
        if (self.places is None) == (self.step is None):
            raise PydanticCustomError("places_or_step", "exactly one of places and step")
        if self.step is not None and self.step <= 0:
            raise PydanticCustomError("step_not_positive", "step must be above zero")
        return self

    @cached_property
    def grain(self) -> Decimal:
        """The distance between two neighbouring results, e.g. 0.01 for two places."""
        return self.step if self.step is not None else Decimal(1).scaleb(-(self.places or 0))

    @cached_property
    def ratio(self) -> tuple[int, int]:
        """The grain as two whole numbers, its numerator and denominator."""
        return self.grain.as_integer_ratio()
