"""Ranked rows that are made again only where something moved."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import Any

from domain.rulebook.parts import Display
from projections.rows.listing import Listing, as_written
from projections.rows.view import Plain, Row, View

# Beyond so many changed rows one sort is cheaper than as many insertions.
_SORT_ANEW = 64


class Table:
    """Copied on each change, so that every view it handed out stays as it was; copying pointers is what is cheap."""

    def __init__(self) -> None:
        self._codes: tuple[str, ...] = ()
        self._index: dict[str, int] = {}
        self._rows: list[Row] = []
        self._keys: list[Any] = []

    def lay(self, rows: dict[str, Row]) -> None:
        """All rows anew, by code, in the order given."""
        self._codes = tuple(rows)
        self._index = {code: number for number, code in enumerate(rows)}
        self._rows = list(rows.values())
        self._keys = sorted(row.key for row in self._rows)

    def put(self, changed: dict[str, Row]) -> None:
        """Replaces some rows, by code. Raises: KeyError for a code that does not lie here."""
        rows, keys = self._rows.copy(), self._keys.copy()
        few = len(changed) <= _SORT_ANEW
        for code, row in changed.items():
            number = self._index[code]
            if few:
                del keys[bisect_left(keys, rows[number].key)]
                insort(keys, row.key)
            rows[number] = row
        self._rows = rows
        self._keys = keys if few else sorted(row.key for row in rows)

    def as_written(self, display: Display) -> Listing | None:
        """Places by the keys, over all rows; None where they are counted."""
        return as_written(self._rows, display)

    def view(self, revision: int, head: Plain, listed: Listing | None = None) -> View:
        return View(revision, head, self._codes, self._rows, self._keys, self._index, listed)
