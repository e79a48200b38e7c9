"""Prizes for all who reach a figure: bands whose beginning is written or decided by the jury, and thresholds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import AnyAwards, CutAwards, ThresholdAwards
from domain.rulebook.results.prizes import CutPrize, PlainPrize
from domain.scoring.awards.candidates import Candidate, lacking, unit_of, within, without_figure
from domain.scoring.awards.order import by_place
from domain.scoring.awards.outcome import Outcome
from domain.scoring.numbers import Num
from domain.scoring.words.reasons import Reason, reason

Cuts = Mapping[str, Num]


def by_cuts(
    given: CutAwards, field: Sequence[Candidate], known: Collection[str], cuts: Cuts, better: Better
) -> Outcome:
    """The best prize whose band the figure reaches; a prize without a written or decided cut is given to nobody.

    `cuts`: prize id -> where it begins, as the jury decided. `better`: which way the list's figure is.

    Rule: docs/rules/awards-cuts.md
    """
    prizes = [prize for prize in given.prizes if prize.id in known]
    outcome = Outcome(given.id, waiting=[prize.id for prize in prizes if prize.by_jury and prize.id not in cuts])
    for group in by_place(field):
        before = _units(given, outcome, field)
        for each in group:
            _ask(outcome, given, each)
            reached = [p for p in prizes if _reaches(p, each.number(given.node), cuts.get(p.id), better)]
            _best(outcome, given, each, reached, before)
    return outcome


def by_threshold(given: ThresholdAwards, field: Sequence[Candidate], known: Collection[str]) -> Outcome:
    """The prize for all whose figure reaches the threshold.

    Rule: docs/rules/awards-threshold.md
    """
    prizes = [prize for prize in given.prizes if prize.id in known]
    outcome = Outcome(given.id)
    for group in by_place(field):
        before = _units(given, outcome, field)
        for each in group:
            _ask(outcome, given, each)
            reached = prizes if within(each.number(given.node), given.at_least, given.at_most) else []
            _best(outcome, given, each, reached, before)
    return outcome


def _ask(outcome: Outcome, given: CutAwards | ThresholdAwards, each: Candidate) -> None:
    """A figure that is not there reaches nothing, and that is told of who has a complete result."""
    if each.fault is None and each.figure(given.node) is None:
        outcome.pass_over(each.key, without_figure(given.node))


def _reaches(prize: CutPrize, number: Num | None, decided: Num | None, better: Better) -> bool:
    """What is written binds the jury too."""
    if not prize.by_jury:
        return within(number, prize.at_least, prize.at_most)
    if decided is None:
        return False
    return within(number, decided, None) if better == "higher" else within(number, None, decided)


def _units(given: AnyAwards, outcome: Outcome, field: Sequence[Candidate]) -> Counter[str]:
    """How many prizes each unit has; who shares a place is judged by the prizes of those before."""
    limit = given.limit
    return Counter(unit_of(each, limit.by) for each in field if limit and each.key in outcome.given)


def _best(
    outcome: Outcome, given: AnyAwards, each: Candidate, reached: Sequence[PlainPrize], units: Counter[str]
) -> None:
    for prize in reached:
        why = each.fault or lacking(each, given.minimum) or lacking(each, prize.minimum) or _full(given, each, units)
        if why is None:
            outcome.given[each.key] = prize.id
            outcome.passed.pop(each.key, None)
            return
        outcome.pass_over(each.key, why)


def _full(given: AnyAwards, each: Candidate, units: Counter[str]) -> Reason | None:
    if given.limit is None:
        return None
    unit = unit_of(each, given.limit.by)
    if not unit or units[unit] < given.limit.count:
        return None
    return reason("limit", by=" / ".join(given.limit.by), unit=unit, count=given.limit.count)
