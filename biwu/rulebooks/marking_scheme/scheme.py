"""What a marking scheme says: criteria, their sub-criteria, and aspects that are measured or judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Method = Literal["M", "J"]  # measurement, judgement


@dataclass(slots=True)
class SchemeAspect:
    """One aspect; `section` of the occupational standards, empty for none; `levels` says what each of 0 to 3 means."""

    id: str
    method: Method
    title: str
    max: Decimal
    section: str
    levels: dict[int, str] = field(default_factory=dict)


@dataclass(slots=True)
class SubCriterion:
    """One marking form, or two where it mixes both methods. `id` is its criterion's letter and a number."""

    id: str
    title: str
    day: str
    aspects: list[SchemeAspect] = field(default_factory=list)

    @property
    def criterion(self) -> str:
        return self.id[0]

    def of(self, method: Method) -> list[SchemeAspect]:
        return [each for each in self.aspects if each.method == method]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a table at the head of the sheet says of a criterion or a section: its name, and its marks if it has any."""

    title: str
    marks: Decimal | None


@dataclass(slots=True)
class Scheme:
    """A whole marking scheme. `criteria` and `sections` are what the workbook states of them, by letter and number."""

    title: str
    parts: list[SubCriterion] = field(default_factory=list)
    criteria: dict[str, Stated] = field(default_factory=dict)
    sections: dict[str, Stated] = field(default_factory=dict)

    @property
    def aspects(self) -> list[SchemeAspect]:
        return [each for part in self.parts for each in part.aspects]

    @property
    def letters(self) -> list[str]:
        """The criteria that have aspects, in the order of the alphabet."""
        return sorted({part.criterion for part in self.parts if part.aspects})

    def marks_of(self, letter: str) -> Decimal:
        return total(each for part in self.parts if part.criterion == letter for each in part.aspects)

    def section_of(self, aspect: SchemeAspect, stated: Mapping[str, Decimal]) -> str:
        """The section that has marks stated: 1.2 belongs to 1 where only 1 has."""
        whole = aspect.section.partition(".")[0]
        return whole if aspect.section not in stated and whole in stated else aspect.section


def total(aspects: Iterable[SchemeAspect]) -> Decimal:
    """Their maxima added, exactly."""
    return sum((each.max for each in aspects), Decimal(0))
