"""The eight skill grades of China, lowest first, and the several ways one of them is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

# the five of the middle also go by a number, on certificates with 级 behind it
_GRADES: tuple[tuple[str, ...], ...] = (
    ("学徒工",),
    ("初级工", "5", "五"),
    ("中级工", "4", "四"),
    ("高级工", "3", "三"),
    ("技师", "2", "二"),
    ("高级技师", "1", "一"),
    ("特级技师",),
    ("首席技师",),
)
_RANKS = {name: rank for rank, names in enumerate(_GRADES) for name in (*names[:2], *(f"{n}级" for n in names[1:]))}
_BOTH = re.compile(r"(.+?)\s*(?:/\s*(.+)|\(\s*(.+?)\s*\))")  # 三级/高级工, 高级工(3)
_NONE = frozenset(("", "-", "—", "/", "无", "none", "n/a"))

GRADE_WORDS = (
    "技能等级，如 高级工、3、三级、高级工(3)、三级/高级工（名称与级别一致）；没有则留空或写“无”",
    "a skill grade such as 高级工, 3, 三级, 高级工(3) or 三级/高级工 (both the same); empty or “none” for none",
)


def rank_of(written: str) -> int | None:
    """0 for an apprentice up to 7 for a chief technician. None for anything else.

    `技师`, `2`, `二级`, `技师(2)` and `二级/技师` are one; of two parts both have to be the same grade.

    Rule: docs/rules/honours.md
    """
    text = normalize("NFKC", written).strip()
    both = _BOTH.fullmatch(text)
    if both is None:
        return _RANKS.get(text)
    one, other = _RANKS.get(both[1]), _RANKS.get(both[2] or both[3])
    return one if one == other else None


def holds_none(written: str) -> bool:
    """Whether it says that no grade is held."""
    return written.strip().casefold() in _NONE


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
