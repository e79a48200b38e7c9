"""What can stand in a cell, and the sheet of them: text, an exact number, or something odd that is told apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Literal

from web.imports.reading.limits import Allowance


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that is neither text nor a plain number; `shown` is about what the organiser sees in it."""

    kind: Literal["date", "percent", "truth", "error", "formula"]
    shown: str


Cell = str | Decimal | Odd  # "" is an empty cell

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, from 0, all inside


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of cells from A1, each as long as it has something in it; `name` is empty for CSV.

    A cell merged downwards stands in every row it covers; `filled` names the (row, column) where it was put in.
    """

    name: str
    hidden: bool
    rows: tuple[tuple[Cell, ...], ...]
    filled: frozenset[tuple[int, int]] = frozenset()


@dataclass(slots=True)
class Grid:
    """Collects one sheet's cells in any order, within the file's allowance."""

    allowance: Allowance
    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Puts a cell in its place, counted from 0; an empty one takes none. Raises Malformed when it is too much."""
        if cell == "":
            return
        self.allowance.place(row, column)
        if isinstance(cell, str):
            self.allowance.letters(len(cell))
        self.cells.setdefault(row, {})[column] = cell

    def sheet(self, name: str, *, hidden: bool = False) -> Sheet:
        filled = self._fill_down()
        height = max(self.cells, default=-1) + 1
        return Sheet(name, hidden, tuple(self._row(number) for number in range(height)), filled)

    def _row(self, number: int) -> tuple[Cell, ...]:
        cells = self.cells.get(number, {})
        return tuple(cells.get(column, "") for column in range(max(cells, default=-1) + 1))

    def _fill_down(self) -> frozenset[tuple[int, int]]:
        """One delegation merged over its three contestants is said of each of them; rows without a cell stay empty."""
        own, filled = sorted(self.cells), set()
        for first, column, last, _ in self.merges:
            cell = self.cells.get(first, {}).get(column, "")
            covered = own[bisect_right(own, first) : bisect_right(own, last)]
            for row in covered if cell != "" else ():
                self.put(row, column, cell)
                filled.add((row, column))
        return frozenset(filled)


_LASTING = re.compile(r"\[(h+|m+|s+)\]")  # hours, minutes or seconds that go on counting


def number(value: float) -> Cell:
    """The shortest decimal that is this float: 8.1 for the 8.0999999999999996 a spreadsheet stores."""
    exact = Decimal(repr(value))
    return exact if exact.is_finite() else Odd("error", repr(value))


def clocked(serial: Decimal) -> Odd:
    """A time of day or a length of time as hours, minutes and seconds: 0:40:25, 25:00:00, 0:01:02.345.

    A spreadsheet keeps it as a part of a day, and so exact to far less than a thousandth of a second.
    """
    of_day = (serial * 86_400).quantize(Decimal("0.001"))
    rest = of_day % 60
    hours, minutes = divmod(int(of_day // 60), 60)
    whole, _, part = f"{rest:06.3f}".partition(".")
    return Odd("date", f"{hours}:{minutes:02}:{whole}" + (f".{part.rstrip('0')}" if int(part) else ""))


def dated(serial: Decimal, *, from_1904: bool) -> Odd:
    """A spreadsheet's day number as the date it shows."""
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's dates have no zone
    try:
        moment = start + timedelta(seconds=round(float(serial) * 86_400))
    except OverflowError:
        return Odd("date", str(serial))
    day, time = moment.date().isoformat(), moment.time().isoformat("minutes")
    return Odd("date", day if time == "00:00" else f"{day} {time}")


def in_format(value: Cell, code: str, *, from_1904: bool) -> Cell:
    """A number as its format makes it be read: a date, a percentage, an entry number with zeros in front."""
    if not isinstance(value, Decimal):
        return value
    meaning = _meaning(code)
    if (meaning == "time" and value >= 0) or (meaning == "date" and 0 <= value < 1):  # no date lies before the first
        return clocked(value)
    if meaning in {"date", "time"}:
        return dated(value, from_1904=from_1904)
    if meaning == "percent":
        return Odd("percent", f"{(value * 100).normalize():f}%")
    if code.strip("0") == "" and len(code) > 1 and value == value.to_integral_value() and value >= 0:
        return f"{value:f}".partition(".")[0].zfill(len(code))
    return value


def _meaning(code: str) -> Literal["date", "time", "percent", ""]:
    """What a number format's code says, outside quotes, brackets and escaped signs."""
    bare, quoted, skip = [], False, False
    for sign in code.lower():
        if skip:
            skip = False
        elif quoted:
            quoted = sign not in '"]'
        elif sign in '"[':
            quoted = True
        elif sign in "\\_*":
            skip = True
        else:
            bare.append(sign)
    section = "".join(bare).partition(";")[0]
    if "%" in section:
        return "percent"
    letters, lasting = set(section) & set("ymdhs"), _LASTING.search(code.lower()) is not None
    if letters & set("hs") or lasting:
        return "date" if letters & set("yd") else "time"
    return "date" if letters else ""
