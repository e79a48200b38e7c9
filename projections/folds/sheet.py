"""One seat's sheet on one code: how a mark finds its place. The hottest lines of a replay."""

from __future__ import annotations

from typing import Protocol

from domain.recorded import Told
from domain.scoring.entered import value_of
from domain.scoring.numbers import Mark
from domain.sheets import events
from projections.folds.stamp import TIME_BITS
from projections.folds.work import Work

MARK_EVENTS = frozenset((events.MarkEntered, events.MarkChanged, events.MarkCorrected))


class Kept:
    """What all sheets of a contest have in common: the values that texts stand for.

    `position` and `at` are those of the last event taken in, 0 before the first.
    """

    __slots__ = ("at", "position", "values")

    def __init__(self) -> None:
        self.position = self.at = 0
        self.values: dict[str, Mark] = {}

    def value(self, text: str) -> Mark:
        """The mark that a text states, read once."""
        value = self.values[text] = value_of(text)
        return value


class Book(Protocol):
    """Whoever keeps the sheets."""

    def woken(self, told: Told, work: Work) -> None:
        """A first mark since the views were told of the work."""

    def beside(self, told: Told) -> None:
        """Anything on the sheet's stream that is no mark."""


class Sheet:
    """`take` is what the fold calls for each event of the sheet's stream."""

    __slots__ = ("_book", "_entered", "_kept", "_marks", "_seat", "_work")

    def __init__(self, work: Work, seat: str, kept: Kept, book: Book) -> None:
        self._work = work
        self._seat = seat
        self._kept = kept
        self._book = book
        self._marks = work.marks
        self._entered = work.entered.setdefault(seat, {})

    def take(self, told: Told) -> None:
        position, _, _, at, event = told
        if type(event) not in MARK_EVENTS:
            self._book.beside(told)
            return
        kept, text, aspect = self._kept, event.value, event.aspect
        kept.position, kept.at = position, at
        try:
            value = kept.values[text]
        except KeyError:
            value = kept.value(text)
        try:
            self._marks[aspect][self._seat] = value
        except KeyError:
            self._marks[aspect] = {self._seat: value}
        self._entered[aspect] = position << TIME_BITS | at  # a stamp, written out
        work = self._work
        if work.fresh:
            work.fresh += 1
        else:
            self._book.woken(told, work)
