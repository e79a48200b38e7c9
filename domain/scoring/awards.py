"""Awards: which prize a place or a total brings, as the rulebook decided before there were any results.

Only complete totals of ranked entries bring a prize.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from domain.rulebook.results import CutAwards, FixedAwards, RatioAwards
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import EXACT, Num
from domain.scoring.ranking import Placed
from domain.scoring.rounding import whole_number
from domain.scoring.scored import Scored
from domain.scoring.statuses import DECLINED, DID_NOT_START, WITHDRAWN

_NOT_STARTED = {DID_NOT_START.word, DECLINED.word, WITHDRAWN.word}


def awards(
    rulebook: Rulebook, placed: Sequence[Placed], scored: Mapping[str, Scored], cuts: Mapping[str, Num] | None = None
) -> dict[str, str]:
    """Entry -> prize id, for those who get one. `cuts`: prize id -> lowest total, once the jury has decided.

    Rule: docs/rules/awards-fixed.md, docs/rules/awards-ratio.md, docs/rules/awards-cuts.md
    """
    given = rulebook.awards
    if given is None:
        return {}
    if isinstance(given, CutAwards):
        return _by_cuts(given, placed, scored, cuts or {})
    ends = last_places(given, placed, scored)
    found = {each.key: _prize(given, ends, *span) for each, span in _spans(placed, scored)}
    return {key: prize for key, prize in found.items() if prize}


def undecided(rulebook: Rulebook, placed: Sequence[Placed], scored: Mapping[str, Scored]) -> list[tuple[str, ...]]:
    """Entries that share a place across the end of a prize where the rulebook lets nobody share: each group by itself.

    Rule: docs/rules/awards-fixed.md
    """
    given = rulebook.awards
    if given is None or isinstance(given, CutAwards) or given.at_the_line != "block":
        return []
    ends = last_places(given, placed, scored)
    groups: dict[int, list[str]] = {}
    for each, (first, last) in _spans(placed, scored):
        if _reached(ends, first) != _reached(ends, last):
            groups.setdefault(first, []).append(each.key)
    return [tuple(group) for group in groups.values()]


def last_places(given: FixedAwards | RatioAwards, placed: Sequence[Placed], scored: Mapping[str, Scored]) -> list[int]:
    """The last place of each prize, best prize first.

    Rule: docs/rules/awards-fixed.md, docs/rules/awards-ratio.md
    """
    return fixed_ends(given) if isinstance(given, FixedAwards) else ratio_ends(given, placed, scored)


def fixed_ends(given: FixedAwards) -> list[int]:
    """The last place of each prize.

    Rule: docs/rules/awards-fixed.md
    """
    return list(accumulate(prize.count for prize in given.prizes))


def ratio_ends(given: RatioAwards, placed: Sequence[Placed], scored: Mapping[str, Scored]) -> list[int]:
    """The last place of each prize, from the size of the field the ratios are of.

    Rule: docs/rules/awards-ratio.md
    """
    field = _field(given, placed, scored)
    ratios = [prize.ratio for prize in given.prizes]
    if given.cumulative:
        return [whole_number(EXACT.multiply(Decimal(field), ratio), given.rounding) for ratio in accumulate(ratios)]
    return list(accumulate(whole_number(EXACT.multiply(Decimal(field), ratio), given.rounding) for ratio in ratios))


def _field(given: RatioAwards, placed: Sequence[Placed], scored: Mapping[str, Scored]) -> int:
    if given.base == "entrants":
        return len(placed)
    if given.base == "ranked":
        return sum(scored[each.key].standing == "ranked" for each in placed)
    return sum(scored[each.key].standing == "ranked" or scored[each.key].status not in _NOT_STARTED for each in placed)


def _spans(placed: Sequence[Placed], scored: Mapping[str, Scored]) -> list[tuple[Placed, tuple[int, int]]]:
    """Who may get a prize, with the first and the last of the places taken up by all who share with them."""
    sharing = Counter(each.place for each in placed)
    return [
        (each, (each.place, each.place + sharing[each.place] - 1))
        for each in placed
        if each.place is not None and scored[each.key].standing == "ranked" and scored[each.key].complete
    ]


def _prize(given: FixedAwards | RatioAwards, ends: Sequence[int], first: int, last: int) -> str:
    """Extend: a shared place counts as its first. Demote: as its last. Block: only if both bring the same."""
    reached = _reached(ends, last if given.at_the_line == "demote" else first)
    if given.at_the_line == "block" and reached != _reached(ends, last):
        return ""
    return given.prizes[reached].id if reached < len(ends) else ""


def _reached(ends: Sequence[int], place: int) -> int:
    """The index of the best prize that reaches down to this place."""
    return next((index for index, end in enumerate(ends) if place <= end), len(ends))


def _by_cuts(
    given: CutAwards, placed: Sequence[Placed], scored: Mapping[str, Scored], cuts: Mapping[str, Num]
) -> dict[str, str]:
    """The best prize whose cut the total reaches; a prize without a decided cut is given to nobody.

    Rule: docs/rules/awards-cuts.md
    """
    found: dict[str, str] = {}
    for each in placed:
        figures = scored[each.key]
        if figures.total is None or not figures.complete:
            continue
        for prize in given.prizes:
            if prize.id in cuts and figures.total >= cuts[prize.id]:
                found[each.key] = prize.id
                break
    return found
