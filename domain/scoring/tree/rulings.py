"""What a ruling takes from a node's value, after everything else."""

from __future__ import annotations

from domain.scoring.numbers import ZERO, Absent, NoResult, Num, Value, divide, less
from domain.scoring.tree.sources import Reading


def ruled(value: Value | Absent, points: Num) -> Value | Absent:
    """Less what was ruled to be taken off, never below zero; what is below zero already stays.

    Rule: docs/rules/deductions.md
    """
    if isinstance(value, NoResult | Absent | None):
        return value
    return max(ZERO, less(value, points)) if value > 0 or points < 0 else value


def ruled_reading(reading: Reading, points: Num) -> Reading:
    """The reading of a node that is one number, less the points."""
    value = reading.numbers[0]
    if not isinstance(value, NoResult | Absent | None):
        value = divide(value, reading.divisor)
    return Reading([ruled(value, points)], 1, reading.complete)
