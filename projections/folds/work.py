"""One panel's work on one code: its marks, where they stand in the record, and what has been signed."""

from __future__ import annotations

from typing import Any

from domain.panels import events
from domain.rulebook.panels import Panel
from domain.scoring.numbers import ABSENT, Mark
from domain.scoring.statuses import STARTED


class Work:
    """Slots and no dataclass: tens of thousands of them are made in one replay, and each is its own thing in a set.

    `marks`: aspect → seat → value, the shape the scoring wants. `entered`: seat → aspect → stamp of the mark that
    stands. `opened` and `signed` list seats, `apart` the aspects the seats last disagreed in; `absent`: seat →
    what it had marked before it was stated absent, which counts no more. `status` is "" unless the performance was
    stated. `shown`: the views have seen it begin; `fresh`: marks they have not been told of.
    """

    __slots__ = (
        "absent",
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
        self.marks: dict[str, dict[str, Mark]] = {}
        self.entered: dict[str, dict[str, int]] = {}
        self.opened: tuple[str, ...] = ()
        self.signed: tuple[str, ...] = ()
        self.apart: tuple[str, ...] = ()
        self.absent: dict[str, dict[str, Mark]] = {}
        self.complete = False
        self.status = ""
        self.shown = False
        self.fresh = 0

    @property
    def begun(self) -> bool:
        return bool(self.opened) or any(self.entered.values())

    @property
    def settled(self) -> bool:
        """Nothing more is to come: all have signed, or there is nothing to mark."""
        return self.complete or bool(self.status)


def evolve(work: Work, event: Any, panel: Panel) -> None:  # noqa: ANN401 - any of panels/events.py
    """The work after an event of its panel's stream; `panel`: its rules."""
    match event:
        case events.SeatAbsent():
            set_aside(work, event.seat, panel)
        case events.SeatPresent():
            _take_back(work, event.seat)
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


def set_aside(work: Work, seat: str, panel: Panel) -> None:
    """An absent judge stands in each of the seat's places; what was marked there is kept."""
    kept = work.absent.setdefault(seat, {})
    for aspect in panel.aspects:
        of_seat = work.marks.setdefault(aspect.id, {})
        mark = of_seat.get(seat, ABSENT)
        if mark is not ABSENT:
            kept[aspect.id] = mark
        of_seat[seat] = ABSENT


def _take_back(work: Work, seat: str) -> None:
    kept = work.absent.pop(seat, {})
    for aspect in [aspect for aspect, of_seat in work.marks.items() if of_seat.get(seat) is ABSENT]:
        del work.marks[aspect][seat]
        if not work.marks[aspect]:
            del work.marks[aspect]
    for aspect, mark in kept.items():
        work.marks.setdefault(aspect, {})[seat] = mark
