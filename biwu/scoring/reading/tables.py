"""A table of one of the files: its columns by name, and its rows with their line numbers, one at a time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from biwu.scoring.reading.faults import Faults, Said
from biwu.scoring.reading.headings import Columns
from domain.errors import Malformed
from web.exports.safe import bare
from web.imports.faults import shown_text
from web.imports.reading.compound import SIGNATURE
from web.imports.reading.delimited import decoded, delimiter
from web.imports.reading.files import MARKUP, NO_TABLES, read_sheets
from web.imports.spelling import text_of, tidy

_SEPARATOR = re.compile(r'"?sep=([,;\t])"?\s*?(?:\r?\n|\r|\Z)', re.IGNORECASE)
_WHOLE = re.compile(r"[+-]?[0-9:]+", re.ASCII)

Row = tuple[int, Sequence[str]]  # line number from 1, cells


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: heading → its place in a row, which may be shorter than that. `rows` can be gone through once.

    `comma`: no comma parts the cells, so that one within a number is a decimal comma.
    """

    name: str
    line: int
    columns: dict[str, int]
    rows: Iterator[Row]
    comma: bool = False


def open_table(content: bytes, name: str, asked: Columns, faults: Faults) -> Table | None:
    """The table in a CSV file or workbook; None, with faults, for one that cannot be read."""
    try:
        rows, sign = _rows(content, name, faults)
    except Malformed as malformed:
        for fault in malformed.faults:
            faults.add(name, 0, "", (fault.zh, fault.en))
        return None
    line, headings = next(rows, (1, ()))
    texts = list(headings)
    while texts and not tidy(bare(texts[-1])):
        texts.pop()
    if not texts:
        faults.add(name, 0, "", ("文件是空的", "the file is empty"))
        return None
    columns = asked.places(name, line, texts, faults)
    checked = _checked(rows, name, len(texts), faults)
    return None if columns is None else Table(name, line, columns, checked, comma=sign != ",")


def _rows(content: bytes, name: str, faults: Faults) -> tuple[Iterator[Row], str]:
    """Rows with something in them, and the sign that parts their cells. Raises: Malformed for what is no table."""
    if content.startswith((b"PK", SIGNATURE, *NO_TABLES)) or MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")[:1000]):
        shown = [sheet for sheet in read_sheets(content, name) if not sheet.hidden]
        return (_of_sheet([[text_of(cell) for cell in row] for row in shown[0].rows]) if shown else iter(())), ""
    text = decoded(content)
    told = _SEPARATOR.match(text)  # a first line by which spreadsheet programs are told the separator
    sign = told[1] if told else delimiter(text)
    return _of_text(text, sign, told is not None, name, faults), sign


def _of_sheet(rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    width = max(map(len, rows), default=0)
    for line, row in enumerate(rows, start=1):
        if any(row):
            yield line, [*row, *[""] * (width - len(row))]


def _of_text(text: str, sign: str, told: bool, name: str, faults: Faults) -> Iterator[Row]:  # noqa: FBT001 - one caller
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    if told:
        next(reader)
    line = reader.line_num + 1
    try:
        for row in reader:
            if any(row) and (row[0].strip() or "".join(row).strip()):
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        en = "a quotation mark without its partner, or too long a cell"
        faults.add(name, reader.line_num, "", ("引号不成对，或内容过长", en))


def _checked(rows: Iterator[Row], name: str, width: int, faults: Faults) -> Iterator[Row]:
    for line, row in rows:
        if len(row) > width and any(cell.strip() for cell in row[width:]):
            faults.add(name, line, "", _too_many(row, width))
            continue
        yield line, row


def _too_many(row: Sequence[str], width: int) -> Said:
    """More cells than headings; where two numbers meet, one was probably written with a decimal comma."""
    cells = list(map(tidy, row))
    if any(_WHOLE.fullmatch(one) and other.isdecimal() for one, other in pairwise(cells[width - 2 :])):
        zh = f"此行有 {len(row)} 格，列名只有 {width} 个：是小数逗号吗？小数点请写“.”，或用分号、制表符分列"
        en = f"{len(row)} cells under {width} headings: a decimal comma? Write the decimal point as “.”"
        return zh, f"{en}, or part the cells with semicolons or tabs"
    extra = shown_text(next(cell for cell in row[width:] if cell.strip()))
    return (
        f"此行有 {len(row)} 格，列名只有 {width} 个（多出“{extra}”）",
        f"{len(row)} cells under {width} headings (“{extra}” is too many)",
    )
