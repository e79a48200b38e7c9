"""Reads all files of a contest, each fault told, and makes the record they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from biwu.faults import Unusable
from biwu.progress import Progress
from biwu.scoring.events import Files, Record
from biwu.scoring.places import check_places
from biwu.scoring.reading import marks, rulings
from biwu.scoring.reading.cells import Cell, all_cells
from biwu.scoring.reading.entries import Entries, read_entries
from biwu.scoring.reading.faults import Faults
from biwu.scoring.reading.pile import Pile
from biwu.scoring.reading.tables import open_table
from biwu.scoring.seats import seats
from biwu.scoring.sheets import sheets
from domain.errors import Fault, Malformed
from domain.rulebook.reading import fixed
from domain.rulebook.rulebook import Rulebook

SHOWN = 200  # faults told at most


def read_files(rulebook: Path, entries: Path, marks: Path, rulings: Path | None = None) -> Record:
    """The record of these files. Raises: Malformed with every fault of all of them; Unusable for a missing one."""
    text = _text(rulebook)
    rules, faults = fixed(text), Faults()
    cells = all_cells(rules)
    field = read_entries(_content(entries), entries.name, rules, faults)
    pile = _marks(marks, field, cells, faults)
    decided = _rulings(rulings, rules, field, faults)
    taken = seats(pile, cells, rules, marks.name, faults)
    found = sheets(pile, taken, cells, marks.name, faults)
    check_places(pile, field, cells, rules, marks.name, faults)
    faults.check(SHOWN)
    return Record(
        Files(text, rules, field, cells, pile, taken, found, decided, rulings.name if rulings else "", marks.name)
    )


def _marks(path: Path, field: Entries, cells: Sequence[Cell], faults: Faults) -> Pile:
    table = open_table(_content(path), path.name, marks.columns(cells), faults)
    if table is None:
        return Pile()
    progress = Progress(path.name)
    pile = marks.read_marks(table, field, cells, faults, progress)
    progress.end()
    return pile


def _rulings(path: Path | None, rules: Rulebook, field: Entries, faults: Faults) -> rulings.Rulings:
    if path is None:
        return rulings.Rulings()
    table = open_table(_content(path), path.name, rulings.COLUMNS, faults)
    return rulings.Rulings() if table is None else rulings.read_rulings(table, field, rules, faults)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unusable(f"无法读取 {path}：{error}", f"cannot read {path}: {error}") from error


def _text(path: Path) -> str:
    try:
        return _content(path).decode("utf-8")
    except UnicodeDecodeError as error:
        zh, en = "不是 UTF-8 文本", "not a text in UTF-8"
        raise Malformed([Fault(path.name, zh, en)]) from error
