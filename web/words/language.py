"""Which language a reader gets: the one they chose, else the one their browser asks for, else Chinese."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def pick(accept_language: str | None, cookie: str | None) -> Language:
    """The language for one request, from its Accept-Language header and the cookie the switch sets.

    A cookie holding neither `zh` nor `en` counts as none; a broken header counts as no wish.
    """
    for language in (cookie, *_wishes(accept_language or "")):
        for known in LANGUAGES:
            if language == known:
                return known
    return "zh"


def _wishes(header: str) -> list[str]:
    """Primary subtags (`zh` of `zh-TW`), most wanted first; what the browser refuses (q=0) is left out."""
    weighed = []
    for part in header.split(","):
        tag, _, parameter = part.partition(";")
        weight = _weight(parameter)
        if weight:
            weighed.append((weight, tag.strip().lower().partition("-")[0]))
    return [tag for _, tag in sorted(weighed, key=lambda wish: -wish[0])]


def _weight(parameter: str) -> int:
    """The q-value in thousandths: at most three decimals exist, so that no float is needed."""
    name, _, number = parameter.strip().partition("=")
    if not name:
        return 1000
    whole, _, decimals = number.strip().partition(".")
    digits = whole + decimals[:3].ljust(3, "0")
    return min(int(digits), 1000) if name == "q" and digits.isascii() and digits.isdecimal() else 0
