"""One seat's sheet on one code: how a mark finds its place. The hottest lines of a replay, no call a look-up can save."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import Protocol

from domain.recorded import Recorded
from domain.scoring.entered import value_of
from domain.scoring.numbers import Mark
from domain.sheets import events
from projections.folds.work import Work

MARK_EVENTS = frozenset((events.MarkEntered, events.MarkChanged, events.MarkCorrected))


class Kept:
    """What all sheets of a contest have in common: the values that texts stand for, and when each mark was made.

    `positions` and `times` beside each other are sixteen bytes a mark, where a pair of objects would take a hundred.
    `position` and `at` are those of the last event taken in, 0 before the first.
    """

    __slots__ = ("at", "note_position", "note_time", "position", "positions", "times", "values")

    def __init__(self) -> None:
        self.position = self.at = 0
        self.values: dict[str, Mark] = {}
        self.positions, self.times = array("q"), array("q")
        self.note_position, self.note_time = self.positions.append, self.times.append

    def value(self, text: str) -> Mark:
        """The mark that a text states, read once."""
        value = self.values[text] = value_of(text)
        return value


class Book(Protocol):
    """Whoever keeps the sheets."""

    def woken(self, recorded: Recorded, work: Work) -> None:
        """A first mark since the views were told of the work."""

    def beside(self, recorded: Recorded) -> None:
        """Anything on the sheet's stream that is no mark."""


class Sheet:
    """`take` is what the fold calls for each event of the sheet's stream."""

    __slots__ = ("_beside", "_entered", "_kept", "_marks", "_woken", "seat", "work")

    def __init__(self, work: Work, seat: str, kept: Kept, book: Book) -> None:
        self.work = work
        self.seat = seat
        self._kept = kept
        self._marks = work.marks
        self._entered = work.entered.setdefault(seat, {})
        self._woken: Callable[[Recorded, Work], None] = book.woken
        self._beside: Callable[[Recorded], None] = book.beside

    def take(self, recorded: Recorded) -> None:
        position, _, _, at, event = recorded
        if type(event) not in MARK_EVENTS:
            self._beside(recorded)
            return
        kept, text, aspect = self._kept, event.value, event.aspect
        kept.position, kept.at = position, at
        try:
            value = kept.values[text]
        except KeyError:
            value = kept.value(text)
        try:
            self._marks[aspect][self.seat] = value
        except KeyError:
            self._marks[aspect] = {self.seat: value}
        self._entered[aspect] = position
        kept.note_position(position)
        kept.note_time(at)
        work = self.work
        if work.fresh:
            work.fresh += 1
        else:
            self._woken(recorded, work)
