"""Makes the tables that organisers send: real files, written by the programs' own libraries or byte by byte."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import openpyxl
import xlwt

from domain.rulebook.aspects import MarkAspect
from domain.rulebook.parts import Words

SHEET = "xl/worksheets/sheet1.xml"
OPEN = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CLOSE = "</sheetData></worksheet>"
HEADINGS = ["参赛号", "姓名", "代表队"]


def xlsx(*rows, title="名单", merged=(), hidden=()):
    """A workbook of one sheet; `hidden` adds sheets (title, rows) that are not to be seen."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for area in merged:
        book.active.merge_cells(area)
    for name, content in hidden:
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden"
        for row in content:
            sheet.append(list(row))
    return saved(book)


def saved(book):
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def xls(*rows, title="名单", merged=(), formats=None):
    """The old kind; `formats` maps (row, column) to a number format, `merged` holds (top, bottom, left, right)."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet(title, cell_overwrite_ok=True)  # a merge writes its cells first
    for top, bottom, left, right in merged:
        sheet.merge(top, bottom, left, right)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            style = xlwt.easyxf(num_format_str=(formats or {}).get((row, column), "General"))
            sheet.write(row, column, cell, style)
    return saved(book)


def csv(*rows, encoding="utf-8", delimiter=","):
    return "".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding)


def with_part(content, name, part):
    """The same zip with one part replaced or added."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != name:
                new.writestr(each, old.read(each))
        new.writestr(name, part)
    return written.getvalue()


def sheet_of(xml):
    """A workbook whose sheet is written by hand: what stands between <sheetData> and its end."""
    return with_part(xlsx(["x"]), SHEET, f"{OPEN}{xml}{CLOSE}")


def paper(top="100", step="0.5"):
    return MarkAspect(id="paper", title=Words(zh="理论", en="Theory"), max=Decimal(top), step=Decimal(step))


def told(malformed):
    """A fault list as (place, English sentence) pairs."""
    return [(fault.place, fault.en) for fault in malformed.value.faults]
