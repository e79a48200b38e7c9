"""The award lists of a contest: each list by its own rule, category by category, in the order they are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import (
    AnyAwards,
    BestAwards,
    CutAwards,
    LineAwards,
    MedalAwards,
    ThresholdAwards,
    TopShareAwards,
)
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.bands import Cuts, by_cuts, by_threshold
from domain.scoring.awards.candidates import (
    Candidate,
    by_column,
    by_figure,
    by_place,
    candidates,
    lacking,
    size,
)
from domain.scoring.awards.ends import ends, not_given, prize_set
from domain.scoring.awards.line import Terms, along_the_line
from domain.scoring.awards.medals import medals
from domain.scoring.awards.outcome import Outcome
from domain.scoring.entrants import Attributes
from domain.scoring.ranking.places import Placed
from domain.scoring.scored import Scored


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

    Rule: docs/rules/awards-lists.md
    """
    found: list[Outcome] = []
    for given in lists:
        awarded = frozenset(key for each in found for key in each.given) if given.unless_awarded else frozenset()
        taking_part = [each for each in field if lacking(each, given.when) is None]
        pools = by_column(taking_part, given.per or per).values()
        found.append(Outcome(given.id).join(_pool(given, pool, better, awarded, cuts or {}) for pool in pools))
    return tuple(found)


def _pool(given: AnyAwards, field: Sequence[Candidate], better: Better, awarded: frozenset[str], cuts: Cuts) -> Outcome:
    """One list in one category; who is `awarded` counts in the field's size and is no rival for a prize."""
    known, free = prize_set(given, size(field, given.base)), [each for each in field if each.key not in awarded]
    match given:
        case CutAwards():
            outcome = by_cuts(given, free, known, cuts, better)
        case ThresholdAwards():
            outcome = by_threshold(given, free, known)
        case MedalAwards():
            outcome = medals(given, free, known, _towards(given, better))
        case BestAwards():
            outcome = _best_of(given, field, free, better)
        case TopShareAwards():  # who is awarded stands on the line all the same
            outcome = along_the_line(given.id, ends(given, field), by_place(field), _terms(given, awarded))
            outcome.vacant.clear()  # as many as are within the share: no number of prizes
        case _:
            outcome = along_the_line(given.id, ends(given, field), by_place(free), _terms(given))
    outcome.vacant += not_given(given, field)
    return outcome


def _best_of(given: BestAwards, field: Sequence[Candidate], free: Sequence[Candidate], better: Better) -> Outcome:
    """Rule: docs/rules/awards-best-of.md."""
    delegations = by_column((each for each in free if each.columns.get(given.by, "").strip()), given.by).values()
    orders = [by_figure(each, given.node, _towards(given, better)) for each in delegations]
    found = (along_the_line(given.id, ends(given, field), order, _terms(given)) for order in orders)
    outcome = Outcome(given.id).join(found)
    outcome.vacant.clear()  # as many as there are delegations: no number of prizes
    return outcome


def _terms(given: LineAwards, awarded: frozenset[str] = frozenset()) -> Terms:
    return Terms(given.at_the_line, given.minimum, given.if_below == "vacant", given.limit, awarded)


def _towards(given: MedalAwards | BestAwards, better: Better) -> Better:
    """Which way its figure is better: as written, as the total is ranked, else the higher."""
    return given.better or ("higher" if given.node else better)
