"""Marks that are not there, where a panel goes on without: a forgotten mark looks like an absent judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from biwu.scoring.events import Files
from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.pile import ALL
from biwu.scoring.remarked.groups import Groups
from biwu.scoring.remarked.naming import FEW, listed
from domain.rulebook.panels import Panel

_Missing = dict[tuple[int, str], list[str]]  # entry, judge ("?" in a panel that changes) → aspects
_Taken = Mapping[str, Mapping[int, set[int]]]  # written panel → seat → the judges who take it in this file


def absences(files: Files, groups: Groups) -> Iterator[Said]:
    """Each a sentence in Chinese and English. Not of a judge who marked nobody of the entry's group: another room."""
    if not files.sheets.absent:
        return
    taken = _taken(files)
    for name, size in {cell.panel.name: len(cell.panel.seats) for cell in files.cells}.items():
        if 0 < len(taken[name]) < size:
            zh = f"评分组 {name} 有 {size} 席，文件中只有 {len(taken[name])} 名裁判：其余各席一律按缺席计"
            en = f"{name} has {size} seats, the file {len(taken[name])} judges: the others count as absent throughout"
            yield zh, en
    for panel_id, missing in _missing(files, groups, taken).items():
        panel = files.rulebook.panel(panel_id)
        told = listed([_whose(files, panel, *each) for each in missing.items()])
        yield f"评分组 {panel_id} 未填 ABS 而按缺席计：{told}", f"{panel_id}: absent without ABS: {told}"


def _missing(files: Files, groups: Groups, taken: _Taken) -> dict[str, _Missing]:
    """Panel id → whose marks are missing."""
    found: dict[str, _Missing] = {}
    for entry, index, seat in files.sheets.absent:
        cell = files.cells[index]
        judges = taken[cell.panel.name].get(seat, set())
        here = {judge for judge in judges if not groups.elsewhere(cell.panel.name, judge, entry)}
        if here:
            who = files.pile.judges[next(iter(judges))] if len(judges) == 1 else "?"
            found.setdefault(cell.panel.id, {}).setdefault((entry, who), []).append(cell.aspect.id)
    return found


def _whose(files: Files, panel: Panel, missing: tuple[int, str], aspects: list[str]) -> str:
    entry, judge = missing
    own = f"{files.entries.rows[entry].id} {judge}"
    some = len(aspects) < len(panel.aspects)
    return f"{own} ({', '.join(aspects[:FEW])}{' …' if len(aspects) > FEW else ''})" if some else own


def _taken(files: Files) -> _Taken:
    """Of the panels that go on without an absent judge."""
    found: dict[str, dict[int, set[int]]] = {cell.panel.name: {} for cell in files.cells}
    for (_, cell, judge, _), seat in zip(files.pile.rows(), files.seats, strict=True):
        panel = files.cells[cell].panel
        if judge != ALL and panel.absent == "mean_of_present":
            found[panel.name].setdefault(seat, set()).add(judge)
    return found
