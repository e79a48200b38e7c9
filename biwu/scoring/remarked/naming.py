"""How many things a remark names, and how it says that there are more."""

from __future__ import annotations

from collections.abc import Sequence

MOST = 20  # remarks of one sort, and names in one remark
FEW = 5  # marks, aspects or lines that a remark shows of one thing


def listed(names: Sequence[str], most: int = MOST) -> str:
    """The first of them, and how many more."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" … (+{more:,})" if more > 0 else "")
