"""Medals with a tolerance: figures close together share a medal, and the medals behind a shared one change."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import MedalAwards
from domain.rulebook.results.prizes import PlainPrize
from domain.scoring.awards.candidates import Candidate, lacking
from domain.scoring.awards.order import by_figure
from domain.scoring.awards.outcome import Outcome, Vacancy
from domain.scoring.words.reasons import reason

_THREE_GOLDS = 3


def medals(given: MedalAwards, field: Sequence[Candidate], known: Collection[str], better: Better) -> Outcome:
    """Gold, silver and bronze by figure, those within the tolerance of the best of their group together.

    Who is below the `minimum` is no rival for a medal (`next`) or leaves it vacant.

    Rule: docs/rules/awards-medals.md
    """
    outcome, rivals = Outcome(given.id), list[Candidate]()
    for group in by_figure(field, given.node, better):
        for each in group:
            why = lacking(each, given.minimum)
            if why is not None:
                outcome.pass_over(each.key, why)
            if why is None or given.if_below == "vacant":
                rivals.append(each)
    for before, (prize, group) in enumerate(zip(given.prizes, _groups(rivals, given), strict=False)):
        if prize.id in known and group:
            _hang(outcome, prize, group)
        elif prize.id in known:
            why = reason("medals" if len(rivals) > before else "nobody-left")
            outcome.vacant.append(Vacancy(prize.id, 1, why))
    return outcome


def _hang(outcome: Outcome, prize: PlainPrize, group: Sequence[Candidate]) -> None:
    for each in group:
        why = outcome.passed.get(each.key) or lacking(each, prize.minimum)
        if why is None:
            outcome.given[each.key] = prize.id
        else:
            outcome.pass_over(each.key, why)
            outcome.vacant.append(Vacancy(prize.id, 1, why))


def _groups(rivals: Sequence[Candidate], given: MedalAwards) -> tuple[Sequence[Candidate], ...]:
    """Gold, silver, bronze. One gold: silver, and bronze behind a single silver. Two: bronze. More: bronze if close."""
    gold, rest = _close(rivals, given)
    if len(gold) >= _THREE_GOLDS:
        near = [each for each in rest if _apart(each, gold[-1], given) <= given.tolerance]
        return gold, (), near
    if len(gold) > 1:
        return gold, (), _close(rest, given)[0]
    silver, rest = _close(rest, given)
    return gold, silver, _close(rest, given)[0] if len(silver) == 1 else ()


def _close(rivals: Sequence[Candidate], given: MedalAwards) -> tuple[Sequence[Candidate], Sequence[Candidate]]:
    """Those within the tolerance of the best, and the others."""
    near = [each for each in rivals if _apart(each, rivals[0], given) <= given.tolerance]
    return near, rivals[len(near) :]


def _apart(one: Candidate, other: Candidate, given: MedalAwards) -> Fraction:
    first, second = one.number(given.node), other.number(given.node)
    return abs(Fraction(first or 0) - Fraction(second or 0))
