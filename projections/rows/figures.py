"""Everybody's figures in a contest, worked out anew only where something happened, or for all where one moves all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from domain.scoring.scheme import Begun, Scheme, scheme
from domain.scoring.scored import Scored
from projections.folds.marks import Marks

Released = Callable[[str], Collection[str] | None]


class Figures:
    """`released`: code → the panels whose figures count there, None for all.

    Where the tree sets entries against each other, each entry's own part is kept and only what follows is done for all.
    """

    def __init__(self, marks: Marks, released: Released) -> None:
        self._marks = marks
        self._released = released
        self._begun: dict[str, Begun] = {}
        self.scored: dict[str, Scored] = {}

    def lay(self) -> Iterable[str]:
        """Works all out anew, in order of codes; which codes those are."""
        self._begun.clear()
        self.scored = {}
        return self._evaluate(sorted(self._marks.codes.codes))

    def put(self, codes: Collection[str]) -> Iterable[str]:
        """Works out what something happened to; whose figures that may have moved."""
        return self._evaluate(codes) if codes else ()

    def _evaluate(self, codes: Collection[str]) -> Collection[str]:
        how = scheme(self._marks.rulebook)
        begun = {code: self._begin(how, code) for code in codes}
        if how.field_wide:
            self._begun |= begun
            begun = self._begun
        self.scored |= zip(begun, how.scored(list(begun.values())), strict=True)
        return begun.keys()

    def _begin(self, how: Scheme, code: str) -> Begun:
        return how.begin(self._marks.given(code, self._released(code)))
