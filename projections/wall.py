"""Everything that hangs on the wall of one contest, kept up to date in one pass over its events."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from projections.awards import Prize, award_list
from projections.board import Board, Names
from projections.folds.marks import Folding, Marks
from projections.lists import Lists, lists
from projections.progress import Progress, progress
from projections.result import Result, official_result
from projections.rulings import Rulings
from projections.standings import Standings


def nameless(_contest: str, _entries: Collection[str]) -> Mapping[str, str]:
    """For a wall that is not asked for names."""
    return {}


class Wall:
    """Before a rulebook is fixed views are empty, and the result and awards raise LookupError."""

    def __init__(self, contest_id: str, names: Names = nameless) -> None:
        self.marks = Marks(contest_id)
        self.standings = Standings(self.marks)
        self.board = Board(self.marks, partial(official_result, self.marks, self.standings), names)
        self.rulings = Rulings()
        self.marks.hear(self.standings, self.board, self.rulings)
        self.fold = Folding(self.marks).fold

    def result(self) -> Result:
        """The official result as of now, whose digest a publication states."""
        return official_result(self.marks, self.standings)

    def awards(self) -> tuple[Prize, ...]:
        """The award list as of now, with what no publication has announced yet."""
        return award_list(self.marks, self.result())

    def announced(self) -> Lists | None:
        """The lists of the latest published result, as it was announced; None before the first."""
        published = self.board.published()
        return lists(self.marks, published) if published else None

    def progress(self) -> Progress:
        return progress(self.marks)
