"""Entries whose total still waits, and the marks it waits for: until they are there places and prizes are provisional.

Rule: docs/rules/not-yet-marked.md
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from biwu.scoring.events import Files
from biwu.scoring.reading.faults import Said
from biwu.scoring.reading.pile import ALL
from biwu.scoring.remarked.lacking import Lacking, lacking
from biwu.scoring.remarked.naming import FEW, MOST, listed
from biwu.scoring.result import Result
from domain.rulebook.panels import Panel
from domain.scoring.statuses import NOT_YET_MARKED

_Judges = Mapping[tuple[str, int], set[str]]  # written panel, seat → who takes it in this file


def without_total(result: Result) -> dict[str, str]:
    """Entry → the node it has no value of yet: the total, or that of the first stage that waits."""
    found: dict[str, str] = {}
    totals = {stage.id: stage.total for stage in result.marks.rulebook.stages}
    for stage, rows in result.stages.items():
        for row in rows:
            if row.status == NOT_YET_MARKED.word:
                found.setdefault(row.entry, totals[stage])
    first = next(iter(totals.values()), result.marks.rulebook.total)
    for each in result.rows:
        if each.status == NOT_YET_MARKED.word:
            found.setdefault(each.entry, first)
    return found


def incomplete(files: Files, result: Result) -> Iterator[Said]:
    """Each a sentence in Chinese and English; the first one begins as a program may look for it."""
    waiting = without_total(result)
    if not waiting:
        return
    size = len(result.rows)
    yield (
        f"暂定：{size} 名中有 {len(waiting)} 名尚无总分，名次和奖项还会变",
        f"provisional: {len(waiting)} of {size} entries have no total yet, so places and prizes may change",
    )
    code_of = {entry: code for code, entry in result.marks.codes.entry_of.items()}
    due = {entry: lacking(result, code_of[entry], node) for entry, node in waiting.items()}
    for node in sorted({each for found in due.values() for each in found.others}):
        own = result.marks.rulebook.nodes[node].children
        for entry in code_of.keys() - due.keys():  # a status may hide whose mark the whole field waits for
            found = lacking(result, code_of[entry], *own)
            due |= {entry: found} if found.marks else {}
    nothing = [entry for entry in sorted(due) if not any(result.field[code_of[entry]].marks.values())]
    yield from _named(files, due, nothing)
    yield from _together(due, nothing)


def _named(files: Files, due: Mapping[str, Lacking], nothing: Iterable[str]) -> Iterator[Said]:
    """Entry by entry what is missing, so many; then how many more."""
    judges = _judges(files)
    some = [entry for entry in sorted(due) if due[entry].marks and entry not in nothing]
    for entry in some[:MOST]:
        panels = [(files.rulebook.panel(panel), each) for panel, each in due[entry].marks.items()]
        told = "; ".join(_of_panel(panel, each, judges) for panel, each in panels)
        yield f"未评完：{entry} 缺 {told}", f"not complete: {entry} lacks {told}"
    if len(some) > MOST:
        yield f"未评完的另有 {len(some) - MOST:,} 名", f"not complete: {len(some) - MOST:,} more"


def _together(due: Mapping[str, Lacking], nothing: list[str]) -> Iterator[Said]:
    if nothing:
        who = listed(nothing)
        yield f"尚无任何评分：{who}", f"nothing marked yet, and no status: {who}"
    others = [entry for entry in sorted(due) if due[entry].others and not due[entry].marks and entry not in nothing]
    if others:
        who = listed(others)
        zh = f"自己已评完，在等上述选手的分数（按全场比较）：{who}"
        yield zh, f"complete themselves, but set against the field and waiting for the entries above: {who}"


def _of_panel(panel: Panel, missing: Mapping[str, list[int]], judges: _Judges) -> str:
    """`jury mark (C), style (B, C)`; a panel of one seat has no judge to name."""
    told = [f"{aspect}{_who(panel, seats, judges)}" for aspect, seats in list(missing.items())[:FEW]]
    more = len(missing) - FEW
    return f"{panel.id} {', '.join(told)}" + (f" … (+{more:,})" if more > 0 else "")


def _who(panel: Panel, seats: list[int], judges: _Judges) -> str:
    """The judges by name where the file has one for each seat; else how many of how many."""
    size = len(panel.seats)
    if size == 1:
        return ""
    names = [judges.get((panel.name, seat), set()) if panel.numbered else {panel.seats[seat]} for seat in seats]
    if len(seats) < size and all(len(each) == 1 for each in names):
        return f" ({', '.join(next(iter(each)) for each in names)})"
    return f" ({len(seats)}/{size})"


def _judges(files: Files) -> _Judges:
    found: dict[tuple[str, int], set[str]] = {}
    for (_, cell, judge, _), seat in zip(files.pile.rows(), files.seats, strict=True):
        if judge != ALL:
            found.setdefault((files.cells[cell].panel.name, seat), set()).add(files.pile.judges[judge])
    return found
