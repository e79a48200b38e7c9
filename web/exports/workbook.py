"""A table as an .xlsx workbook: text stays text, numbers keep their places, and nothing in it can run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from web.exports.delimited import Value
from web.exports.safe import RUNS, printable

ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # what a reader would take for an escaped sign
WRITTEN = "%.16g"  # how openpyxl writes a number; one that does not survive it goes in as text
TITLE_SIGNS = re.compile(r"[\\/*?:\[\]]")  # no sheet may be called so
TITLE_LENGTH = 31
CELL_LENGTH = 32_767
NARROW, WIDE = 8, 40  # a column's width in digits


class Sheet(NamedTuple):
    """One table of a file."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def xlsx_table(title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook of one sheet."""
    return xlsx_book([Sheet(title, headings, list(rows))])


def xlsx_book(sheets: Iterable[Sheet]) -> bytes:
    """A sheet for each: headings that stay in view, then rows. Text cells are formatted as text."""
    book = Workbook()
    book.properties.creator = "Biwu"
    book.remove(book.active)
    for each in sheets:
        _sheet(book.create_sheet(TITLE_SIGNS.sub(" ", printable(each.title))[:TITLE_LENGTH]), each)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _sheet(sheet: Worksheet, table: Sheet) -> None:
    _row(sheet, 1, table.headings)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, values in enumerate(table.rows, 2):
        _row(sheet, number, values)
    sheet.freeze_panes = "A2"
    for column, heading in enumerate(table.headings, 1):
        sheet.column_dimensions[get_column_letter(column)].width = min(max(NARROW, 2 * len(heading) + 2), WIDE)


def _row(sheet: Worksheet, row: int, values: Sequence[Value]) -> None:
    for column, value in enumerate(values, 1):
        if value is not None and value != "":
            _fill(sheet.cell(row, column), value)


def _fill(cell: Cell, value: Value) -> None:
    if isinstance(value, str) or Decimal(WRITTEN % value) != value:
        _text(cell, value if isinstance(value, str) else f"{value:f}")
        return
    cell.value = value
    places = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    cell.number_format = "0." + "0" * places if places > 0 else "0"


def _text(cell: Cell, text: str) -> None:
    """As a string, whatever it begins with; marked as typed with an apostrophe where editing could make it run."""
    cell.value = ESCAPE.sub("_x005F_", printable(text))[:CELL_LENGTH]
    cell.data_type = "s"  # openpyxl would make a formula of what begins with =
    cell.number_format = "@"
    cell.quotePrefix = RUNS.match(text) is not None
