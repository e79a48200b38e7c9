"""What a team leader appeals against: the mark that lies farthest below the others of its aspect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from domain.marks import canonical

PANEL = "wire-product"  # the finished stay wire
_TEXT = "拉线成品此项记为 {old} 分；现场复测读数应得 {value} 分，请复核裁判号 {seat} 的原始记录。"

Values = Mapping[str, Mapping[str, Decimal]]  # aspect → seat → mark


def just_missed(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """The board's row of whoever comes first after the first prizes."""
    return next(row for row in rows if (row["place"] or 0) > max(1, len(rows) // 10))


def farthest_out(code: str, values: Values) -> dict[str, str]:
    """Where the mark stands, how it is (`old`), and what it should have been (`value`): the highest beside it."""
    low = {aspect: min(seats, key=lambda seat: seats[seat]) for aspect, seats in values.items()}
    aspect = max(values, key=lambda each: max(values[each].values()) - values[each][low[each]])
    seats, seat = values[aspect], low[aspect]
    old, value = canonical(seats[seat]), canonical(max(seats.values()))
    return {"panel": PANEL, "seat": seat, "code": code, "aspect": aspect, "old": old, "value": value}


def claim(mark: Mapping[str, str]) -> str:
    """What the leader writes about it."""
    return _TEXT.format(**mark)
