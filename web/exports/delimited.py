"""A table as CSV for spreadsheet programs: UTF-8 with its mark, CRLF, every text in quotation marks."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from decimal import Decimal

from web.exports.safe import guarded, printable

Value = str | int | Decimal | None


def csv_table(headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Headings and rows as a file. Numbers stand exactly as they are (`8.10` keeps its places), None is blank.

    Text is quoted always, so that a program expecting semicolons does not part it, and guarded against running.
    """
    lines = [headings, *rows]
    text = "".join(",".join(map(_cell, line)) + "\r\n" for line in lines)
    return codecs.BOM_UTF8 + text.encode()


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return '"' + guarded(printable(value)).replace('"', '""') + '"' if value else ""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
