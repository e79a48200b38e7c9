"""The award lists of a contest: each list by its own rule, category by category, in the order they are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.entrants import Attributes
from domain.rulebook.parts import Better
from domain.rulebook.results.awards import (
    AnyAwards,
    BestAwards,
    CutAwards,
    FixedAwards,
    LineAwards,
    MedalAwards,
    RatioAwards,
    ThresholdAwards,
    TopShareAwards,
)
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.bands import Cuts, by_cuts, by_threshold
from domain.scoring.awards.candidates import Candidate, by_column, candidates, lacking, size, unit_of
from domain.scoring.awards.cap import keep_within
from domain.scoring.awards.ends import counts, ends, not_given, prize_set
from domain.scoring.awards.line import Terms, along_the_line
from domain.scoring.awards.medals import medals
from domain.scoring.awards.order import Group, along, by_figure, by_place, towards
from domain.scoring.awards.outcome import Outcome
from domain.scoring.ranking.places import Placed
from domain.scoring.scored import Scored
from domain.scoring.words.reasons import reason


def award_lists(
    rulebook: Rulebook,
    placed: Sequence[Placed],
    scored: Mapping[str, Scored],
    cuts: Cuts | None = None,
    attributes: Attributes | None = None,
) -> tuple[Outcome, ...]:
    """What each list comes to, in the rulebook's order. `cuts`: prize id -> where it begins, once the jury has decided.

    Only complete totals of ranked entries bring a prize.

    Rule: docs/rules/awards-lists.md
    """
    field = candidates(rulebook, placed, scored, attributes)
    return given_to(rulebook.awards, field, rulebook.ranking.better, rulebook.ranking.per, cuts)


def awards(
    rulebook: Rulebook,
    placed: Sequence[Placed],
    scored: Mapping[str, Scored],
    cuts: Cuts | None = None,
    attributes: Attributes | None = None,
) -> dict[str, str]:
    """Entry -> prize id, for those who get one; of several lists the first one's.

    Rule: docs/rules/awards-lists.md
    """
    found: dict[str, str] = {}
    for each in award_lists(rulebook, placed, scored, cuts, attributes):
        found = each.given | found
    return found


def undecided(
    rulebook: Rulebook,
    placed: Sequence[Placed],
    scored: Mapping[str, Scored],
    attributes: Attributes | None = None,
) -> list[tuple[str, ...]]:
    """Entries that share a place across the end of a prize where the rulebook lets nobody share: each group by itself.

    Rule: docs/rules/awards-fixed.md
    """
    lists = award_lists(rulebook, placed, scored, None, attributes)
    return [tie.entries for each in lists for tie in each.undecided]


def given_to(
    lists: Sequence[AnyAwards],
    field: Sequence[Candidate],
    better: Better,
    per: str | None = None,
    cuts: Cuts | None = None,
) -> tuple[Outcome, ...]:
    """Of candidates in the order of their places; `better` and `per` are their ranking's.

    Whoever has a prize of an earlier list can be left out only once it is known who has: a list `unless_awarded` waits
    for the jury's cuts of the lists before it, and nobody has a prize of it until then.

    Rule: docs/rules/awards-lists.md
    """
    found: list[Outcome] = []
    for given in lists:
        awarded = frozenset(key for each in found for key in each.given) if given.unless_awarded else frozenset()
        open_cuts = dict.fromkeys(prize for each in found for prize in each.waiting) if given.unless_awarded else {}
        outcome, taking_part = Outcome(given.id, waiting=list(open_cuts)), list[Candidate]()
        for each in field:
            why = lacking(each, given.when)
            if why is None:
                taking_part.append(each)
            elif why.word == "no-figure" and each.fault is None:
                outcome.pass_over(each.key, why)
        if open_cuts:
            outcome.passed.update((each.key, reason("cuts-above")) for each in taking_part if each.fault is None)
            found.append(outcome)
            continue
        pools = by_column(taking_part, given.per or per).values()
        found.append(outcome.join(_pool(given, pool, better, awarded, cuts or {}) for pool in pools))
    return tuple(found)


def _pool(given: AnyAwards, field: Sequence[Candidate], better: Better, awarded: frozenset[str], cuts: Cuts) -> Outcome:
    """One list in one category; who is `awarded` counts in the field's size and is no rival for a prize."""
    known, free = prize_set(given, size(field, given.base)), [each for each in field if each.key not in awarded]
    match given:
        case CutAwards():
            outcome = by_cuts(given, free, known, cuts, towards(given, better))
        case ThresholdAwards():
            outcome = by_threshold(given, free, known)
        case MedalAwards():
            outcome = medals(given, free, known, towards(given, better))
        case BestAwards():
            outcome = _best_of(given, field, free, better)
        case TopShareAwards():  # who is awarded stands on the line all the same
            outcome = along_the_line(given.id, ends(given, field), by_place(field), _terms(given, awarded))
            outcome.vacant.clear()  # as many as are within the share: no number of prizes
        case _:
            outcome = along_the_line(given.id, ends(given, field), along(given, free, better), _terms(given))
    keep_within(given, outcome, field, _order(given, field, better), counts(given, field))
    outcome.vacant += not_given(given, field)
    return outcome


def _order(given: AnyAwards, field: Sequence[Candidate], better: Better) -> list[Group]:
    """In which order prizes of the list go beyond its cap: the way they are given."""
    if isinstance(given, FixedAwards | RatioAwards):
        return along(given, field, better)
    node: str = getattr(given, "node", "")
    ties = getattr(given, "ties", ())
    return by_figure(field, node, towards(given, better), ties) if node else by_place(field)


def _best_of(given: BestAwards, field: Sequence[Candidate], free: Sequence[Candidate], better: Better) -> Outcome:
    """Rule: docs/rules/awards-best-of.md."""
    delegations: dict[str, list[Candidate]] = {}
    for each in free:
        if delegation := unit_of(each, given.by):
            delegations.setdefault(delegation, []).append(each)
    orders = [by_figure(each, given.node, towards(given, better), given.ties) for each in delegations.values()]
    found = (along_the_line(given.id, ends(given, field), order, _terms(given)) for order in orders)
    outcome = Outcome(given.id).join(found)
    outcome.vacant.clear()  # as many as there are delegations: no number of prizes
    return outcome


def _terms(given: LineAwards, awarded: frozenset[str] = frozenset()) -> Terms:
    return Terms(given.at_the_line, given.minimum, given.if_below == "vacant", given.limit, awarded)
