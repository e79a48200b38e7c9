"""The eight skill grades of China, lowest first, and the several ways one of them is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

# the five of the middle also go by a number
_GRADES: tuple[tuple[str, ...], ...] = (
    ("学徒工",),
    ("初级工", "5"),
    ("中级工", "4"),
    ("高级工", "3"),
    ("技师", "2"),
    ("高级技师", "1"),
    ("特级技师",),
    ("首席技师",),
)
_RANKS = {name: rank for rank, names in enumerate(_GRADES) for name in names}
_NUMBERED = re.compile(r"(.+?)\s*[(（][1-5][)）]")


def rank_of(written: str) -> int | None:
    """0 for an apprentice up to 7 for a chief technician; `技师`, `2` and `技师(2)` are one. None for anything else.

    Rule: docs/rules/honours.md
    """
    found = _NUMBERED.fullmatch(written.strip())
    return _RANKS.get(found[1] if found else written.strip())


def same_grade(one: str, other: str) -> bool:
    """Rule: docs/rules/honours.md."""
    rank = rank_of(one)
    return one.strip() == other.strip() or (rank is not None and rank == rank_of(other))


def promoted(gives: str, held: str, if_holds: Mapping[str, str]) -> str | None:
    """What is given to who holds this grade; None when that is the one held, or a lower one.

    Rule: docs/rules/honours.md
    """
    given = next((instead for grade, instead in if_holds.items() if held and same_grade(grade, held)), gives)
    now, then = rank_of(held), rank_of(given)
    if now is not None and then is not None and now >= then:
        return None
    return given
