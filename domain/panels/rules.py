"""What the last signature of a panel brings about: figures that stand, or sheets that are open again.

Rule: docs/rules/panels.md. Two floor judges who must agree are a panel with a permitted spread of zero.
"""

from __future__ import annotations

from decimal import Decimal

from domain import streams
from domain.decision import Event
from domain.marks import number
from domain.notes import NO_NOTE
from domain.panels import events
from domain.panels.state import Panel as PanelState
from domain.rulebook.panels import Panel
from domain.sheets.events import SheetReopened
from domain.streams import SheetKey


def after_signing(
    rules: Panel, panel: PanelState, sheet: SheetKey, marks: dict[str, str]
) -> tuple[tuple[str, Event], ...]:
    """The panel's events for one more signed sheet; `marks` maps aspect to canonical decimal text."""
    stream = streams.panel(sheet.of_panel)
    signature = (stream, events.SeatSigned(sheet.seat, tuple(marks.items())))
    signed = {**panel.signed, sheet.seat: marks}
    if len(signed) < len(rules.seats):
        return (signature,)
    apart = too_far_apart(rules, signed)
    if not apart:
        return (signature, (stream, events.PanelSigned()))
    reason = "spread" if rules.max_spread else "disagreement"
    seats = [seat for seat in rules.seats if seat in signed]
    reopened = [
        (streams.sheet(SheetKey(sheet.contest, sheet.panel, sheet.code, seat)), SheetReopened(reason, NO_NOTE))
        for seat in seats
    ]
    back = [(stream, events.SeatReopened(seat)) for seat in seats]
    return (signature, (stream, events.SpreadExceeded(apart)), *reopened, *back)


def too_far_apart(rules: Panel, signed: dict[str, dict[str, str]]) -> tuple[str, ...]:
    """The aspects whose marks lie further apart than the rulebook permits, in the order of the sheet."""
    if rules.max_spread is None:
        return ()
    return tuple(aspect.id for aspect in rules.aspects if _spread(aspect.id, signed) > rules.max_spread)


def _spread(aspect: str, signed: dict[str, dict[str, str]]) -> Decimal:
    values = [number(marks[aspect]) for marks in signed.values()]
    return max(values) - min(values)
