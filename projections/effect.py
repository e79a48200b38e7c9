"""What a correction does to the result: every row that changes, before and after side by side."""

from __future__ import annotations

from dataclasses import dataclass

from projections.result import Result
from projections.rows.view import Plain, by_place

_TOLD = ("place", "shared", "values", "total", "complete", "status", "award")


@dataclass(frozen=True, slots=True)
class Moved:
    """One code's row of the official result as it was and as it is; `changed` names what differs of _TOLD."""

    code: str
    before: Plain
    after: Plain
    changed: frozenset[str]


def effect(before: Result, after: Result) -> tuple[Moved, ...]:
    """The rows that change, in order of their places afterwards. Both results must be of the same codes."""
    old = {row["code"]: row for row in before.rows}
    moved = []
    for row in sorted(after.rows, key=by_place):
        was = old[row["code"]]
        changed = frozenset(word for word in _TOLD if row[word] != was[word])
        if changed:
            moved.append(Moved(row["code"], was, row, changed))
    return tuple(moved)
