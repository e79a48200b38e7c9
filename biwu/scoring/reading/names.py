"""How names are compared: width, case and spaces part nobody, nor does the kind of a middle dot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from web.exports.safe import bare
from web.imports.spelling import DROPPED

_DOTS = str.maketrans("·•‧⋅・", ".....")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])", re.ASCII)


@lru_cache(maxsize=65_536)
def folded(text: str) -> str:
    """One spelling of all that look alike: `评委 ３`, `评委3`; `j1`, `J1`."""
    half = unicodedata.normalize("NFKC", bare(text.strip()).translate(DROPPED))
    return "".join(half.casefold().split()).translate(_DOTS)


def without_zeros(text: str) -> str:
    """Folded, and without the zeros before a number, which spreadsheets drop: `A01` and `A1` are `a1`."""
    return _ZEROS.sub("", folded(text))


def by_name(things: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Folded id or title → id. A title that several bear leads nowhere, and an id goes before any title."""
    found: dict[str, set[str]] = {}
    ids = [(own, list(titles)) for own, titles in things]
    for own, titles in ids:
        for title in titles:
            found.setdefault(folded(title), set()).add(own)
    known = {name: next(iter(owns)) for name, owns in found.items() if len(owns) == 1}
    return known | {folded(own): own for own, _ in ids}
