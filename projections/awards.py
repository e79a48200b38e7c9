"""The award list: who gets which prize, best prize first, which stay vacant, and which a tie leaves undecided."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass

from domain.rulebook.results import AnyAwards, FixedAwards, cuts_of_the_jury
from domain.scoring.awards import Outcome
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


def award_list(marks: Marks, result: Result) -> tuple[Prize, ...]:
    """The list of `result`, which must be of the same contest. Raises: LookupError while no rulebook is fixed."""
    rulebook = marks.rulebook
    lists = zip(rulebook.awards, result.outcome.prizes, strict=True)
    return tuple(prize for given, outcome in lists for prize in _prizes(marks, result, given, outcome))


def _prizes(marks: Marks, result: Result, given: AnyAwards, outcome: Outcome) -> Iterator[Prize]:
    has_cuts = bool(result.cuts) or not cuts_of_the_jury((given,))
    for prize in given.prizes:
        winners = _shown(marks, result, {code for code, won in outcome.given.items() if won == prize.id})
        ties = [tie for tie in outcome.undecided if prize.id in dict(tie.prizes)]
        tied = _shown(marks, result, {code for tie in ties for code in tie.entries})
        is_counted = isinstance(given, FixedAwards)
        vacant = sum(each.count for each in outcome.vacant if is_counted and each.prize == prize.id)
        title = {"zh": prize.title.zh, "en": prize.title.en}
        yield Prize(prize.id, title, winners, vacant, has_cuts and not tied, tied)


def _shown(marks: Marks, result: Result, codes: Collection[str]) -> tuple[Plain, ...]:
    return tuple(
        {word: row[word] for word in ("code", "place", "shared", "total")} | identity(marks, row["code"])
        for row in result.rows
        if row["code"] in codes
    )
