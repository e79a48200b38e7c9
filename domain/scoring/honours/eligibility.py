"""Whether somebody may have an honour, whatever the place: worker, grade, earlier titles and what else is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from domain.entrants import Columns, listed, says_yes, truth
from domain.rulebook.results.grades import holds_none, promoted, rank_of, same_grade
from domain.rulebook.results.honours import Honour
from domain.scoring.awards.candidates import Candidate, lacking
from domain.scoring.words.reasons import Reason, reason


def objections(honour: Honour, each: Candidate, edition: str, beside: Collection[str] = ()) -> tuple[Reason, ...]:
    """Everything that stands against it, none when nothing does.

    `edition` is the rulebook's, `beside` the honours recommended for already.

    Rule: docs/rules/honours.md
    """
    return tuple(_objections(honour, each, edition, beside))


def _objections(honour: Honour, each: Candidate, edition: str, beside: Collection[str]) -> Iterator[Reason]:
    if each.fault is not None:
        yield each.fault
    if honour.edition and (each.columns.get("edition", "").strip() or edition) not in honour.edition:
        yield reason("edition")
    if honour.worker is not None:
        yield from _as_worker(each.columns, wanted=honour.worker)
    yield from _as_to_what_is_held(honour, each.columns)
    if (lack := lacking(each, honour.when)) is not None:
        yield lack
    for name in honour.unless:
        if name in beside:
            yield reason("beside", name=name)


def _as_to_what_is_held(honour: Honour, columns: Columns) -> Iterator[Reason]:
    held = columns.get("grade", "").strip()
    if _asks_for_grade(honour) and not holds_none(held) and rank_of(held) is None:
        yield reason("no-grade", found=held)
    elif honour.holds and not any(same_grade(held, grade) for grade in honour.holds):
        yield reason("grade", found=held)
    if honour.not_held and listed(columns, "titles") & {honour.id, honour.title.zh, honour.title.en, honour.gives}:
        yield reason("held")
    if honour.gives and promoted(honour.gives, held, honour.if_holds) is None:
        yield reason("grade-held", found=held)


def _as_worker(columns: Columns, *, wanted: bool) -> Iterator[Reason]:
    cell = columns.get("worker", "").strip()
    if cell and truth(cell) is None:
        yield reason("yes-or-no", column="worker", found=cell)
    elif says_yes(columns, "worker") != wanted:
        yield reason("worker" if wanted else "no-worker")


def _asks_for_grade(honour: Honour) -> bool:
    """Whether what somebody holds decides: which grades are asked for, or whether the grade given is a higher one."""
    return bool(honour.holds or honour.if_holds) or rank_of(honour.gives or "") is not None


def given(honour: Honour, each: Candidate) -> str:
    """The grade or title; empty where the honour's own name says all.

    Rule: docs/rules/honours.md
    """
    if not honour.gives:
        return ""
    return promoted(honour.gives, each.columns.get("grade", "").strip(), honour.if_holds) or ""
