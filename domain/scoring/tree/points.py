"""From what a judge enters to the points the tree takes in, one function a kind of aspect.

Points are exact; where the rulebook rounds an aspect's points, it is done here, once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache

from domain.rulebook import aspects
from domain.rulebook.aspects import Aspect
from domain.scoring.numbers import EXACT, ZERO, Num, less, quotient, times
from domain.scoring.rounding import rounded

Points = Callable[[Decimal], Num]
_HUNDRED = Decimal(100)


def points(aspect: Aspect) -> Points | None:
    """What turns an entry into points; None where the entry is the points.

    Rule: docs/rules/marking.md
    """
    found = _points(aspect)
    rule = aspect.round
    if rule is None:
        return None if found is None else lru_cache(maxsize=4096)(found)
    return lru_cache(maxsize=4096)(lambda entered: rounded(entered if found is None else found(entered), 1, rule))


def _points(aspect: Aspect) -> Points | None:  # noqa: PLR0911 - one answer a kind of aspect
    match aspect:
        case aspects.DeductionAspect() | aspects.FaultAspect():
            return Decimal.copy_negate
        case aspects.JudgementAspect():
            return judged(aspect.worth, aspect.scale)
        case aspects.YesNoAspect():
            return judged(aspect.worth, 1)
        case aspects.CountAspect():
            return None if aspect.worth is None else judged(aspect.worth, aspect.of)
        case aspects.ChoiceAspect():
            return chosen(aspect)
        case aspects.DifferenceAspect():
            return off_target(aspect)
        case aspects.IndicatorAspect():
            return reached(aspect)
        case aspects.FaultItemAspect():
            return lambda lost: max(ZERO, EXACT.subtract(aspect.worth, lost))
    return None


def judged(worth: Decimal, scale: int) -> Points:
    """The share of the worth that the entry is of the scale: worth times entry divided by scale.

    Rule: docs/rules/judgement.md
    """
    return lambda entered: quotient(EXACT.multiply(worth, entered), Decimal(scale))


def chosen(aspect: aspects.ChoiceAspect) -> Points:
    """The points of the chosen level: as stated, or the worth less what it loses, in points or in percent of it.

    Rule: docs/rules/choice.md
    """
    left: list[Num] = []
    for choice in aspect.choices:
        lost = choice.lose
        if lost is None:
            lost = EXACT.divide(EXACT.multiply(aspect.worth, choice.lose_percent or ZERO), _HUNDRED)
        left.append(EXACT.subtract(aspect.worth, lost) if choice.points is None else choice.points)
    return lambda entered: left[int(entered) - 1]


def off_target(aspect: aspects.DifferenceAspect) -> Points:
    """The worth less so much for each difference away from the target, never below zero.

    Rule: docs/rules/difference.md
    """

    def of(entered: Decimal) -> Num:
        away = abs(EXACT.subtract(entered, aspect.target))
        lost = quotient(EXACT.multiply(away, aspect.lose), aspect.difference)
        return max(ZERO, less(aspect.worth, lost))

    return of


def reached(aspect: aspects.IndicatorAspect) -> Points:
    """The rate reached of the target, or that share of the worth, at most all of it.

    Rule: docs/rules/indicator.md
    """

    def of(entered: Decimal) -> Num:
        rate = quotient(entered, aspect.target)
        return rate if aspect.worth is None else min(aspect.worth, times(aspect.worth, rate))

    return of


def fault_points(item: aspects.FaultItemAspect) -> Callable[[Sequence[Decimal | None]], Num]:
    """The item's maximum less all points lost for its faults, never below zero; a fault nobody found costs nothing.

    Rule: docs/rules/fault-sheet.md
    """
    limits = [item.worth if fault.limit is None else fault.limit for fault in item.faults]
    rule = item.round

    def of(lost: Sequence[Decimal | None]) -> Num:
        each = (min(limit, one) for limit, one in zip(limits, lost, strict=True) if one is not None)
        left: Num = max(ZERO, EXACT.subtract(item.worth, sum(each, ZERO)))
        return left if rule is None else rounded(left, 1, rule)

    return of
