"""One mark as text: canonical decimals, checked against the range and step of an aspect."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from domain.errors import Refused
from domain.rulebook.panels import Aspect

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


def fitting(text: str, aspect: Aspect) -> str:
    """The canonical text of a mark that its aspect takes.

    Raises: Refused not-a-number, mark-outside-range, mark-off-step.
    """
    value = number(text)
    match aspect.objection(value):
        case "":
            return canonical(value)
        case "off-step":
            raise Refused("mark-off-step", found=canonical(value), step=canonical(aspect.step))
        case _:
            low, high = canonical(aspect.min), canonical(aspect.max)
            raise Refused("mark-outside-range", found=canonical(value), low=low, high=high)
