"""Who is set against whom: the members of a node's field, and by what else they are put in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from domain.rulebook.parts import Better
from domain.scoring.numbers import Absent, NoResult, Value, divide, present
from domain.scoring.tree.sources import Reading, Situation


@dataclass(frozen=True, slots=True)
class Among:
    """Whose field a node is: of several `stages` those with a mark or a status in one of the `panels` of the last.

    `panels` None: everybody's. Who was stopped in an earlier stage is neither measured nor waited for.
    """

    stages: frozenset[str]
    panels: frozenset[str] | None

    def takes(self, situation: Situation) -> bool:
        """Whether an entry is one of the field.

        Rule: docs/rules/field.md
        """
        if self.stages & situation.outside:
            return False
        return self.panels is None or any(
            situation.marks.get(panel) or panel in situation.stated for panel in self.panels
        )


EVERYBODY = Among(frozenset(("",)), None)


class Further(NamedTuple):
    """A node that orders who is equal so far.

    `at` says which of its numbers goes with each member, `keys` are its own.
    """

    node: str
    at: tuple[int, ...]
    keys: tuple[str, ...]
    better: Better

    def number(self, situation: Situation, member: int) -> Value:
        return present(number_at(situation.readings[self.node], self.at[member]))


def number_at(reading: Reading, member: int) -> Value | Absent:
    """The member's number, divided out."""
    number = reading.numbers[member]
    return number if isinstance(number, NoResult | Absent | None) else divide(number, reading.divisor)
