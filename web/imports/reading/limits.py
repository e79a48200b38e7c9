"""How much a table may hold, counted while it is read, so that a hostile file is put down early."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.errors import Fault, Malformed

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest table taken: sizes in bytes, `ratio` unzipped to zipped, the rest in pieces of a whole file.

    20,000 rows of 20 columns reach `cells`; a workbook of that size has under `elements` XML elements.
    """

    size: int = 10 * MIB
    unzipped: int = 100 * MIB
    ratio: int = 100
    parts: int = 1_000
    rows: int = 20_000
    columns: int = 100
    cells: int = 400_000
    elements: int = 2_500_000
    text: int = 20_000_000
    cell_text: int = 32_767  # what a spreadsheet program itself allows in one cell


LIMITS = Limits()


@dataclass(slots=True)
class Allowance:
    """What is left of the limits while one file is read. Each method raises Malformed when it is used up."""

    limits: Limits
    elements: int = field(init=False, default=0)
    cells: int = field(init=False, default=0)
    text: int = field(init=False, default=0)

    def element(self) -> None:
        self.elements += 1
        if self.elements > self.limits.elements:
            raise unreadable(
                "表格太复杂，无法读取；请另存一份只含数据的表格", "too complex; save a plain copy of the table"
            )

    def place(self, row: int, column: int) -> None:
        """A cell with something in it at this row and column, counted from 0."""
        if row >= self.limits.rows:
            raise unreadable(
                f"第 {row + 1} 行有内容；至多 {self.limits.rows} 行",
                f"something stands in row {row + 1}; at most {self.limits.rows} rows are read",
            )
        if column >= self.limits.columns:
            raise unreadable(
                f"第 {column + 1} 列有内容；至多 {self.limits.columns} 列",
                f"something stands in column {column + 1}; at most {self.limits.columns} columns are read",
            )
        self.cells += 1
        if self.cells > self.limits.cells:
            raise unreadable(
                f"有内容的单元格超过 {self.limits.cells} 个", f"more than {self.limits.cells} cells are filled"
            )

    def letters(self, count: int) -> None:
        """So many characters in one cell."""
        self.text += count
        if count > self.limits.cell_text:
            raise unreadable(
                f"一个单元格超过 {self.limits.cell_text} 个字符",
                f"one cell holds more than {self.limits.cell_text} characters",
            )
        if self.text > self.limits.text:
            raise unreadable("表格中的文字太多", "the table holds too much text")


def unreadable(zh: str, en: str) -> Malformed:
    """One fault of the file as a whole; its name is put in by the caller that knows it."""
    return Malformed([Fault("", zh, en)])
