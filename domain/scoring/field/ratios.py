"""Points by the ratio to the best of the field."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from domain.rulebook.parts import Better
from domain.scoring.numbers import ZERO, Num, simplest


def ratio_to_best(column: Sequence[Num], better: Better, points: Num) -> list[Num]:
    """The best has `points`; the others `points * x / best`, or `points * best / x` where lower is better. Exact.

    A best of zero or below has no ratio: who equals it has `points`, everybody else 0. (Where lower is better a best
    above zero leaves no x at zero.)
    Rule: docs/rules/ratio-to-best.md
    """
    if not column:
        return []
    best = max(column) if better == "higher" else min(column)
    if best <= 0:
        return [points if number == best else ZERO for number in column]
    if better == "higher":
        unit = Fraction(points) / Fraction(best)
        return [simplest(unit * Fraction(number)) for number in column]
    whole = Fraction(points) * Fraction(best)
    return [simplest(whole / Fraction(number)) for number in column]
