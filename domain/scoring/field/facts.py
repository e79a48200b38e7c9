"""What of the field a value rests on, told beside it: the mean, the best, how many are better.

Worked out only when somebody asks; each function takes the column and the position of the entry in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from domain.rulebook.nodes import field
from domain.rulebook.nodes.field import FieldWide
from domain.rulebook.parts import Better
from domain.scoring.field.figures import taken
from domain.scoring.field.statistics import mad, mean, median, standard_deviation
from domain.scoring.numbers import Num

Facts = Sequence[tuple[str, Num]]


def facts(node: FieldWide) -> Callable[[Sequence[Num], int], Facts]:
    """The node's facts: (word, number) in the order in which they are told, `field` first, how many take part."""

    def of(column: Sequence[Num], position: int) -> Facts:
        return [("field", Decimal(len(column))), *_facts(node, column, position)]

    return of


def _facts(node: FieldWide, column: Sequence[Num], position: int) -> Facts:
    match node:
        case field.RankNode() | field.PointsForPlaceNode():
            return _standing(column, position, node.better)
        case field.StandardiseNode():
            return [("mean", mean(column)), ("sd", standard_deviation(column, node.sd))]
        case field.WorldSkillsScaleNode():
            return [("median", median(column)), ("mad", mad(column))]
        case field.RatioToBestNode():
            return [("best", max(column) if node.better == "higher" else min(column))]
        case field.OfFieldNode():
            found = taken(column, node.take, node.better, node.sd)
            return [] if found is None else [(node.take, found)]


def _standing(column: Sequence[Num], position: int, better: Better) -> Facts:
    """How many values are better, how many different ones; how many are equal, itself among them; its turn there."""
    own = column[position]
    ahead = [each for each in column if (each > own if better == "higher" else each < own)]
    equal = [place for place, each in enumerate(column) if each == own]
    counts = (len(ahead), len(set(ahead)), len(equal), equal.index(position) + 1)
    words = ("better", "better-values", "equal", "turn")
    return [(word, Decimal(count)) for word, count in zip(words, counts, strict=True)]
