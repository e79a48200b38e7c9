"""What a list of entries says beyond its usual fields, as far as the rulebook asks for it: a skill grade, a unit.

Nothing else is taken along: what the rules do not ask for has no business in a record that keeps it for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from domain.contest.commands import Description
from domain.entrants import is_official
from domain.rulebook.results.columns import OFFICIAL
from domain.rulebook.results.columns import Cell as Reading
from web.imports.faults import CellFault, found_wrong
from web.imports.headings import Field, Line
from web.imports.reading.cells import Odd
from web.imports.spelling import is_nothing, lost_digits, odd_sign, text_of

Columns = tuple[tuple[str, str], ...]  # (column, text), in order of their names

_CALLED = {  # other headings of columns that presets and guide use
    "grade": ("技能等级", "skill grade", "职业技能等级,等级"),
    "worker": ("职工", "worker", "是否职工,在职职工"),
    "titles": ("已获称号", "titles", "称号,荣誉称号,已有称号"),
    "unit": ("单位", "unit", ""),
    "edition": ("届次", "edition", ""),
    OFFICIAL: ("正式", "official", "是否正式,计名次"),
}
_LONGEST = 80
_BEFORE = "column "  # keeps a column apart from a field of the same name


def fields_of(columns: Iterable[str]) -> tuple[Field, ...]:
    """The headings to look for, one field a column; its own name first."""
    return tuple(_field(column, *_CALLED.get(column, (column, column, ""))) for column in columns)


def _field(column: str, zh: str, en: str, others: str) -> Field:
    return Field(_BEFORE + column, zh, en, f"{others},{column}", sole=True)


def said_in(line: Line, fields: Sequence[Field], readings: Mapping[str, Reading]) -> tuple[Columns, list[CellFault]]:
    """What a row says under these headings, empty texts too; and what is wrong with them.

    `readings`: the columns in which not any text may stand.
    """
    said: list[tuple[str, str]] = []
    faults: list[CellFault] = []
    for each in fields:
        if each.key not in line.columns:
            continue
        cell, column = line.cell(each.key), each.key.removeprefix(_BEFORE)
        text = "" if is_nothing(cell) else text_of(cell)
        if isinstance(cell, Odd) or lost_digits(cell) or len(text) > _LONGEST or odd_sign(text):
            expected = (f"至多 {_LONGEST} 个字符的文字", f"text of at most {_LONGEST} characters")
            faults.append(found_wrong(line.place(each.key), cell, expected))
        elif column in readings and not readings[column].reads(text):
            faults.append(found_wrong(line.place(each.key), cell, readings[column].expected))
        else:
            said.append((column, text))
    return tuple(said), faults


def merged(old: Columns, said: Columns) -> Columns:
    """What stands after a list: what it says instead of what stood, and nothing of what it leaves empty."""
    texts = {**dict(old), **dict(said)}
    if is_official(texts):
        texts.pop(OFFICIAL, None)
    else:
        texts[OFFICIAL] = "no"
    return tuple(sorted((column, text) for column, text in texts.items() if text))


def standing_of(columns: Mapping[str, str], *, official: bool) -> Columns:
    """What the record says of an entry, as `merged` writes it."""
    return merged(tuple(columns.items()), () if official else ((OFFICIAL, "no"),))


def description(entry: str, columns: Columns) -> Description:
    """As the record takes it."""
    others = tuple((column, text) for column, text in columns if column != OFFICIAL)
    return Description(entry, others, official=OFFICIAL not in dict(columns))
