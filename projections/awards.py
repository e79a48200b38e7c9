"""The award list: who gets which prize, best prize first, which stay vacant, and which a tie leaves undecided."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass

from domain.rulebook.parts import Words
from domain.rulebook.results import AnyAwards, FixedAwards, cuts_of_the_jury
from domain.scoring.awards import Outcome
from domain.scoring.numbers import shown
from domain.scoring.ranking.chain import in_last_stage
from domain.scoring.scheme import scheme
from domain.scoring.words.labels import label
from projections.folds.marks import Marks
from projections.result import Result
from projections.rows.cells import identity
from projections.rows.outcome import attributes
from projections.rows.view import Plain


@dataclass(frozen=True, slots=True)
class Prize:
    """`winners` by place: code, place, shown, shared, total, figure, and after decoding entry, number and delegation.

    `figure` is what brought the prize where its list goes by one; which one says `by`, empty where it is the total.

    `list` is the id of its list and `of` that list's title. Where the list is given in categories, each by itself,
    winners stand category by category and say theirs, else it is empty. `vacant` is how many of a fixed number of this
    prize nobody gets. `tied`, with the words of winners, share a place across an end of this prize where the rulebook
    lets nobody share. Not `decided` while anybody is, nor without cuts.
    """

    prize: str
    title: dict[str, str]
    list: str
    of: dict[str, str]
    by: dict[str, str]
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
    show = _Rows(marks, result, given)
    for prize in given.prizes:
        winners = show.rows({code for code, won in outcome.given.items() if won == prize.id})
        ties = [tie for tie in outcome.undecided if prize.id in dict(tie.prizes)]
        tied = show.rows({code for tie in ties for code in tie.entries})
        is_counted = isinstance(given, FixedAwards)
        vacant = sum(each.count for each in outcome.vacant if is_counted and each.prize == prize.id)
        decided = has_cuts and not tied
        yield Prize(
            prize.id, _words(prize.title), given.id, _words(given.title), show.by, winners, vacant, decided, tied
        )


class _Rows:
    """Rows of one list's winners; `by` is the title of the figure it goes by, empty for the total."""

    def __init__(self, marks: Marks, result: Result, given: AnyAwards) -> None:
        rulebook = marks.rulebook
        node = getattr(given, "node", "")
        self._node = in_last_stage(rulebook).get(node, node)
        self._column = given.per or rulebook.ranking.per or ""
        self._places = scheme(rulebook).places.get(self._node)
        self._marks, self._result, self._known = marks, result, attributes(marks)
        self.by = _words(label(rulebook, self._node)) if self._node else {}

    def rows(self, codes: Collection[str]) -> tuple[Plain, ...]:
        found = (self._row(row) for row in self._result.rows if row["code"] in codes)
        return tuple(sorted(found, key=lambda row: str(row["category"])))

    def _row(self, row: Plain) -> Plain:
        code = row["code"]
        figure = self._result.scored[code].values.get(self._node)
        return {
            **{word: row[word] for word in ("code", "place", "shared", "total")},
            "shown": row.get("shown", str(row["place"] or "")),
            "figure": row["total"] if figure is None else shown(figure, self._places),
            "category": self._known.get(code, {}).get(self._column, "").strip(),
            **identity(self._marks, code),
        }


def _words(title: Words) -> dict[str, str]:
    return {"zh": title.zh, "en": title.en}
