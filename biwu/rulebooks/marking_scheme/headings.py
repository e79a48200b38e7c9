"""The headings of a marking scheme's export, in the several spellings its editions have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from web.imports.faults import CellFault, Place, found_wrong
from web.imports.headings import bare_heading
from web.imports.reading.cells import Cell, Sheet
from web.imports.spelling import text_of

# column -> how its heading may read, bare of spaces, signs and remarks in brackets; * stands for any ending
SPELLINGS: dict[str, tuple[str, ...]] = {
    "id": ("subcriterionid", "subcriteriaid", "id", "编号"),
    "name": ("subcriterionname*", "subcriterianame*", "subcriterion", "subcriteria", "name", "名称"),
    "day": ("dayofmarking", "day", "评分日"),
    "type": ("aspecttype*", "type", "类型"),
    "aspect": ("aspectdescription*", "aspect", "评分点"),
    "score": ("judgscore", "judgementscore", "judgmentscore", "评价等级"),
    "level": ("extraaspectdescription*", "judgementscoredescription*", "补充说明"),
    "section": ("wsossection", "wssssection", "section", "标准章节"),
    "max": ("maxmark", "maximummark", "满分"),
}
NEEDED = {"type": ("类型", "Type"), "aspect": ("评分点", "Aspect"), "max": ("满分", "Max mark")}


@dataclass(slots=True)
class Line:
    """One row under the headings: its cells by column, and where each stands. A merged cell is its first row's."""

    sheet: Sheet
    row: int
    columns: dict[str, int] = field(default_factory=dict)

    @property
    def cells(self) -> Sequence[Cell]:
        own = self.sheet.rows[self.row]
        return ["" if (self.row, column) in self.sheet.filled else cell for column, cell in enumerate(own)]

    def cell(self, key: str) -> Cell:
        column, cells = self.columns.get(key, -1), self.cells
        return cells[column] if 0 <= column < len(cells) else ""

    def text(self, key: str) -> str:
        return text_of(self.cell(key))

    def place(self, key: str) -> Place:
        return Place(self.sheet.name, self.row, self.columns.get(key, 0))

    def wrong(self, key: str, expected: tuple[str, str], why: tuple[str, str] = ("", "")) -> CellFault:
        """The fault of this cell, for the list."""
        return found_wrong(self.place(key), self.cell(key), expected, why)


def columns_of(cells: Sequence[Cell]) -> dict[str, int]:
    """Column -> its place, for a row that holds headings; the first of two alike."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        bare = bare_heading(text_of(cell))
        for key, spellings in SPELLINGS.items():
            if bare and key not in found and any(_reads(bare, each) for each in spellings):
                found[key] = place
                break
    return found


def is_heading(columns: dict[str, int]) -> bool:
    """Whether a row with these columns is the headings of aspects."""
    return columns.keys() >= NEEDED.keys()


def _reads(bare: str, spelling: str) -> bool:
    return bare.startswith(spelling[:-1]) if spelling.endswith("*") else bare == spelling
