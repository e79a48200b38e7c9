"""What is done to every value of a node once it is there: floor and cap, then the rounding."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from domain.rulebook.parts import Rounding
from domain.scoring.numbers import Num, divide
from domain.scoring.rounding import rounded


@dataclass(frozen=True, slots=True)
class Finish:
    """`rounding` is None where a value stays exact; `at_least` and `at_most` are in the node's own unit."""

    rounding: Rounding | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None

    @property
    def idle(self) -> bool:
        return self.rounding is None and self.at_least is None and self.at_most is None

    def of(self, dividend: Num, divisor: int) -> Num:
        """The dividend divided, bounded and rounded in one step from the exact quotient.

        Rule: docs/rules/rounding.md, docs/rules/floor-and-cap.md
        """
        if self.at_least is not None or self.at_most is not None:
            dividend, divisor = self.bounded(divide(dividend, divisor)), 1
        return divide(dividend, divisor) if self.rounding is None else rounded(dividend, divisor, self.rounding)

    def bounded(self, value: Num) -> Num:
        """Never below the floor, never above the cap.

        Rule: docs/rules/floor-and-cap.md
        """
        if self.at_least is not None and value < self.at_least:
            return self.at_least
        return self.at_most if self.at_most is not None and value > self.at_most else value
