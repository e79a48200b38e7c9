"""The award list: who gets which prize, best prize first, and which prizes stay vacant."""

from __future__ import annotations

from dataclasses import dataclass

from domain.rulebook.results import FixedPrize
from projections.folds.marks import Marks
from projections.result import Result
from projections.rows.cells import identity
from projections.rows.view import Plain


@dataclass(frozen=True, slots=True)
class Prize:
    """`winners` by place: code, place, shared, total, and after decoding entry, number and delegation.

    `vacant` is how many of a fixed number of this prize nobody gets.
    """

    prize: str
    title: dict[str, str]
    winners: tuple[Plain, ...]
    vacant: int


def award_list(marks: Marks, result: Result) -> tuple[Prize, ...]:
    """The list of `result`, which must be of the same contest. Raises: LookupError while no rulebook is fixed."""
    prizes = []
    for prize in marks.rulebook.prizes:
        winners = tuple(
            {word: row[word] for word in ("code", "place", "shared", "total")} | identity(marks, row["code"])
            for row in result.rows
            if row["award"] == prize.id
        )
        vacant = max(prize.count - len(winners), 0) if isinstance(prize, FixedPrize) else 0
        prizes.append(Prize(prize.id, {"zh": prize.title.zh, "en": prize.title.en}, winners, vacant))
    return tuple(prizes)
