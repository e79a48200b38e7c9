"""Whether somebody may have an honour, whatever the place: worker, grade, earlier titles and what else is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from domain.rulebook.results.honours import Honour
from domain.scoring.awards.candidates import Candidate, lacking
from domain.scoring.entrants import listed, says_yes
from domain.scoring.honours.grades import promoted, same_grade
from domain.scoring.words.reasons import Reason, reason


def objections(honour: Honour, each: Candidate, edition: str, beside: Collection[str] = ()) -> tuple[Reason, ...]:
    """Everything that stands against it, none when nothing does.

    `edition` is the rulebook's, `beside` the honours recommended for already.

    Rule: docs/rules/honours.md
    """
    return tuple(_objections(honour, each, edition, beside))


def _objections(honour: Honour, each: Candidate, edition: str, beside: Collection[str]) -> Iterator[Reason]:
    columns, held = each.columns, each.columns.get("grade", "").strip()
    if each.fault is not None:
        yield each.fault
    if honour.edition and (columns.get("edition", "").strip() or edition) not in honour.edition:
        yield reason("edition")
    if honour.worker is not None and says_yes(columns, "worker") != honour.worker:
        yield reason("worker" if honour.worker else "no-worker")
    if honour.holds and not any(same_grade(held, grade) for grade in honour.holds):
        yield reason("grade", found=held)
    if honour.not_held and listed(columns, "titles") & {honour.id, honour.title.zh, honour.title.en, honour.gives}:
        yield reason("held")
    if honour.gives and promoted(honour.gives, held, honour.if_holds) is None:
        yield reason("grade-held", found=held)
    if (lack := lacking(each, honour.when)) is not None:
        yield lack
    for name in honour.unless:
        if name in beside:
            yield reason("beside", name=name)


def given(honour: Honour, each: Candidate) -> str:
    """The grade or title; empty where the honour's own name says all.

    Rule: docs/rules/honours.md
    """
    if not honour.gives:
        return ""
    return promoted(honour.gives, each.columns.get("grade", "").strip(), honour.if_holds) or ""
