"""How many decimals a value can have at most, known before any mark; None where it may have no end.

A total without an end needs a rounding, or it could not be printed as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from domain.rulebook.aspects import (
    Aspect,
    ChoiceAspect,
    CountAspect,
    DifferenceAspect,
    FaultItemAspect,
    IndicatorAspect,
    JudgementAspect,
    VoidingAspect,
    YesNoAspect,
)
from domain.rulebook.formula.decimals import of_formula
from domain.rulebook.nodes import beside, field, taking
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.parts import Rounding

Places = int | None


def written(number: object) -> Places:
    """The decimals a number of the rulebook is written with; None for a fraction."""
    if not isinstance(number, Decimal):
        return None
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else None


def of_points(aspect: Aspect) -> Places:
    """The decimals of an aspect's points."""
    return written(aspect.round.grain) if aspect.round is not None else _points(aspect)


def _points(aspect: Aspect) -> Places:  # noqa: PLR0911 - one answer a kind of aspect
    match aspect:
        case JudgementAspect():
            return _divided(0, aspect.scale / Fraction(aspect.worth)) if aspect.worth else 0
        case YesNoAspect():
            return written(aspect.worth)
        case VoidingAspect():
            return 0
        case CountAspect():
            return 0 if not aspect.worth else _divided(0, aspect.of / Fraction(aspect.worth))
        case ChoiceAspect():
            percents = [written(each.lose_percent) for each in aspect.choices if each.lose_percent is not None]
            points = [written(each.points) for each in aspect.choices if each.points is not None]
            lost = [written(each.lose) for each in aspect.choices if each.lose is not None]
            return _most(
                [written(aspect.worth), *points, *lost, *(_added(written(aspect.worth), each, 2) for each in percents)]
            )
        case DifferenceAspect():
            away = _most([written(aspect.step), written(aspect.target)])
            return _most([written(aspect.worth), _divided(_added(away, written(aspect.lose)), aspect.difference)])
        case IndicatorAspect():
            return _divided(_added(written(aspect.step), written(aspect.worth or Decimal(1))), aspect.target)
        case FaultItemAspect():
            limits = [written(each.limit) for each in aspect.faults if each.limit is not None]
            return _most([written(aspect.worth), written(aspect.step), *limits])
    return _most([written(aspect.step), written(aspect.min)])


def after(node: AnyNode, inputs: int, places: Sequence[Places]) -> Places:
    """The decimals of a node's value, from those of so many inputs."""
    if node.round is not None:
        return _grain(node.round)
    bounds = [written(bound) for bound in (node.at_least, node.at_most) if bound is not None]
    return _most([_of(node, inputs, places), *bounds])


def _of(node: AnyNode, inputs: int, places: Sequence[Places]) -> Places:  # noqa: C901, PLR0911, PLR0912 - one answer a kind
    most = _most(places)
    match node:
        case taking.WeightedSumNode():
            return _most([_added(most, written(weight)) for weight in node.weights.values()])
        case taking.WeightedMeanNode() | beside.RatioNode():
            return None
        case taking.ProductNode():
            return _added(*(list(places) * inputs)[:inputs]) if len(places) == 1 else _added(*places)
        case taking.MeanNode():
            return None if _varies(node) else _divided(most, Decimal(inputs))
        case taking.MedianNode():
            return _divided(most, Decimal(2))
        case taking.TrimmedMeanNode():
            kept = inputs - node.drop_high - node.drop_low
            return None if _varies(node) or node.drops else _divided(most, Decimal(kept))
        case taking.AverageOfFiveNode():
            return None if node.missing == "ignore" else _divided(most, Decimal(inputs - 2))
        case taking.BestMeanNode():
            return _divided(most, Decimal(node.count))
        case field.RankNode():
            return 1 if node.display == "fractional" else 0
        case beside.TableNode():
            return _most([written(line.points) for line in node.table])
        case beside.OvertimeNode():
            return None if node.counted == "exact" else written(node.lose)
        case beside.FormulaNode():
            known = dict(zip(node.children, places, strict=True))
            return of_formula(node.tree, {word: known[child] for word, child in node.names.items()})
        case field.PointsForPlaceNode():
            return None if node.ties != "each" else _most([written(points) for points in node.points])
        case field.OfFieldNode(take="count"):
            return 0
        case field.OfFieldNode(take="median"):
            return _divided(most, Decimal(2))
        case field.OfFieldNode(take="mean" | "sd" | "mad"):
            return None
        case field.StandardiseNode() | field.RatioToBestNode() | field.WorldSkillsScaleNode():
            return None
    return most


def _varies(node: taking.Combining) -> bool:
    """Whether the number of inputs is only known when the marks are there."""
    return node.missing == "ignore" or node.failed == "ignore"


def _grain(rounding: Rounding) -> Places:
    return written(rounding.grain)


def _added(*places: Places) -> Places:
    return None if None in places else sum(place for place in places if place is not None)


def _divided(places: Places, divisor: Decimal | Fraction) -> Places:
    """A quotient has an end only if its divisor has no prime but 2 and 5."""
    above = divisor.as_integer_ratio()[0]
    powers = []
    for prime in (2, 5):
        power = 0
        while above and above % prime == 0:
            above, power = above // prime, power + 1
        powers.append(power)
    return None if places is None or above != 1 else places + max(powers)


def _most(places: Sequence[Places]) -> Places:
    found = [place for place in places if place is not None]
    return None if len(found) < len(places) or not found else max(found)
