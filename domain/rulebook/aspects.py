"""What a mark is given for: what a judge enters (the raw value) and what that is worth at most.

`min`, `max` and `step` of every aspect bound what is entered. Where the points differ from it, the rulebook's key
`max` is what the aspect is worth at most and is kept as `worth`. The points: `domain/scoring/tree/points.py`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from domain.rulebook.kinds.bounds import ZERO, Bounded
from domain.rulebook.kinds.compared import DifferenceAspect, IndicatorAspect
from domain.rulebook.kinds.entered import DeductionAspect, MarkAspect, MeasuredAspect, TimeAspect
from domain.rulebook.kinds.faults import Fault, FaultAspect, FaultItemAspect
from domain.rulebook.kinds.levels import Choice, ChoiceAspect, CountAspect, JudgementAspect, VoidingAspect, YesNoAspect

__all__ = [
    "AnyAspect",
    "Aspect",
    "Bounded",
    "Choice",
    "ChoiceAspect",
    "CountAspect",
    "DeductionAspect",
    "DifferenceAspect",
    "Fault",
    "FaultAspect",
    "FaultItemAspect",
    "IndicatorAspect",
    "JudgementAspect",
    "MarkAspect",
    "MeasuredAspect",
    "TimeAspect",
    "VoidingAspect",
    "YesNoAspect",
    "worth",
]

_Written = (
    MarkAspect
    | TimeAspect
    | MeasuredAspect
    | DeductionAspect
    | FaultItemAspect
    | IndicatorAspect
    | DifferenceAspect
    | JudgementAspect
    | YesNoAspect
    | VoidingAspect
    | CountAspect
    | ChoiceAspect
)
AnyAspect = Annotated[_Written, Field(discriminator="kind")]
Aspect = _Written | FaultAspect  # those of a fault sheet are made, not written


def worth(aspect: Aspect) -> Decimal:
    """The most points an aspect can bring; deductions and what is only measured bring none."""
    if isinstance(aspect, MarkAspect):
        return aspect.max
    found = getattr(aspect, "worth", None)
    return found if isinstance(found, Decimal) else ZERO
