"""What a node across the field does with the column of everybody's numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.rulebook.nodes import field
from domain.rulebook.nodes.field import FieldWide
from domain.scoring.field.figures import taken
from domain.scoring.field.places import places
from domain.scoring.field.points import points_for_place
from domain.scoring.field.ratios import ratio_to_best
from domain.scoring.field.standard import standardised
from domain.scoring.field.worldskills import worldskills_scaled
from domain.scoring.numbers import Num

Column = Callable[[Sequence[Num]], Sequence[Num | None]]
Beside = Callable[[Sequence[Num], Num], Num | None]  # the field's numbers, and that of one who is none of the field


def across(node: FieldWide) -> tuple[Column, str]:
    """What the node does with a column of numbers, and the page of its rule."""
    match node:
        case field.RankNode():
            return lambda column: places(column, node.better, node.display), "docs/rules/rank-in-field.md"
        case field.PointsForPlaceNode():
            return (
                lambda column: points_for_place(column, node.points, node.better, node.ties),
                "docs/rules/points-for-place.md",
            )
        case field.StandardiseNode():
            return (
                lambda column: standardised(column, node.scale, node.centre, node.spread, node.sd),
                "docs/rules/standardise.md",
            )
        case field.WorldSkillsScaleNode():
            return (
                lambda column: worldskills_scaled(
                    column, node.centre, node.spread, factor=node.factor, low=node.low, high=node.high
                ),
                "docs/rules/worldskills-scale.md",
            )
        case field.RatioToBestNode():
            return lambda column: ratio_to_best(column, node.better, node.points), "docs/rules/ratio-to-best.md"
        case field.OfFieldNode():
            return (
                lambda column: [taken(column, node.take, node.better, node.sd)] * len(column),
                "docs/rules/of-the-field.md",
            )


def beside(node: FieldWide) -> Beside | None:
    """How one who moves nobody is measured by the field; None: as if it alone came to the field.

    Rule: docs/rules/unofficial.md
    """
    match node:
        case field.StandardiseNode():
            return lambda column, number: standardised(
                column, node.scale, node.centre, node.spread, node.sd, of=[number]
            )[0]
        case field.WorldSkillsScaleNode():
            return lambda column, number: worldskills_scaled(
                column, node.centre, node.spread, factor=node.factor, low=node.low, high=node.high, of=[number]
            )[0]
    return None
