"""Numbers and times as people write them: full-width or half-width, with an invisible sign, with a decimal comma."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from biwu.scoring.reading.names import by_name, folded
from domain.entrants import truth
from domain.marks import canonical
from domain.rulebook.aspects import Aspect, ChoiceAspect, TimeAspect, VoidingAspect, YesNoAspect
from web.exports.safe import bare
from web.imports.spelling import DROPPED, SIGNS

_MINUS = {ord("−"): "-"}
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,12}(?:\.[0-9]{1,12})?|\.[0-9]{1,12})", re.ASCII)
_TIME = re.compile(r"(?:([0-9]{1,3}):(?=[0-9]{2}:))?([0-9]{1,3}):([0-9]{2}(?:\.[0-9]{1,9})?)", re.ASCII)
_COMMA = re.compile(r"((?:[^=,，]*=)?[+-]?[0-9:]*[0-9])[,，]([0-9]+)", re.ASCII)


def plain(text: str) -> str:
    """Half-width, without invisible signs, spaces around it, and the apostrophe that keeps it from running."""
    return bare(text.strip()).translate(DROPPED).translate(SIGNS).translate(_MINUS).strip()


def with_point(text: str) -> str:
    """A number, time or cut (`gold=33,5`) with a decimal comma as one with a point."""
    found = _COMMA.fullmatch(plain(text)) if "," in text or "，" in text else None
    return f"{found[1]}.{found[2]}" if found else text


def bare_number(text: str) -> Decimal | None:
    """The exact number a text states, a plus sign and a missing first zero allowed."""
    return Decimal(canonical(Decimal(text))) if _NUMBER.fullmatch(text) else None


def timed(text: str) -> re.Match[str] | None:
    """Hours if any, minutes and seconds, where a text is written like a time."""
    return _TIME.fullmatch(text)


def entered(text: str, aspect: Aspect) -> Decimal | None:
    """The number that a text enters for an aspect; None for what is none."""
    if isinstance(aspect, ChoiceAspect):
        place = _choices(aspect).get(folded(text))
        return bare_number(text) if place is None else place
    if isinstance(aspect, YesNoAspect | VoidingAspect):
        said = {"有": True, "无": False}.get(text) if isinstance(aspect, VoidingAspect) else None
        said = truth(text) if said is None else said
        return bare_number(text) if said is None else Decimal(said)
    found = timed(text) if isinstance(aspect, TimeAspect) else None
    return seconds(found) if found else bare_number(text)


def seconds(found: re.Match[str]) -> Decimal | None:
    """Of a time; None where sixty and more stand behind a colon."""
    hours, minutes, rest = int(found[1] or 0), int(found[2]), Decimal(found[3])
    if rest >= 60 or (found[1] and minutes >= 60):  # noqa: PLR2004 - of sixty
        return None
    return Decimal(canonical(Decimal(hours * 3600 + minutes * 60) + rest))


@lru_cache(maxsize=1024)
def _choices(aspect: ChoiceAspect) -> dict[str, Decimal]:
    """A choice's id or title, folded → its number from 1, which is what is entered."""
    names = by_name((choice.id, (choice.title.zh, choice.title.en)) for choice in aspect.choices)
    numbers = {choice.id: Decimal(number) for number, choice in enumerate(aspect.choices, 1)}
    return {name: numbers[own] for name, own in names.items()}
