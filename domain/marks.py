"""One mark as text: a canonical decimal within its aspect, or the token of an attempt without result."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from domain.errors import Refused
from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Panel
from domain.scoring.statuses import DECLINED, DID_NOT_FINISH, DID_NOT_START, DISQUALIFIED

WITHOUT_RESULT = (DID_NOT_START.token, DID_NOT_FINISH.token, DISQUALIFIED.token, DECLINED.token)
# ASCII digits only; a dozen of them is more than any contest needs and keeps arithmetic small.
_NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", re.ASCII)


@lru_cache(maxsize=65_536)
def number(text: str) -> Decimal:
    """The exact number a text states. Raises: Refused("not-a-number") for anything but plain decimal digits."""
    if _NUMBER.fullmatch(text) is None:
        raise Refused("not-a-number", found=text[:20])
    return Decimal(text)


@lru_cache(maxsize=65_536)
def canonical(value: Decimal) -> str:
    """One spelling for each number: no exponent, no trailing zeros, no minus zero ("8.50" → "8.5")."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def takes_token(panel: Panel, aspect: Aspect) -> bool:
    """Whether an attempt without result can be entered here: of several attempts, for a time and for a measure."""
    return panel.attempts > 1 or aspect.kind in {"time", "measured"}


def fitting(text: str, panel: Panel, aspect: Aspect) -> str:
    """The canonical text of a mark that this aspect of the panel takes.

    Where `takes_token` says so, a token of WITHOUT_RESULT stands for an attempt that brought none.
    Raises: Refused no-attempt-here, not-a-number, mark-outside-range, mark-off-step.
    """
    if text in WITHOUT_RESULT:
        if takes_token(panel, aspect):
            return text
        raise Refused("no-attempt-here", found=text, panel=panel.id, aspect=aspect.id)
    value = number(text)
    match aspect.objection(value):
        case "":
            return canonical(value)
        case "off-step":
            raise Refused("mark-off-step", found=canonical(value), step=canonical(aspect.step))
        case _:
            low, high = canonical(aspect.min), canonical(aspect.max)
            raise Refused("mark-outside-range", found=canonical(value), low=low, high=high)
