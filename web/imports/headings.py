"""Which row of a sheet holds the headings, and which column each of them stands over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.errors import Fault
from web.imports.faults import Place, found_wrong, letters, shown_text
from web.imports.reading.cells import Cell, Sheet
from web.imports.spelling import entry_number, is_nothing, text_of

LOOKED_AT = 10  # rows in which the headings may stand, under titles and remarks
LONGEST = 100  # characters; what is longer is a remark
HINT = re.compile(r"[（(【\[].*?[)）】\]]")  # (必填), (满分100)


@dataclass(frozen=True, slots=True)
class Field:
    """What a column can be: its key, its two names, other headings for it, and weaker ones taken if no other is there.

    A required column must be the only one of its names; of an optional one its own names come before the others.
    The cells of a `single` column each belong to one row: merged over several they say something about none.
    The column of a `sole` field is no other field's as well.
    """

    key: str
    zh: str
    en: str
    others: str = ""
    weaker: str = ""
    required: bool = False
    single: bool = False
    sole: bool = False

    @property
    def tiers(self) -> list[frozenset[str]]:
        """Headings in the order in which they are looked for."""
        own, others, weaker = (self.zh, self.en), self.others.split(","), self.weaker.split(",")
        tiers = [(*own, *others), weaker] if self.required else [own, others, weaker]
        return [frozenset(map(bare_heading, filter(None, tier))) for tier in tiers]


def bare_heading(text: str) -> str:
    """A heading without case, spaces, stars, points and remarks in brackets: `Entry No. *` is `entryno`."""
    return re.sub(r"[\W_]", "", HINT.sub("", text[:LONGEST])).lower()


@dataclass(frozen=True, slots=True)
class Line:
    """One row under the headings: its cells by field, and where each stands."""

    sheet: Sheet
    row: int
    columns: dict[str, int]

    def cell(self, key: str) -> Cell:
        """What stands under this heading; '' when the sheet has no such column."""
        cells, column = self.sheet.rows[self.row], self.columns.get(key, -1)
        return cells[column] if 0 <= column < len(cells) else ""

    def place(self, key: str) -> Place:
        return Place(self.sheet.name, self.row, self.columns[key])

    def merged(self, key: str) -> bool:
        """Whether the cell is merged with those above, so that what it says was not written for this row."""
        return (self.row, self.columns.get(key, -1)) in self.sheet.filled


@dataclass(frozen=True, slots=True)
class Layout:
    """A sheet whose headings are known: their row and columns from 0, and the headings that mean nothing here."""

    sheet: Sheet
    row: int
    columns: dict[str, int]
    unused: tuple[str, ...]

    def lines(self) -> Iterator[Line]:
        """Rows in which anything stands under a known heading; a number in front of an empty row is nothing."""
        for row in range(self.row + 1, len(self.sheet.rows)):
            line = Line(self.sheet, row, self.columns)
            if not all(is_nothing(line.cell(key)) for key in self.columns):
                yield line


@dataclass(frozen=True, slots=True)
class Found:
    """What became of the sheets of a file, `names` in its order: laid out, left out (hidden ones too), or at fault."""

    names: tuple[str, ...]
    layouts: tuple[Layout, ...]
    left_out: tuple[str, ...]
    faults: tuple[Fault, ...]

    def lines(self) -> Iterator[Line]:
        """Every line of every sheet that could be laid out."""
        for layout in self.layouts:
            yield from layout.lines()

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(layout.sheet.name for layout in self.layouts)

    @property
    def unused_headings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for layout in self.layouts for text in layout.unused))


def lay_out(sheets: Sequence[Sheet], fields: Sequence[Field], file: str) -> Found:
    """Finds the headings of every visible sheet.

    A sheet with none of them is left out if another has them; one with some but not all that are required is at
    fault, for it may be half of the list.
    """
    layouts, left_out, faults = [], [sheet.name for sheet in sheets if sheet.hidden], []
    strangers: list[Fault] = []
    for sheet in (sheet for sheet in sheets if not sheet.hidden):
        layout, wrong = _layout(sheet, fields, file)
        if wrong and len(layout.columns) > 1:
            faults += wrong
        elif wrong:
            left_out.append(sheet.name)
            strangers += wrong
        else:
            layouts.append(layout)
    if not layouts and not faults:
        faults = strangers or [Fault(file, "文件中没有可见的表格内容", "there is nothing to see in the file")]
    return Found(tuple(sheet.name for sheet in sheets), tuple(layouts), tuple(left_out), tuple(faults))


def _layout(sheet: Sheet, fields: Sequence[Field], file: str) -> tuple[Layout, list[Fault]]:
    """The row with the most known headings, the lowest of equals: two-storey headings end with it."""
    candidates = [(_columns(cells, fields), row) for row, cells in enumerate(sheet.rows[:LOOKED_AT])]
    columns, row = max(candidates, key=lambda each: (len(each[0]), each[1]), default=({}, 0))
    headings = [text_of(cell) for cell in sheet.rows[row]]
    used = {column for found in columns.values() for column in found}
    unused = tuple(text for column, text in enumerate(headings) if text and column not in used)
    layout = Layout(sheet, row, {key: found[0] for key, found in columns.items()}, unused)
    missing = [field for field in fields if field.required and field.key not in columns]
    if missing:
        return layout, [_missing(sheet.name or file, missing, headings if columns else [], fields)]
    doubled = [(field, columns[field.key]) for field in fields if len(columns.get(field.key, [])) > 1]
    return layout, [fault for field, found in doubled for fault in _doubled(layout, field, found)]


def _columns(cells: Sequence[Cell], fields: Sequence[Field]) -> dict[str, list[int]]:
    texts = [bare_heading(text_of(cell)) for cell in cells]
    found: dict[str, list[int]] = {}
    for field in sorted(fields, key=lambda field: not field.sole):
        by_tier = ([column for column, text in enumerate(texts) if text in tier] for tier in field.tiers)
        columns = next(filter(None, by_tier), None)
        if columns is not None:
            found[field.key] = columns
            texts = ["" if field.sole and column in columns else text for column, text in enumerate(texts)]
    return found


def _missing(place: str, missing: list[Field], headings: list[str], fields: Sequence[Field]) -> Fault:
    found = [shown_text(text) for text in headings if text]
    needed = [field for field in fields if field.required]
    zh_found = "、".join(found) if found else f"前 {LOOKED_AT} 行没有认识的列名"
    en_found = ", ".join(found) if found else f"no known heading in the first {LOOKED_AT} rows"
    zh_lacking, zh_needed = ("、".join(each.zh for each in several) for several in (missing, needed))
    en_lacking, en_needed = (", ".join(each.en for each in several) for several in (missing, needed))
    zh = f"缺少列：{zh_lacking}。找到：{zh_found}；应有：{zh_needed}。不导入的表请先隐藏"
    en = f"missing column: {en_lacking}. Found: {en_found}; expected: {en_needed}. Hide sheets not to be imported"
    return Fault(place, zh, en)


def _doubled(layout: Layout, field: Field, columns: list[int]) -> Iterator[Fault]:
    """Two columns for one thing: which is meant is the organiser's to say."""
    first = letters(columns[0])
    for column in columns[1:]:
        yield found_wrong(
            Place(layout.sheet.name, layout.row, column),
            layout.sheet.rows[layout.row][column],
            (f"只有一列“{field.zh}”", f"one column “{field.en}” only"),
            (f"{first} 列已是“{field.zh}”", f"Column {first} is “{field.en}” already"),
        )


def repeated(lines: Sequence[Line], key: Field) -> list[Fault]:
    """A fault for every number that stood before, naming where; `A1` and `a1` are one. Blank ones are no numbers."""
    seen: dict[str, Place] = {}
    faults: list[Fault] = []
    for line in lines:
        place, number = line.place(key.key), entry_number(line.cell(key.key)).casefold()
        first = place if is_nothing(number) or line.merged(key.key) else seen.setdefault(number, place)
        if first != place:
            expected = (f"每个{key.zh}只出现一次", f"each {key.en} once only")
            why = (f"{first} 已有它", f"It stands in {first} already")
            faults.append(found_wrong(place, line.cell(key.key), expected, why))
    return faults
