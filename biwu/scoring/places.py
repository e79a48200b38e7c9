"""Judges who write places: each place from 1 on once within a class, for every cell they fill.

Rule: docs/rules/each-place-once.md
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from biwu.scoring.reading.cells import Cell
from biwu.scoring.reading.entries import Entries
from biwu.scoring.reading.faults import Faults, Said
from biwu.scoring.reading.pile import ALL, Pile
from domain.marks import WITHOUT_RESULT
from domain.rulebook.nodes.inputs import AcrossField
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import ABSENT
from domain.scoring.scheme import scheme

_TOKENS = {*WITHOUT_RESULT, ABSENT.value}


def check_places(  # noqa: PLR0913, PLR0917 - what was read, and where faults go
    pile: Pile, entries: Entries, cells: Sequence[Cell], rulebook: Rulebook, file: str, faults: Faults
) -> None:
    """Faults: a place a judge gives twice, at its line; one that is missing below a given one, at that one's line."""
    once = {panel.id for panel in rulebook.panels if panel.each_place_once}
    if not once or entries.unread:
        return
    apart = {panel: parting(rulebook, panel) for panel in once}
    given: dict[tuple[int, int, tuple[str, ...]], list[int]] = {}  # cell, judge, class → marks of the pile
    for entry, index, judge, mark in pile.rows():
        panel = cells[index].panel.id
        if judge != ALL and panel in once and pile.values[mark] not in _TOKENS:
            columns = entries.rows[entry].columns
            own = tuple(columns.get(column, "") for column in apart[panel])
            given.setdefault((index, judge, own), []).append(mark)
    for (_, judge, own), marks in given.items():
        whose = f"“{pile.judges[judge]}”" + (f" ({', '.join(own)})" if any(own) else "")
        for mark, said in _broken(pile, marks, whose):
            faults.add(file, pile.lines[mark], "value", said)


def parting(rulebook: Rulebook, panel: str) -> tuple[str, ...]:
    """The columns whose values are classes to this panel's judges: of a node across the field, else of the ranking."""
    under = scheme(rulebook).under
    for name, node in rulebook.nodes.items():
        if isinstance(node, AcrossField) and node.by and panel in under[name]:
            return node.by
    return (rulebook.ranking.per,) if rulebook.ranking.per else ()


def _broken(pile: Pile, marks: Sequence[int], whose: str) -> Iterator[tuple[int, Said]]:
    """Nothing where a value of them is at fault already."""
    if any(not pile.values[mark] for mark in marks):
        return
    first: dict[int, int] = {}
    for mark in marks:
        place = int(pile.values[mark])
        before = first.setdefault(place, mark)
        if before != mark:
            line = pile.lines[before]
            zh = f"裁判{whose}已在第 {line} 行给出名次 {place}；各名次只给一次"
            yield mark, (zh, f"the judge {whose} gives place {place} in line {line} already; each place once")
    missing = [str(place) for place in range(1, len(marks) + 1) if place not in first]
    if missing and len(first) == len(marks):
        last = max(first)
        zh = f"裁判{whose}评了 {len(marks)} 名，名次应为 1 至 {len(marks)}，缺 {'、'.join(missing)}"
        en = f"the judge {whose} marked {len(marks)}, so places 1 to {len(marks)} are due"
        yield first[last], (zh, f"{en}: {', '.join(missing)} is missing")
