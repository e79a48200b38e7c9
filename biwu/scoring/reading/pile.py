"""The marks of a file on one pile, five small figures each: half a million of them lie in some fifty megabytes."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from biwu.scoring.reading.names import folded

ALL = 0  # the judge of a mark that stands for every seat
_JUDGES = 1 << 24  # more than there can be rows


class Pile:
    """In the order of the file. `values` are canonical decimal text or a token; `judges` the names, by number.

    A value at fault is "": nothing is scored then, but whose it is can still be looked at. `spelled`: judge → other
    spellings of the name. `statuses`: (entry, module id) → (status word, line); `withdrawn`: entry → line.
    """

    def __init__(self) -> None:
        self.lines = array("q")
        self.entries = array("q")
        self.cells = array("q")
        self.by = array("q")
        self.values: list[str] = []
        self.judges: list[str] = ["*"]
        self.statuses: dict[tuple[int, str], tuple[str, int]] = {}
        self.withdrawn: dict[int, int] = {}
        self.spelled: dict[int, set[str]] = {}
        self._numbers: dict[tuple[bool, str], int] = {}
        self._seen: dict[int, int] = {}

    def judge(self, name: str, *, seat: bool) -> int:
        """The judge's number, from 1. Who bears no `seat` of the rulebook may be spelled in several ways."""
        key = (seat, name if seat else folded(name))
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.judges)
            self.judges.append(name)
        elif name != self.judges[found]:
            self.spelled.setdefault(found, set()).add(name)
        return found

    def put(self, line: int, entry: int, cell: int, judge: int, value: str) -> int:
        """0, or the line in which this cell has its mark already."""
        place = len(self.values)
        first = self._seen.setdefault(((entry << 32) + cell) * _JUDGES + judge, place)
        if first != place:
            return self.lines[first]
        self.lines.append(line)
        self.entries.append(entry)
        self.cells.append(cell)
        self.by.append(judge)
        self.values.append(value)
        return 0

    def read(self) -> None:
        """Nothing more comes: what only kept doubles away is forgotten."""
        self._seen.clear()

    def __len__(self) -> int:
        return len(self.values)

    def rows(self) -> Iterator[tuple[int, int, int, int]]:
        """Entry, cell, judge and the mark's own place, in the order of the file."""
        return zip(self.entries, self.cells, self.by, range(len(self)), strict=True)
