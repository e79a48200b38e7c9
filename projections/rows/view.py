"""A view that does not change any more: a head and ranked rows, cheap to make again after one row moved.

Places are counted where they can be: the place of a row is one more than the number of better keys, so equal keys
share a place and the next place is skipped (1224). Places of other kinds are listed, row by row.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Plain = dict[str, Any]  # text, numbers, booleans, None, lists and dicts of them: ready for JSON or msgpack

# What of a row says where it stands, and is no cell of its own.
PLACING = ("place", "order", "shown", "category")


class Row(NamedTuple):
    """`cells` is what is shown, with the code under "code". `key` sorts best first and never leaves the process.

    A row that is not `placed` has no place of its own, but those behind it count it.
    """

    cells: Plain
    key: Any
    placed: bool


@dataclass(frozen=True, slots=True)
class View:
    """`rows` stand in the order of `codes`; `keys` are theirs, best first. Read, never write.

    `listed`: code → what is to be said of its place, for every row; None where places are counted from the keys.
    """

    revision: int
    head: Plain
    codes: tuple[str, ...]
    rows: Sequence[Row]
    keys: Sequence[Any]
    index: dict[str, int] = field(repr=False)
    listed: Mapping[str, Plain] | None = field(default=None, repr=False)

    def row(self, code: str) -> Row:
        """Raises: KeyError for a code that is not on this view."""
        return self.rows[self.index[code]]

    def place(self, row: Row) -> int | None:
        place: int | None = self.placing(row)["place"]
        return place

    def placing(self, row: Row) -> Plain:
        """Where a row stands: `place`; if places are listed `order` and, where there is one, `shown` and `category`."""
        if self.listed is not None:
            return self.listed[row.cells["code"]]
        return {"place": bisect_left(self.keys, row.key) + 1 if row.placed else None}

    def shown(self, row: Row) -> Plain:
        """A row's cells and where it stands, as a page gets it."""
        return {**row.cells, **self.placing(row)}

    def plain(self) -> Plain:
        """The whole view as a page gets it: `revision`, `head`, and `rows` from first to last."""
        rows = sorted((self.shown(row) for row in self.rows), key=by_place)
        return {"revision": self.revision, "head": self.head, "rows": rows}


def by_place(shown: Plain) -> tuple[bool, int, int, str]:
    """The order of rows on a page: as listed, else by place, those without one last, within a place by code.

    A shorter code stands before a longer one.
    """
    if "order" in shown:
        return (False, shown["order"], 0, "")
    place, code = shown["place"], shown["code"]
    return (place is None, place or 0, len(code), code)
