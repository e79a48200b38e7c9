"""What is known in the record beside the marks that decides a result: columns, cuts, ties, who was in which stage."""

from __future__ import annotations

from collections.abc import Mapping

from domain.entrants import Attributes
from domain.marks import number
from domain.scoring.result import ContestResult, Known, contest_result
from domain.scoring.scored import Scored
from projections.folds.marks import Marks
from projections.rows.listing import Listing, listing
from projections.rows.table import Table


def outcome(marks: Marks, scored: Mapping[str, Scored]) -> ContestResult:
    """The result of these figures, by code. Raises: LookupError while no rulebook is fixed."""
    return contest_result(marks.rulebook, scored, known(marks))


def listed(marks: Marks, scored: Mapping[str, Scored], table: Table) -> Listing | None:
    """Where everybody on the table stands, row by row; None where counting better rows gives it.

    By the official rule once codes are decoded. Before that over all rows, by their keys: category, being official
    and what a draw decided would tell who stands behind a code.
    """
    rulebook = marks.contest.rulebook
    if rulebook is None:
        return None
    return listing(outcome(marks, scored).placed) if marks.codes.decoded else table.as_written(rulebook.ranking.display)


def known(marks: Marks) -> Known:
    """As of the last event folded; nothing of who stands behind a code before the codes are decoded."""
    contest = marks.contest
    codes = {entry: code for code, entry in marks.codes.entry_of.items()}
    return Known(
        attributes(marks),
        {prize: number(lowest) for prize, lowest in contest.cuts},
        {
            stage: {codes.get(entry, entry): turn for entry, turn in turns.items()}
            for stage, turns in contest.decided.items()
        },
        {
            stage.id: [code for code in marks.codes.codes if _was_in(marks, code, stage.id)]
            for stage in marks.rulebook.stages
        },
        {stage: [codes[entry] for entry in entries if entry in codes] for stage, entries in contest.advanced.items()},
        {stage: [codes[entry] for entry in entries if entry in codes] for stage, entries in contest.let_in.items()},
    )


def attributes(marks: Marks) -> Attributes:
    """By code, what rulebooks ask of an entry; nothing before the codes are decoded."""
    if not marks.codes.decoded:
        return {}
    return {code: marks.columns(code) for code in marks.codes.entry_of}


def _was_in(marks: Marks, code: str, stage: str) -> bool:
    """Whether something was marked or stated of the code in a module of the stage."""
    modules = {module.id for module in marks.rulebook.modules if module.stage == stage}
    works = marks.works.get(code, {}).values()
    return any(marks.rulebook.panel(work.panel).module in modules and (work.marks or work.status) for work in works)
