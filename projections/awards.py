"""The award list: who gets which prize, best prize first, which stay vacant, and which a tie leaves undecided."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from itertools import pairwise

from domain.rulebook.results import CutAwards, FixedPrize
from domain.scoring.awards import last_places, undecided
from domain.scoring.ranking import Placed
from projections.folds.marks import Marks
from projections.result import Result
from projections.rows.cells import identity
from projections.rows.view import Plain


@dataclass(frozen=True, slots=True)
class Prize:
    """`winners` by place: code, place, shared, total, and after decoding entry, number and delegation.

    `vacant` is how many of a fixed number of this prize nobody gets. `tied`, with the words of winners, share a place
    across an end of this prize where the rulebook lets nobody share. Not `decided` while anybody is, nor without cuts.
    """

    prize: str
    title: dict[str, str]
    winners: tuple[Plain, ...]
    vacant: int
    decided: bool
    tied: tuple[Plain, ...]

    def plain(self) -> Plain:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Tie:
    """Codes that take up the places `first` to `last` among them, which bring different prizes."""

    codes: tuple[str, ...]
    first: int
    last: int

    def within(self, above: int, end: int) -> int:
        """How many of these places are a prize's that begins below `above` and ends with `end`."""
        return max(min(self.last, end) - max(self.first - 1, above), 0)


def award_list(marks: Marks, result: Result) -> tuple[Prize, ...]:
    """The list of `result`, which must be of the same contest. Raises: LookupError while no rulebook is fixed."""
    rulebook = marks.rulebook
    ties, ends = _ties(marks, result)
    has_cuts = not isinstance(rulebook.awards, CutAwards) or bool(result.cuts)
    prizes = []
    for prize, span in zip(rulebook.prizes, ends, strict=True):
        winners = _shown(marks, result, {row["code"] for row in result.rows if row["award"] == prize.id})
        taken = {tie.codes: tie.within(*span) for tie in ties if tie.within(*span)}
        tied = _shown(marks, result, {code for codes in taken for code in codes})
        count = prize.count if isinstance(prize, FixedPrize) else 0
        vacant = max(count - len(winners) - sum(taken.values()), 0)
        title = {"zh": prize.title.zh, "en": prize.title.en}
        prizes.append(Prize(prize.id, title, winners, vacant, has_cuts and not tied, tied))
    return tuple(prizes)


def _ties(marks: Marks, result: Result) -> tuple[list[_Tie], list[tuple[int, int]]]:
    """The ties nobody has decided, and of each prize the place above it and its last."""
    given, placed = marks.rulebook.awards, [Placed(row["code"], row["place"], row["shared"]) for row in result.rows]
    if given is None or isinstance(given, CutAwards):
        return [], [(0, 0) for _ in marks.rulebook.prizes]
    places = [each.place for each in placed]
    place_of = {each.key: each.place or 0 for each in placed}
    groups = [(codes, place_of[codes[0]]) for codes in undecided(marks.rulebook, placed, result.scored)]
    ties = [_Tie(codes, first, first + places.count(first) - 1) for codes, first in groups]
    return ties, list(pairwise((0, *last_places(given, placed, result.scored))))


def _shown(marks: Marks, result: Result, codes: Collection[str]) -> tuple[Plain, ...]:
    return tuple(
        {word: row[word] for word in ("code", "place", "shared", "total")} | identity(marks, row["code"])
        for row in result.rows
        if row["code"] in codes
    )
