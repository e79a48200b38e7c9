"""What one sheet holds now."""

from __future__ import annotations

from dataclasses import dataclass, field

from domain.decision import Event
from domain.sheets import events


@dataclass(slots=True)
class Sheet:
    """`marks`: aspect → canonical decimal text, in order of entering."""

    is_open: bool = False
    signed: bool = False
    marks: dict[str, str] = field(default_factory=dict)


def evolve(state: Sheet, event: Event) -> Sheet:
    match event:
        case events.MarkEntered() | events.MarkChanged() | events.MarkCorrected():
            state.marks[event.aspect] = event.value
        case events.SheetOpened():
            state.is_open = True
        case events.SheetSigned():
            state.signed = True
        case events.SheetReopened():
            state.signed = False
    return state
