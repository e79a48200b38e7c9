"""How many of each prize there are: by number, by a part of the field, and by the field's size."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

from domain.rulebook.results.awards import AnyAwards, FixedAwards, LineAwards, RatioAwards, TopShareAwards
from domain.rulebook.results.prizes import PrizeSet
from domain.scoring.awards.candidates import Candidate, size
from domain.scoring.awards.line import End, Reach, whole
from domain.scoring.awards.outcome import Vacancy
from domain.scoring.rounding import whole_number
from domain.scoring.words.reasons import reason


def prize_set(given: AnyAwards, field: int) -> tuple[str, ...]:
    """The prizes there are in a field of this size: of the sizes written the largest that it reaches.

    Rule: docs/rules/awards-field.md
    """
    if not given.field:
        return tuple(prize.id for prize in given.prizes)
    reached = [each for each in given.field if each.from_ <= field]
    return max(reached, key=_from).prizes if reached else ()


def _from(prizes: PrizeSet) -> int:
    return prizes.from_


def not_given(given: AnyAwards, field: Sequence[Candidate]) -> list[Vacancy]:
    """The prizes a field of this size does not bring.

    Rule: docs/rules/awards-field.md
    """
    found = size(field, given.base)
    known = prize_set(given, found)
    return [
        Vacancy(prize.id, _stated(prize), reason("field-size", found=found))
        for prize in given.prizes
        if prize.id not in known
    ]


def _stated(prize: object) -> int:
    return int(getattr(prize, "count", 1))


def ends(given: LineAwards, field: Sequence[Candidate]) -> list[End]:
    """Each prize there is, best first, with the last position it reaches.

    Rule: docs/rules/awards-fixed.md, docs/rules/awards-ratio.md, docs/rules/awards-top-share.md
    """
    found = size(field, given.base)
    known = prize_set(given, found)
    prizes = [prize for prize in given.prizes if prize.id in known]
    return list(zip(prizes, _reached(given, found, known), strict=True))


def counts(given: AnyAwards, field: Sequence[Candidate]) -> dict[str, int]:
    """How many of each prize there are in whole numbers; nothing of lists whose prizes have no number."""
    if not isinstance(given, FixedAwards | RatioAwards):
        return {}
    reached = ends(given, field)
    above = [0, *(whole(end) for _, end in reached)]
    return {prize.id: whole(end) - before for (prize, end), before in zip(reached, above, strict=False)}


def _reached(given: LineAwards, field: int, known: Sequence[str]) -> Sequence[Reach]:
    if isinstance(given, FixedAwards):
        return list(accumulate(prize.count for prize in given.prizes if prize.id in known))
    if isinstance(given, TopShareAwards):
        return [whole_number(field * Fraction(given.upto), "down") for _ in known]
    if isinstance(given, RatioAwards):
        return _of_ratios(given, field, [Fraction(prize.ratio) for prize in given.prizes if prize.id in known])
    return list(range(1, len(known) + 1))


def _of_ratios(given: RatioAwards, field: int, ratios: Sequence[Fraction]) -> Sequence[Reach]:
    mode = given.rounding
    if mode == "exact":
        return [field * ratio for ratio in accumulate(ratios)]
    if given.cumulative:
        return [whole_number(field * ratio, mode) for ratio in accumulate(ratios)]
    return list(accumulate(whole_number(field * ratio, mode) for ratio in ratios))
