"""One panel's work on one code: its marks, where they stand in the record, and what has been signed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from domain.panels import events
from domain.scoring.statuses import STARTED


class Work:
    """Slots and no dataclass: tens of thousands of them are made in one replay, and each is its own thing in a set.

    `marks`: aspect → seat → value, the shape the scoring wants. `entered`: seat → aspect → position of the mark
    that stands. `opened` and `signed` list seats, `apart` the aspects the seats last disagreed in; `status` is ""
    unless the performance was stated. `shown`: the views have seen it begin; `fresh`: marks they have not been told of.
    """

    __slots__ = (
        "apart",
        "code",
        "complete",
        "entered",
        "fresh",
        "marks",
        "opened",
        "panel",
        "shown",
        "signed",
        "status",
    )

    def __init__(self, code: str, panel: str) -> None:
        self.code = code
        self.panel = panel
        self.marks: dict[str, dict[str, Decimal]] = {}
        self.entered: dict[str, dict[str, int]] = {}
        self.opened: tuple[str, ...] = ()
        self.signed: tuple[str, ...] = ()
        self.apart: tuple[str, ...] = ()
        self.complete = False
        self.status = ""
        self.shown = False
        self.fresh = 0

    @property
    def begun(self) -> bool:
        return bool(self.opened or self.marks)

    @property
    def settled(self) -> bool:
        """Nothing more is to come: all have signed, or there is nothing to mark."""
        return self.complete or bool(self.status)


class Sheet:
    """What one mark needs to find its place: the work, the seat, and the seat's own list of positions."""

    __slots__ = ("entered", "marks", "seat", "work")

    def __init__(self, work: Work, seat: str) -> None:
        self.work = work
        self.seat = seat
        self.marks = work.marks
        self.entered = work.entered.setdefault(seat, {})


def evolve(work: Work, event: Any) -> None:  # noqa: ANN401 - any of panels/events.py
    """The work after an event of its panel's stream."""
    match event:
        case events.SeatSigned():
            if event.seat not in work.signed:
                work.signed = (*work.signed, event.seat)
        case events.SeatReopened():
            work.signed = tuple(seat for seat in work.signed if seat != event.seat)
        case events.SpreadExceeded():
            work.apart = tuple(event.aspects)
        case events.PanelSigned():
            work.complete, work.apart = True, ()
        case events.PanelReopened():
            work.complete = False
        case events.PerformanceStated():
            work.status = "" if event.status == STARTED else event.status
