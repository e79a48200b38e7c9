"""The two tables at the head of a marking scheme: the criteria with their marks, the sections with theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from biwu.rulebooks.marking_scheme.headings import Line, columns_of, is_heading
from biwu.rulebooks.marking_scheme.scheme import Scheme, Stated
from domain.errors import Fault
from web.imports.headings import bare_heading
from web.imports.reading.cells import Cell, Sheet
from web.imports.spelling import exact_number, is_nothing, text_of

_FIRST = {"id": "criteria", "criterion": "criteria", "criteria": "criteria", "section": "sections"}
_MARKS = {
    "criteria": ("mark", "marks", "total", "totalmark"),
    "sections": ("wsosmarks", "wsssmarks", "wsosmark", "wsssmark", "marks", "mark"),
}
_KEYS = {"criteria": re.compile(r"[A-Z]"), "sections": re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?")}
_NAMES = ("name", "description", "sectionname")
_MARK = ("零或更大的分值", "a mark of zero or more")


def stated(sheet: Sheet, scheme: Scheme, faults: list[Fault]) -> None:
    """Takes both tables, where there are any, into the scheme. They end where the headings of aspects begin."""
    kind, columns = "", dict[str, int]()
    for row, cells in enumerate(sheet.rows):
        if is_heading(columns_of(cells)):
            return
        opened = _opened(cells)
        if opened is not None:
            kind, columns = opened
        elif kind:
            line = Line(sheet, row, columns)
            key = line.text("key").upper()
            if _KEYS[kind].fullmatch(key):
                _take(line, key, scheme.criteria if kind == "criteria" else scheme.sections, faults)
            elif any(not is_nothing(cell) for cell in cells):
                kind = ""  # the table's sum, or the next heading


def _opened(cells: Sequence[Cell]) -> tuple[str, dict[str, int]] | None:
    """Which table these headings open, and where its columns are."""
    bare = [bare_heading(text_of(cell)) for cell in cells]
    for place, heading in enumerate(bare):
        kind = _FIRST.get(heading, "")
        marks = [bare.index(each, place) for each in _MARKS.get(kind, ()) if each in bare[place + 1 :]]
        if marks:
            names = [bare.index(each) for each in _NAMES if each in bare]
            return kind, {"key": place, "name": names[0] if names else place + 1, "marks": marks[0]}
    return None


def _take(line: Line, key: str, into: dict[str, Stated], faults: list[Fault]) -> None:
    marks = exact_number(line.cell("marks"))
    if not is_nothing(line.cell("marks")) and (marks is None or marks < 0):
        faults.append(line.wrong("marks", _MARK))
    into[key] = Stated(line.text("name"), marks)


def marks_stated(table: Mapping[str, Stated]) -> dict[str, Decimal]:
    """Key -> its marks, of those that have any."""
    return {key: each.marks for key, each in table.items() if each.marks is not None}
