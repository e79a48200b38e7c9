"""Rows that open a criterion (A) or a sub-criterion (A1) of a marking scheme."""

from __future__ import annotations

import re
from dataclasses import dataclass

from biwu.rulebooks.marking_scheme.headings import Line
from web.imports.faults import Place
from web.imports.reading.cells import Cell
from web.imports.spelling import is_nothing, text_of

# `A1`, `A1: Set up`, `Sub criterion A1`; `A`, `A: Networks`, `Criterion A Networks`.
# After a letter alone no bare word may follow: “A note” opens nothing.
_SUB = re.compile(r"(?:sub[- ]?criteri(?:on|a)\s+)?([A-Z])([1-9][0-9]?)(?:[\s.:：、–-]+(.*))?", re.IGNORECASE)
_CRITERION = re.compile(
    r"([A-I])()(?:\s*[.:：、–-]\s*(.*))?|criterion\s+([A-I])()(?:[\s.:：、–-]+(.*))?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Opening:
    """`number` is empty for a criterion; `title` for one that has none. `cell` stands in `place`."""

    letter: str
    number: str
    title: str
    place: Place
    cell: Cell


def opened(line: Line) -> Opening | None:
    """What the row opens. Its name stands in a column of its own, or first of all where there is no such column."""
    own = "id" in line.columns
    if not is_nothing(line.cell("max")) or (own and not is_nothing(line.cell("type"))):
        return None
    filled = [place for place, cell in enumerate(line.cells) if not is_nothing(cell)]
    column = line.columns["id"] if own else next(iter(filled), 0)
    cell = line.cells[column] if column in filled else ""
    found = _SUB.fullmatch(text_of(cell)) or _CRITERION.fullmatch(text_of(cell))
    if found is None:
        return None
    letter, number, title = (found.groups() if found[1] else found.groups()[3:])[:3]
    beside = line.text("name") or next((text_of(line.cells[place]) for place in filled if place > column), "")
    return Opening(letter.upper(), number, title or beside, Place(line.sheet.name, line.row, column), cell)
