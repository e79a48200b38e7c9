"""At most so many prizes of a list in all: what goes beyond is taken back, from the last in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from domain.rulebook.results.awards import AnyAwards
from domain.rulebook.results.prizes import AtTheLine, Cap
from domain.scoring.awards.candidates import Candidate, size
from domain.scoring.awards.crossing import Way, at_the_line
from domain.scoring.awards.order import Group
from domain.scoring.awards.outcome import Outcome, Undecided, Vacancy
from domain.scoring.rounding import whole_number
from domain.scoring.words.reasons import reason


def keep_within(
    given: AnyAwards,
    outcome: Outcome,
    field: Sequence[Candidate],
    order: Sequence[Group],
    counts: Mapping[str, int],
) -> None:
    """`order` is best first; whoever shares a place in it keeps the prize, or loses it, together with the others.

    `counts`: prize -> how many there were to be, where there is such a number.

    Rule: docs/rules/awards-cap.md
    """
    if given.cap is None:
        return
    most = _most(given.cap, field)
    of_list: AtTheLine = getattr(given, "at_the_line", "demote")
    policy = given.cap.at_the_line or of_list
    left = most
    for group in order:
        names = {each.key for each in group}
        held = {key: prize for key, prize in outcome.given.items() if key in names}
        ties = [tie for tie in outcome.undecided if names & set(tie.entries)]
        wanted = len(held) + sum(count for tie in ties for _, count in tie.prizes)
        if wanted > left:
            way = at_the_line(policy, wanted - left, left) if left else "demote"
            _take_back(outcome, held, ties, left, way, most)
            wanted = left  # nobody comes after
        left -= wanted
    _leave_vacant(outcome, counts, most)


def _most(cap: Cap, field: Sequence[Candidate]) -> int:
    if cap.count is not None:
        return cap.count
    return whole_number(size(field, cap.base or "entrants") * Fraction(cap.ratio or 1), cap.rounding or "down")


def _take_back(  # noqa: PLR0913, PLR0917 - what those at the line have, and what the line does
    outcome: Outcome, held: Mapping[str, str], ties: Sequence[Undecided], left: int, way: Way, most: int
) -> None:
    """Open ties on one place become one, over what is left."""
    if ties:
        outcome.undecided[:] = [tie for tie in outcome.undecided if tie not in ties]
        entries = tuple(sorted({entry for tie in ties for entry in tie.entries}))
        if left:
            offered = Counter[str]()
            for tie in ties:
                offered.update(dict(tie.prizes))
            outcome.undecided.append(Undecided(entries, _first(tuple(offered.items()), left)))
        else:
            outcome.passed.update(dict.fromkeys(entries, reason("cap", count=most)))
    if way == "extend":
        return
    for key in held:
        del outcome.given[key]
        outcome.passed[key] = reason("tie") if way == "block" else reason("cap", count=most)
    prizes = tuple(Counter(held.values()).items())
    if way == "block" and held:
        outcome.undecided.append(Undecided(tuple(sorted(held)), _first(prizes, left)))


def _first(prizes: Sequence[tuple[str, int]], left: int) -> tuple[tuple[str, int], ...]:
    """As many of these prizes as are left."""
    found: list[tuple[str, int]] = []
    for prize, count in prizes:
        taken = min(count, left)
        left -= taken
        found += [(prize, taken)] if taken else []
    return tuple(found)


def _leave_vacant(outcome: Outcome, counts: Mapping[str, int], most: int) -> None:
    """Of prizes of which there is a number: those that are without a holder since."""
    for prize, count in counts.items():
        held = sum(won == prize for won in outcome.given.values())
        kept_open = sum(dict(tie.prizes).get(prize, 0) for tie in outcome.undecided)
        known = sum(each.count for each in outcome.vacant if each.prize == prize)
        if (missing := count - held - kept_open - known) > 0:
            outcome.vacant.append(Vacancy(prize, missing, reason("cap", count=most)))
