"""From the record to who has which place, prize and title: the marks folded as everywhere, the field evaluated once."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.recorded import Recorded
from domain.scoring.numbers import NoResult, Value
from domain.scoring.ranking.places import Placed
from domain.scoring.result import ContestResult, StageResult, Tied, settled
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given, Standing
from domain.scoring.statuses import NOT_YET_MARKED
from projections.folds.marks import Folding, Marks
from projections.folds.quiet import undisturbed
from projections.rows.outcome import outcome


@dataclass(frozen=True, slots=True)
class Row:
    """One entry's result. `place` is as the rulebook shows it, empty for none; `status` a word of the statuses."""

    entry: str
    place: str
    awards: Sequence[str]
    honours: Sequence[str]
    status: str
    total: Value
    values: Mapping[str, Value]
    families: Mapping[str, Sequence[Value]]


@dataclass(frozen=True, slots=True)
class StageRow:
    """One entry in one stage; `advances` is None in a stage nobody goes on from."""

    entry: str
    place: str
    total: Value
    advances: bool | None
    status: str


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team's result."""

    team: str
    place: str
    awards: Sequence[str]
    total: Value


@dataclass(frozen=True, slots=True)
class Result:
    """Rows from first to last. `marks` is the fold, `field` what each code was scored from, `outcome` what it comes to.

    `undecided`: entries that tie where the rulebook lets nobody share, each group by itself.
    """

    marks: Marks
    field: Mapping[str, Given]
    outcome: ContestResult
    rows: Sequence[Row]
    stages: Mapping[str, Sequence[StageRow]] = dataclasses.field(default_factory=dict)
    teams: Mapping[str, Sequence[TeamRow]] = dataclasses.field(default_factory=dict)
    undecided: Sequence[Tied] = ()


def score(record: Iterable[Recorded]) -> Result:
    """The result of a record that holds one contest. What is not complete has no figure and no place."""
    with undisturbed():
        marks = Marks("")
        fold = Folding(marks).fold
        for each in record:
            fold(each)
        marks.settle()
        field = {code: marks.given(code) for code in sorted(marks.codes.codes)}
        scored = scheme(marks.rulebook).evaluate_all(field, families=True)
        found = outcome(marks, {code: settled(each) for code, each in scored.items()})
    rows, stages = _rows(marks, found), _stages(marks, found)
    return Result(marks, field, found, rows, stages, _teams(found), _undecided(marks, found))


def _rows(marks: Marks, found: ContestResult) -> list[Row]:
    """Places first, each category by itself; behind them who has none, in order of their ids."""
    entry_of = marks.codes.entry_of
    order = sorted(found.placed, key=lambda each: (each.place is None, "" if each.place else entry_of[each.key]))
    return [_row(entry_of[each.key], each, found) for each in order]


def _row(entry: str, placed: Placed, found: ContestResult) -> Row:
    each = found.scored[placed.key]
    status = _status(each.status, each.standing, each.total)
    return Row(
        entry,
        "" if status == NOT_YET_MARKED.word else placed.shown,
        [list_.given[placed.key] for list_ in found.prizes if placed.key in list_.given],
        [honour.gives or honour.honour for honour in found.honours.given.get(placed.key, ())],
        status,
        each.total,
        each.running,
        each.families,
    )


def _status(stated: str, standing: Standing, total: Value) -> str:
    """The status stated; else why there is no total."""
    if stated or standing != "ranked":
        return stated
    if isinstance(total, NoResult):
        return str(total.value)
    return NOT_YET_MARKED.word if total is None else ""


def _stages(marks: Marks, found: ContestResult) -> dict[str, list[StageRow]]:
    return {stage.id: _stage(marks, found, stage) for stage in found.stages}


def _stage(marks: Marks, found: ContestResult, stage: StageResult) -> list[StageRow]:
    node = next(each.total for each in marks.rulebook.stages if each.id == stage.id)
    rows = []
    for each in sorted(stage.placed, key=lambda each: each.place is None):
        scored = found.scored[each.key]
        total, here = scored.running[node], scored.in_stage.get(stage.id)
        status = _status(here.status, here.standing, total) if here else _status("", "ranked", total)
        through = None if stage.through is None else each.key in stage.through
        rows.append(StageRow(marks.codes.entry_of[each.key], each.shown, total, through, status))
    return rows


def _teams(found: ContestResult) -> dict[str, list[TeamRow]]:
    return {
        result.id: [
            TeamRow(
                each.key,
                each.shown,
                [list_.given[each.key] for list_ in result.awards if each.key in list_.given],
                result.figures[each.key].total,
            )
            for each in result.placed
        ]
        for result in found.teams
    }


def _undecided(marks: Marks, found: ContestResult) -> list[Tied]:
    """Ties of places, stage by stage, and ties across the end of a prize."""
    told = {frozenset(tied.entries) for tied in found.undecided}
    prizes = [Tied("", tuple(tie.entries)) for list_ in found.prizes for tie in list_.undecided]
    named = [
        Tied(tied.stage, tuple(sorted(marks.codes.entry_of[code] for code in tied.entries)))
        for tied in (*found.undecided, *(tied for tied in prizes if frozenset(tied.entries) not in told))
    ]
    return list(dict.fromkeys(named))
