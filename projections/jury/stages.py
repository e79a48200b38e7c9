"""From stage to stage: the ranking of a stage on codes, who by the rules would go on, and who was decided to.

Rule: docs/rules/stages.md, docs/rules/advance.md. For the jury: every mark there is counts, released or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from domain.contest.staging import takes_part
from domain.rulebook.stages import Stage
from domain.scoring.numbers import shown
from domain.scoring.result import ContestResult, StageResult, contest_result
from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored
from projections.folds.marks import Marks
from projections.rows.outcome import known


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
    contest, results = marks.contest, jury_result(marks, scored).stages
    for (before, after), found in zip(pairwise(marks.rulebook.stages), results, strict=False):
        named = set(contest.advanced.get(after.id, ()))
        states = {
            stage.id: [contest.module(each.id) for each in marks.rulebook.modules if each.stage == stage.id]
            for stage in (before, after)
        }
        yield Round(
            before,
            after,
            tuple(_standings(marks, scored, before, found)),
            frozenset(code for code in found.sent if not marks.is_withdrawn(code)),
            frozenset(code for code, entry in marks.codes.entry_of.items() if entry in named),
            closed=all(module.epoch and not module.is_open for module in states[before.id]),
            begun=any(module.epoch for module in states[after.id]),
        )


def jury_result(marks: Marks, scored: Mapping[str, Scored]) -> ContestResult:
    """What all marks come to so far.

    By the columns of whoever an open map tells: it is decided before the decoding who goes on, and categories and
    quotas ask for columns.
    """
    columns = {code: marks.columns(code) for code in marks.codes.codes}
    return contest_result(marks.rulebook, scored, replace(known(marks), attributes=columns))


def _standings(marks: Marks, scored: Mapping[str, Scored], stage: Stage, found: StageResult) -> Iterator[Standing]:
    """All who are in the stage; behind those of whom anything is marked there the others."""
    places = scheme(marks.rulebook).places[stage.total]
    modules = [module.id for module in marks.rulebook.modules if module.stage == stage.id]
    shown_place = {each.key: each.shown for each in found.placed}
    others = (
        code
        for code in scored
        if code not in shown_place and all(takes_part(marks.contest, marks.codes, module, code) for module in modules)
    )
    for code in (*shown_place, *others):
        total = scored[code].running[stage.total]
        yield Standing(code, shown_place.get(code, ""), "" if total is None else shown(total, places))


def undecided(marks: Marks, scored: Mapping[str, Scored]) -> Iterator[tuple[Stage | None, tuple[str, ...]]]:
    """Codes that share a place where the rules let nobody share one, each group with its stage; all marks are in."""
    stages = {stage.id: stage for stage in marks.rulebook.stages}
    for tied in jury_result(marks, scored).undecided:
        yield stages.get(tied.stage), tied.entries
