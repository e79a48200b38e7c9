"""The small parts every rulebook is written with: words in two languages, ids, exact numbers and rounding.

Numbers in a rulebook are TOML integers or decimals and are read as `Decimal`; nan, inf and quoted numbers are faults.
Only where a share of something is meant may a quoted fraction such as "1/12" stand, because it has no end.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, model_validator
from pydantic_core import PydanticCustomError

from domain.names import ID

WHOLE_DIGITS = 12
PLACES = 9

RoundingMode = Literal["half_up", "half_even", "down", "up"]
Better = Literal["higher", "lower"]
Display = Literal["1224", "1223", "1334", "1234", "fractional"]  # how places are written where some are shared

_FRACTION = re.compile(r"([0-9]{1,6})/([1-9][0-9]{0,5})", re.ASCII)


class Part(BaseModel):
    """Anything in a rulebook: fixed once read, and no key that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _as_id(found: object) -> str:
    """A written id, or several that expansion has joined by dots (`prelim.dives`, `3.execution`)."""
    if not isinstance(found, str) or any(ID.fullmatch(part) is None for part in found.split(".")):
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


def _as_share(found: object) -> Decimal | Fraction:
    written = _FRACTION.fullmatch(found) if isinstance(found, str) else None
    return Fraction(int(written[1]), int(written[2])) if written else _as_number(found)


def _as_it_is(share: Decimal | Fraction) -> Decimal | Fraction:
    return share


Id = Annotated[str, PlainValidator(_as_id)]
Number = Annotated[Decimal, PlainValidator(_as_number)]
Share = Annotated[Decimal | Fraction, PlainValidator(_as_share), PlainSerializer(_as_it_is)]
Count = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Flag = Annotated[bool, Field(strict=True)]
Text = Annotated[str, Field(min_length=1)]


class Words(Part):
    """One thing said in both languages; written as one text, it is said the same way in both."""

    zh: Text
    en: Text

    @model_validator(mode="before")
    @classmethod
    def _one_text(cls, found: Any) -> Any:  # noqa: ANN401 - anything may have been written
        return {"zh": found, "en": found} if isinstance(found, str) and found else found


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
