"""How far marking has come: a state for each code and module, and the list of what still stands in the tally's way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from domain.contest.staging import takes_part
from domain.scoring.statuses import WITHDRAWN
from projections.folds.marks import Marks
from projections.folds.work import Work

# In the order a performance goes through them; a stated performance shows its status instead (docs/words.md).
WAITING, WORKING, SCORING, SIGNED = "waiting", "working", "scoring", "signed"


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """`states` counts codes by state; a module that never opened has epoch 0."""

    module: str
    is_open: bool
    epoch: int
    states: dict[str, int]


@dataclass(frozen=True, slots=True, order=True)
class Unsigned:
    """A panel that has not signed for a code, the seats that are missing, and the aspects they last lay apart in."""

    panel: str
    code: str
    seats: tuple[str, ...]
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """`unsigned` is in the order of the rulebook's panels, then by code: empty, and all modules closed: tally."""

    modules: tuple[ModuleProgress, ...]
    unsigned: tuple[Unsigned, ...]

    @property
    def may_tally(self) -> bool:
        closed = [bool(module.epoch) and not module.is_open for module in self.modules]
        return bool(closed) and all(closed) and not self.unsigned


def state_of(marks: Marks, code: str, module: str) -> str:
    """Waiting 待考, working 操作中, scoring 评分中, signed 已评定, withdrawn, or the status that was stated."""
    if marks.is_withdrawn(code):
        return WITHDRAWN.word
    panels = marks.rulebook.panels_of(module)
    works = marks.works.get(code, {})
    known = [(panel, works[panel.id]) for panel in panels if panel.id in works]
    stated = next((work.status for _, work in known if work.status), "")
    if stated:
        return stated
    if len(known) == len(panels) and all(work.complete for _, work in known):
        return SIGNED
    if any(work.complete or (work.begun and panel.scoring != "process") for panel, work in known):
        return SCORING
    return WORKING if any(work.begun for _, work in known) else WAITING


def progress(marks: Marks) -> Progress:
    """Empty while no rulebook is fixed."""
    if marks.contest.rulebook is None:
        return Progress((), ())
    codes = sorted(marks.codes.codes)
    modules = tuple(
        ModuleProgress(
            module.id,
            marks.contest.module(module.id).is_open,
            marks.contest.module(module.id).epoch,
            dict(
                Counter(
                    state_of(marks, code, module.id)
                    for code in codes
                    if takes_part(marks.contest, marks.codes, module.id, code)
                )
            ),
        )
        for module in marks.rulebook.modules
    )
    return Progress(modules, tuple(_unsigned(marks, codes)))


def _unsigned(marks: Marks, codes: list[str]) -> list[Unsigned]:
    found = []
    starting = [code for code in codes if not marks.is_withdrawn(code)]
    for panel in marks.rulebook.panels:
        for code in starting:
            if not takes_part(marks.contest, marks.codes, panel.module, code):
                continue
            work = marks.works.get(code, {}).get(panel.id) or Work(code, panel.id)
            if not work.settled:
                missing = tuple(seat for seat in panel.seats if seat not in work.signed)
                found.append(Unsigned(panel.id, code, missing, work.apart))
    return found
