"""Judges of a panel that seems to change, who marked next to nothing: a misspelt judge takes a seat nobody misses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median_low

from biwu.scoring.events import Files
from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.pile import ALL
from biwu.scoring.remarked.naming import FEW, listed
from biwu.scoring.seats import natural

_TIMES = 10  # so many times as much the judge in the middle has marked


def rare_judges(files: Files) -> Iterator[Said]:
    """One sentence for each panel that has more judges in the file than seats, one of them with very few marks."""
    pile, judges = files.pile, dict[str, set[int]]()
    for index, judge in set(zip(pile.cells, pile.by, strict=True)):
        judges.setdefault(files.cells[index].panel.name, set()).add(judge)
    sizes = {cell.panel.name: len(cell.panel.seats) for cell in files.cells}
    many = {panel for panel, present in judges.items() if len(present - {ALL}) > sizes[panel]}
    lines: dict[str, dict[int, list[int]]] = {panel: {} for panel in many}
    for _, index, judge, place in pile.rows() if many else ():
        panel = files.cells[index].panel.name
        if judge != ALL and panel in many:
            lines[panel].setdefault(judge, []).append(pile.lines[place])
    for panel in sorted(many):
        yield from _of_panel(files, panel, sizes[panel], lines[panel])


def _of_panel(files: Files, panel: str, size: int, judges: dict[int, list[int]]) -> Iterator[Said]:
    used = Counter({judge: len(lines) for judge, lines in judges.items()})
    usual = median_low(used.values())
    few = sorted((judge for judge in judges if used[judge] * _TIMES <= usual), key=lambda each: _name(files, each))
    if few:
        told = listed([f"{files.pile.judges[judge]} × {used[judge]} ({_rows(judges[judge])})" for judge in few])
        zh = f"评分组 {panel} 有 {size} 席，文件中有 {len(judges)} 名裁判；其中有人只评了很少（次数、行号）：{told}"
        yield zh, f"{panel}: {len(judges)} judges for {size} seats, of whom some have few marks (line): {told}"


def _rows(lines: list[int]) -> str:
    return listed([str(line) for line in lines], FEW)


def _name(files: Files, judge: int) -> tuple[tuple[int, str], ...]:
    return natural(files.pile.judges[judge])
