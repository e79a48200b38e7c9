"""Whether the middle marks of a panel lie close enough together, or the head judge calls a consultation (会商)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from domain.scoring.field.statistics import mean
from domain.scoring.numbers import Num


@dataclass(frozen=True, slots=True)
class ValidScore:
    """`middle`: the marks left between the struck extremes, in order; `score`: their mean, None when apart too far."""

    middle: tuple[Num, ...]
    score: Num | None

    @property
    def consultation(self) -> bool:
        return self.score is None


def valid_score(marks: Sequence[Num], gap: Num, struck: int = 1) -> ValidScore:
    """The mean of the middle marks, if these are at most `gap` apart; exactly `gap` is allowed.

    `struck` marks fall at each end. Only for a panel that is complete.
    Raises: ValueError when no mark is left in the middle.
    Rule: docs/rules/judge-statistics.md
    """
    middle = tuple(sorted(marks)[struck : len(marks) - struck])
    if not middle:
        raise ValueError(f"{len(marks)} marks leave none between {struck} struck at each end")
    apart = Fraction(middle[-1]) - Fraction(middle[0])
    return ValidScore(middle, mean(middle) if apart <= gap else None)
