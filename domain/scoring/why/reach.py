"""How far a prize reaches that is given to a part of the field, and what a tie across its end does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import RatioAwards
from domain.rulebook.results.prizes import PlainPrize
from domain.scoring.awards.candidates import Candidate, size
from domain.scoring.awards.ends import ends
from domain.scoring.awards.line import whole
from domain.scoring.awards.order import along
from domain.scoring.numbers import Num, simplest


@dataclass(frozen=True, slots=True)
class Reach:
    """`part` of `of` is `exactly` so many; the prize ends at position `end`, counted in entries from the first.

    `part` is that of all prizes so far where ends are rounded, else the prize's own. Positions `first` to `last` share
    a place across the end (0: nobody does), and `all` or `none` of them have the prize.
    """

    part: Num
    of: int
    exactly: Num
    end: int
    first: int = 0
    last: int = 0
    crossing: Literal["", "all", "none"] = ""


def reach(
    given: RatioAwards, wanted: PlainPrize, pool: Sequence[Candidate], has: Mapping[str, str], better: Better
) -> Reach | None:
    """Of one category; None for a prize that a field of this size does not bring.

    Rule: docs/rules/awards-ratio.md
    """
    reached = {prize.id: whole(end) for prize, end in ends(given, pool)}
    if wanted.id not in reached:
        return None
    of, ratios = size(pool, given.base), {prize.id: Fraction(prize.ratio) for prize in given.prizes}
    part = ratios[wanted.id]
    if given.cumulative or given.rounding == "exact":  # an exact end is that of all prizes so far
        up_to = list(reached)[: list(reached).index(wanted.id) + 1]
        part = sum((ratios[each] for each in up_to), Fraction(0))
    found = Reach(simplest(part), of, simplest(part * of), reached[wanted.id])
    above = 0
    for group in along(given, pool, better):
        first, above = above + 1, above + len(group)
        won = [has.get(each.key) == wanted.id for each in group]
        if first <= found.end < above and len(set(won)) == 1:  # its members share one fate
            return replace(found, first=first, last=above, crossing="all" if all(won) else "none")
    return found
