"""What one panel has signed for one code."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.decision import Event
from domain.panels import events
from domain.scoring.statuses import DISQUALIFIED, MODULE_VOID, STARTED

CHIEFS = {DISQUALIFIED.word: "disqualify", MODULE_VOID.word: "void-module"}  # what the chief judge alone may state


@dataclass(slots=True)
class Panel:
    """`signed`: seat → its signed (aspect, value) pairs. `status` is "" unless the performance was stated."""

    signed: dict[str, dict[str, str]] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)
    complete: bool = False
    status: str = ""

    @property
    def settled(self) -> bool:
        """Nothing more is to come from this panel: all have signed, or there is nothing to mark."""
        return self.complete or bool(self.status)


def evolve(state: Panel, event: Event) -> Panel:
    match event:
        case events.SeatSigned():
            state.signed[event.seat] = dict(event.marks)
        case events.SeatReopened():
            state.signed.pop(event.seat, None)
        case events.PanelSigned():
            state.complete = True
        case events.PanelReopened():
            state.complete = False
        case events.SeatAbsent():
            state.absent.add(event.seat)
        case events.SeatPresent():
            state.absent.discard(event.seat)
        case events.PerformanceStated():
            state.status = "" if event.status == STARTED else event.status
    return state
