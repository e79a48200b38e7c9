"""Where one ruling stands."""

from __future__ import annotations

from dataclasses import dataclass

from domain.decision import Event
from domain.rulings import events

KINDS = ("floor-report", "score-query", "appeal", "objection")
OUTCOMES = ("upheld", "upheld-no-change", "dismissed")


@dataclass(slots=True)
class Ruling:
    """`state`: "" (not filed), open, late, then one of OUTCOMES, and corrected once its effect is recorded."""

    state: str = ""
    kind: str = ""
    entry: str = ""


def evolve(state: Ruling, event: Event) -> Ruling:
    match event:
        case events.RulingFiled():
            state.state, state.kind, state.entry = "open", event.kind, event.entry
        case events.RulingLate():
            state.state = "late"
        case events.RulingDecided():
            state.state = event.outcome
        case events.CorrectionMade() | events.RulingCarriedOut():
            state.state = "corrected"
    return state
