"""An uploaded file of any kind: told apart by its bytes, not its name, and read into sheets."""

from __future__ import annotations

import re
from dataclasses import replace

from domain.errors import Malformed
from web.imports.reading.cells import Sheet
from web.imports.reading.compound import SIGNATURE
from web.imports.reading.delimited import read_csv
from web.imports.reading.limits import LIMITS, MIB, Limits, unreadable
from web.imports.reading.xls import read_xls
from web.imports.reading.xlsx import read_xlsx

NO_TABLES = {
    b"\x89PNG": ("图片", "a picture"),
    b"\xff\xd8\xff": ("图片", "a picture"),
    b"GIF8": ("图片", "a picture"),
    b"%PDF": ("PDF 文件", "a PDF file"),
    b"Rar!": ("压缩包", "an archive"),
    b"7z\xbc\xaf": ("压缩包", "an archive"),
    b"\x1f\x8b": ("压缩包", "an archive"),
}
MARKUP = re.compile(rb"\s*<(?:!doctype|html|table|meta|\?xml|!--)", re.IGNORECASE)
NAME_LENGTH = 80


def read_sheets(content: bytes, name: str, limits: Limits = LIMITS) -> list[Sheet]:
    """Every sheet with something in it. `name` is the file's, for the faults; its ending decides nothing.

    Raises Malformed with one fault, whose place is the file's name, for a file that cannot be read.
    """
    try:
        return [sheet for sheet in _read(content, limits) if sheet.rows]
    except Malformed as malformed:
        place = shown_name(name)
        raise Malformed([replace(fault, place=fault.place or place) for fault in malformed.faults]) from malformed


def _read(content: bytes, limits: Limits) -> list[Sheet]:
    if not content.strip():
        raise unreadable("文件是空的", "the file is empty")
    if len(content) > limits.size:
        raise unreadable(f"文件超过 {limits.size // MIB} MiB", f"larger than {limits.size // MIB} MiB")
    for beginning, (zh, en) in NO_TABLES.items():
        if content.startswith(beginning):
            raise unreadable(f"这是{zh}，不是表格", f"this is {en}, not a table")
    if content.startswith(b"PK"):
        return read_xlsx(content, limits)
    if content.startswith(SIGNATURE):
        return read_xls(content, limits)
    if MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")[:1000]):
        raise unreadable(
            "这是网页或 XML，只是名字像表格；请用表格软件打开后另存为 .xlsx",
            "a web page or XML under a table's name; open it in a spreadsheet program and save it as .xlsx",
        )
    return read_csv(content, limits)


def shown_name(name: str) -> str:
    """The file's own name without folders, short and printable, as it stands in faults."""
    own = re.split(r"[\\/]", name)[-1]
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in own)[:NAME_LENGTH] or "?"
