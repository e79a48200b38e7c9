"""What a correction would do, worked out on copies: the same rules decide, the same fold ranks, nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from domain import rules
from domain.decision import Actor, Asked
from domain.rulings.commands import MakeCorrection
from ledger.record import Record
from projections.effect import Moved, effect
from projections.folds.as_of import what_if
from projections.rows.cells import identity
from projections.rows.view import Plain
from projections.wall import Wall
from web.imports.standing import state_of
from web.pages.past.folding import events_of


@dataclass(frozen=True, slots=True)
class Preview:
    """`moved`: the rows that would change; `rows`: how many there are; `who`: code → number and delegation.

    `modules` are those in which anybody's figure would change.
    """

    moved: Sequence[Moved]
    modules: tuple[str, ...]
    rows: int
    who: dict[str, Plain]
    position: int


def preview(record: Record, command: MakeCorrection, account: str, at: int) -> Preview:
    """The effect of the correction on the official result as of the record's head. Call it on a thread.

    Raises: Refused, whatever the desk would refuse it for at official time `at` (µs UTC).
    """
    position = record.head().position
    decision = rules.decide(partial(state_of, record), command, Asked(Actor(account, "arbitrator"), at))
    wall = Wall(command.contest)
    before, after = what_if(events_of(record, command.contest, position), decision.events, wall, Wall.result)
    moved = effect(before, after)
    who = {each.code: identity(wall.marks, each.code) for each in moved}
    modules = tuple(module.id for module in wall.marks.rulebook.modules if _changes(moved, module.id))
    return Preview(moved, modules, len(after.rows), who, position)


def _changes(moved: Sequence[Moved], module: str) -> bool:
    return any(each.before["values"].get(module) != each.after["values"].get(module) for each in moved)
