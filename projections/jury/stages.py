"""From stage to stage: the ranking of a stage on codes, who by the rules would go on, and who was decided to.

Rule: docs/rules/stages.md, docs/rules/advance.md. For the jury: every mark there is counts, released or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from domain.contest.staging import takes_part
from domain.rulebook.stages import Stage
from domain.scoring.numbers import shown
from domain.scoring.ranking import Placed, going_through, in_stage, rank, undecided_places
from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored
from projections.folds.marks import Marks


@dataclass(frozen=True, slots=True)
class Standing:
    """One code in a stage; `total` as exact text, "" for none yet."""

    code: str
    place: str
    total: str


@dataclass(frozen=True, slots=True)
class Round:
    """The ranking of stage `before`, and who goes on to `after`: by the rules (`proposed`) and as `decided`, on codes.

    `closed`: no module of the stage before is open or was never opened. `begun`: one of the next has opened.
    """

    before: Stage
    after: Stage
    ranked: tuple[Standing, ...]
    proposed: frozenset[str]
    decided: frozenset[str]
    closed: bool
    begun: bool


def rounds(marks: Marks, scored: Mapping[str, Scored]) -> Iterator[Round]:
    """Every step from one stage to the next; none in a contest of one stage."""
    stages, contest = marks.rulebook.stages, marks.contest
    for before, after in pairwise(stages):
        placed = ranking(marks, scored, before)
        places = scheme(marks.rulebook).places[before.total]
        totals = {each.key: scored[each.key].running[before.total] for each in placed}
        advance = before.advance
        on = going_through(placed, advance.first, advance.ties) if advance else ()
        named = set(contest.advanced.get(after.id, ()))
        states = {
            stage.id: [contest.module(each.id) for each in marks.rulebook.modules if each.stage == stage.id]
            for stage in (before, after)
        }
        yield Round(
            before,
            after,
            tuple(
                Standing(each.key, each.shown, "" if total is None else shown(total, places))
                for each, total in zip(placed, totals.values(), strict=True)
            ),
            frozenset(code for code in on if not marks.is_withdrawn(code)),
            frozenset(code for code, entry in marks.codes.entry_of.items() if entry in named),
            closed=all(module.epoch and not module.is_open for module in states[before.id]),
            begun=any(module.epoch for module in states[after.id]),
        )


def ranking(marks: Marks, scored: Mapping[str, Scored], stage: Stage | None = None) -> list[Placed]:
    """The places of all who take part in a stage, or of the whole contest, as far as figures have come."""
    rulebook = marks.rulebook
    modules = [module.id for module in rulebook.modules if stage is not None and module.stage == stage.id]
    here = {
        code: each
        for code, each in scored.items()
        if all(takes_part(marks.contest, marks.codes, module, code) for module in modules)
    }
    turns = marks.contest.decided
    decided = {code: turns[entry] for code, entry in marks.codes.entry_of.items() if entry in turns}
    return rank(rulebook, here, {code: marks.columns(code) for code in here}, decided, stage)


def undecided(marks: Marks, scored: Mapping[str, Scored]) -> Iterator[tuple[Stage | None, tuple[str, ...]]]:
    """Codes that share a place where the rules let nobody share one, each group with its stage; all marks are in."""
    for stage in marks.rulebook.stages or (None,):
        of_stage = scored if stage is None else {code: in_stage(each, stage) for code, each in scored.items()}
        placed = ranking(marks, scored, stage)
        for group in undecided_places(marks.rulebook, placed, of_stage):
            if all(of_stage[code].complete for code in group):
                yield stage, group
