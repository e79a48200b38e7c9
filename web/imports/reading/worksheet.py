"""One sheet of an .xlsx workbook: every cell's value, told apart from errors and formulas nobody has computed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from web.imports.reading.cells import Cell, Grid, Merge, Odd, in_format, number
from web.imports.reading.limits import Allowance, unreadable

REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?")
LONGEST = 40  # characters of a number; a spreadsheet writes at most 17 digits


@dataclass(frozen=True, slots=True)
class Lookup:
    """What cells refer to: shared strings, number formats by style, and from when days are counted."""

    strings: list[str]
    formats: list[str]
    from_1904: bool


def position(reference: str) -> tuple[int, int]:
    """`C7` -> (6, 2), row and column from 0. Raises Malformed."""
    found = REFERENCE.fullmatch(reference)
    if found is None:
        raise unreadable(f"文件已损坏：没有单元格“{reference[:20]}”", f"damaged: there is no cell “{reference[:20]}”")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def unescaped(text: str) -> str:
    """Text as it is meant: workbooks write signs XML cannot hold as `_x000D_`, and that itself as `_x005F_x000D_`."""
    if "_x" not in text:
        return text
    plain = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")  # two escapes may be one sign


@dataclass(slots=True)
class Worksheet:
    """Takes one sheet's elements as they come. A cell without a place of its own stands right of the one before."""

    lookup: Lookup
    allowance: Allowance
    grid: Grid = field(init=False)
    row: int = -1
    column: int = -1
    kind: str = ""
    style: str = ""
    inside: str = ""
    aids: int = 0
    valued: bool = False
    runs: list[str] = field(default_factory=list)
    formula: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.grid = Grid(self.allowance)

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "c":
            self._open(attributes)
        elif element == "row":
            self.row = position(f"A{attributes['r']}")[0] if "r" in attributes else self.row + 1
            self.column = -1
        elif element == "rPh":
            self.aids += 1
        elif element == "f" or (element == ("t" if self.kind == "inlineStr" else "v") and not self.aids):
            self.inside = element
            self.valued = self.valued or element != "f"
        elif element == "mergeCell":
            self.grid.merges.append(_merge(attributes.get("ref", "")))

    def _open(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self.row, self.column = position(attributes["r"])
        else:
            self.column += 1
        self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "0")
        self.runs, self.formula, self.valued = [], [], False

    def text(self, letters: str) -> None:
        if self.inside:
            (self.formula if self.inside == "f" else self.runs).append(letters)

    def end(self, element: str) -> None:
        self.inside = ""
        if element == "rPh":
            self.aids -= 1
        elif element == "c":
            self.grid.put(self.row, self.column, self._cell("".join(self.runs)))

    def _cell(self, value: str) -> Cell:
        if value == "" and self.formula and not (self.valued and self.kind == "str"):
            return Odd("formula", "=" + "".join(self.formula)[:60])
        if value == "" or self.kind in {"str", "inlineStr"}:
            return unescaped(value)
        if self.kind == "s":
            return self._shared(value)
        if self.kind == "n":
            return self._number(value)
        if self.kind == "b":
            return Odd("truth", "FALSE" if value == "0" else "TRUE")
        return Odd("date" if self.kind == "d" else "error", value[:60])

    def _shared(self, value: str) -> str:
        if not value.isascii() or not value.isdigit() or int(value[:9]) >= len(self.lookup.strings):
            raise unreadable("文件已损坏：缺少文字", "damaged: a text in it is missing")
        return self.lookup.strings[int(value[:9])]

    def _number(self, value: str) -> Cell:
        if len(value) > LONGEST or NUMBER.fullmatch(value) is None:
            return Odd("error", value[:60])
        style = int(self.style[:9]) if self.style.isascii() and self.style.isdigit() else 0
        code = self.lookup.formats[style] if style < len(self.lookup.formats) else ""
        return in_format(number(float(value)), code, from_1904=self.lookup.from_1904)


def _merge(reference: str) -> Merge:
    first, _, last = reference.partition(":")
    return (*position(first), *position(last or first))
