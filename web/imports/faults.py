"""Faults of a table in words: where, what was found, what was expected, in Chinese and English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.errors import Fault
from web.imports.reading.cells import Cell, Odd
from web.imports.reading.files import shown_name
from web.imports.spelling import text_of

SHOWN = 60
LOST_DIGITS = (
    ("文本格式的号码", "the number as text"),
    ("表格软件只保留 15 位数字，后面的已变成 0", "Spreadsheets keep 15 digits of a number and make the rest zeros"),
)
MERGED = (
    ("每行各有一个单元格", "a cell of its own in every row"),
    ("它与上面的单元格合并了", "It is merged with the cell above"),
)


@dataclass(frozen=True, slots=True)
class CellFault(Fault):
    """A fault with a cell: `row` from 1 and `column` as letters, as the spreadsheet program shows them."""

    sheet: str
    row: int
    column: str
    found: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell: sheet by name ('' in CSV), row and column from 0."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """`成绩!C7`, the way every spreadsheet program and language names a cell."""
        own = f"{letters(self.column)}{self.row + 1}"
        return f"{self.sheet}!{own}" if self.sheet else own


def letters(column: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    before, last = divmod(column, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def found_wrong(place: Place, cell: Cell, expected: tuple[str, str], why: tuple[str, str] = ("", "")) -> CellFault:
    """Something else stands in the cell than what was expected; `why` may say more. Pairs are Chinese and English."""
    shown = shown_text(text_of(cell))
    zh_found, en_found = _found(cell, shown)
    zh = f"{zh_found}；应为：{expected[0]}" + (f"。{why[0]}" if why[0] else "")
    en = f"found {en_found}; expected {expected[1]}" + (f". {why[1]}" if why[1] else "")
    return CellFault(str(place), zh, en, place.sheet, place.row + 1, letters(place.column), shown)


def _found(cell: Cell, shown: str) -> tuple[str, str]:
    if not isinstance(cell, Odd):
        return (f"找到“{shown}”", f"“{shown}”") if shown else ("单元格为空", "an empty cell")
    zh, en = {
        "date": ("日期", "a date"),
        "percent": ("百分数", "a percentage"),
        "truth": ("真假值", "a truth value"),
        "error": ("错误值", "an error value"),
        "formula": ("没有结果的公式", "a formula without a result"),
    }[cell.kind]
    return f"找到{zh}“{shown}”", f"{en} “{shown}”"


def shown_text(text: str) -> str:
    """Text as a fault quotes it: short, every unprintable character by its number."""
    readable = "".join(sign if sign.isprintable() else f"<U+{ord(sign):04X}>" for sign in text[: SHOWN + 1])
    return readable if len(text) <= SHOWN else f"{readable[:SHOWN]}…"


def no_rows(file: str) -> Fault:
    return Fault(shown_name(file), "列名下面没有任何一行", "there is no row under the headings")


def in_order(faults: Sequence[Fault], sheets: Sequence[str]) -> list[Fault]:
    """Faults as one goes through the file: of the whole first, then sheet by sheet, row by row, left to right."""

    def order(fault: Fault) -> tuple[int, int, int, str]:
        if not isinstance(fault, CellFault):
            return (-1, 0, 0, "")
        return (sheets.index(fault.sheet), fault.row, len(fault.column), fault.column)

    return sorted(faults, key=order)
