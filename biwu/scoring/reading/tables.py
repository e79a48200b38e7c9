"""A table of one of the files: its columns by name, and its rows with their line numbers, one at a time."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biwu.scoring.reading.faults import Faults
from biwu.scoring.reading.headings import Columns
from domain.errors import Malformed
from web.exports.safe import bare
from web.imports.faults import shown_text
from web.imports.reading.compound import SIGNATURE
from web.imports.reading.delimited import decoded, delimiter
from web.imports.reading.files import MARKUP, NO_TABLES, read_sheets
from web.imports.spelling import text_of, tidy

_SEPARATOR = re.compile(r'"?sep=([,;\t])"?\s*?(?:\r?\n|\r|\Z)', re.IGNORECASE)

Row = tuple[int, Sequence[str]]  # line number from 1, cells


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: heading → its place in a row, which may be shorter than that. `rows` can be gone through once."""

    name: str
    line: int
    columns: dict[str, int]
    rows: Iterator[Row]


def open_table(content: bytes, name: str, asked: Columns, faults: Faults) -> Table | None:
    """The table in a CSV file or workbook; None, with faults, for one that cannot be read."""
    try:
        rows = _rows(content, name, faults)
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
    return None if columns is None else Table(name, line, columns, _checked(rows, name, len(texts), faults))


def _rows(content: bytes, name: str, faults: Faults) -> Iterator[Row]:
    """Rows with something in them. Raises: Malformed for what is no table."""
    if content.startswith((b"PK", SIGNATURE, *NO_TABLES)) or MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")[:1000]):
        shown = [sheet for sheet in read_sheets(content, name) if not sheet.hidden]
        return _of_sheet([[text_of(cell) for cell in row] for row in shown[0].rows]) if shown else iter(())
    text = decoded(content)
    return _of_text(text, name, faults)


def _of_sheet(rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    width = max(map(len, rows), default=0)
    for line, row in enumerate(rows, start=1):
        if any(row):
            yield line, [*row, *[""] * (width - len(row))]


def _of_text(text: str, name: str, faults: Faults) -> Iterator[Row]:
    told = _SEPARATOR.match(text)  # a first line by which spreadsheet programs are told the separator
    sign = told[1] if told else delimiter(text)
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
            extra = shown_text(next(cell for cell in row[width:] if cell.strip()))
            zh = f"此行有 {len(row)} 格，列名只有 {width} 个（多出“{extra}”）"
            faults.add(name, line, "", (zh, f"{len(row)} cells under {width} headings (“{extra}” is too many)"))
            continue
        yield line, row
