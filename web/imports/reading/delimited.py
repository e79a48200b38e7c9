"""A CSV file in UTF-8, GB18030 or UTF-16, parted by commas, semicolons or tabs: whatever the program made of it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import islice

from web.exports.safe import bare
from web.imports.reading.cells import Grid, Sheet
from web.imports.reading.limits import Allowance, Limits, unreadable

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
DELIMITERS = ",;\t"
LOOKED_AT = 20  # lines in which the delimiter shows


def read_csv(content: bytes, limits: Limits) -> list[Sheet]:
    """One nameless sheet; rows are numbered as a spreadsheet program shows them. Raises Malformed."""
    text = decoded(content)
    grid = Grid(Allowance(limits))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(text), strict=True)
    try:
        for row, cells in enumerate(lines):
            for column, cell in enumerate(cells):
                grid.put(row, column, bare(cell) if cell.strip() else "")
    except csv.Error as error:
        raise unreadable(
            f"第 {lines.line_num} 行的引号不成对，或内容过长",
            f"line {lines.line_num}: a quotation mark without its partner, or too long a field",
        ) from error
    return [grid.sheet("")]


def decoded(content: bytes) -> str:
    """The file as text. Raises Malformed for no text, and for one in an unknown encoding."""
    text = _text(content)
    odd = CONTROLS.search(text)
    if odd is not None:
        line = text.count("\n", 0, odd.start()) + 1
        raise unreadable(
            f"这不是文本文件（第 {line} 行有控制字符 U+{ord(odd[0]):04X}）",
            f"not a text file (control character U+{ord(odd[0]):04X} in line {line})",
        )
    return text


def _text(content: bytes) -> str:
    """A mark at the front decides; else UTF-8 if it is valid, for hardly any GB18030 text is valid UTF-8 by chance."""
    encodings = [encoding for mark, encoding in MARKS if content.startswith(mark)] or ["utf-8", "gb18030"]
    place = 0
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            place = error.start
    raise unreadable(
        f"无法识别文字编码（第 {place + 1} 字节）；请另存为 CSV UTF-8 或 .xlsx",
        f"unknown text encoding (at byte {place + 1}); save it as CSV UTF-8 or .xlsx",
    )


def delimiter(text: str) -> str:
    """The sign that parts the most lines; a quoted one does not count. Ties go to the comma, then the semicolon."""
    lines = [re.sub(r'"[^"]*"', "", line) for line in islice(io.StringIO(text), LOOKED_AT)]

    def parted(sign: str) -> tuple[int, int]:
        return sum(sign in line for line in lines), sum(line.count(sign) for line in lines)

    return max(DELIMITERS, key=parted)
