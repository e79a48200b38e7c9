"""What the last signature of a panel brings about: figures that stand, or sheets that are open again.

Rule: docs/rules/panels.md. Two floor judges who must agree are a panel with a permitted spread of zero.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from domain import streams
from domain.decision import Event
from domain.marks import WITHOUT_RESULT, number
from domain.notes import NO_NOTE
from domain.panels import events
from domain.panels.state import Panel as PanelState
from domain.rulebook.panels import Panel
from domain.sheets.events import SheetReopened
from domain.streams import PanelKey, SheetKey

Sheets = dict[str, dict[str, str]]  # seat → aspect → canonical text


def after_signing(
    rules: Panel, panel: PanelState, sheet: SheetKey, marks: dict[str, str]
) -> tuple[tuple[str, Event], ...]:
    """The panel's events for one more signed sheet; `marks` maps aspect to canonical text."""
    signature = (streams.panel(sheet.of_panel), events.SeatSigned(sheet.seat, tuple(marks.items())))
    return (signature, *once_all_signed(rules, panel.absent, {**panel.signed, sheet.seat: marks}, sheet.of_panel))


def once_all_signed(
    rules: Panel, absent: Collection[str], signed: Sheets, key: PanelKey
) -> tuple[tuple[str, Event], ...]:
    """Nothing while a seat is missing that is not stated absent; then the panel signs, or the judges talk."""
    if any(seat not in signed for seat in rules.seats if seat not in absent):
        return ()
    stream, apart = streams.panel(key), too_far_apart(rules, signed)
    if not apart:
        return ((stream, events.PanelSigned()),)
    reason = "spread" if rules.max_spread else "disagreement"
    asked = _far_seats(rules, signed, apart) if rules.on_spread == "re-mark" else signed
    seats = [seat for seat in rules.seats if seat in asked]
    reopened = [(streams.sheet(SheetKey(*key, seat)), SheetReopened(reason, NO_NOTE)) for seat in seats]
    back = [(stream, events.SeatReopened(seat)) for seat in seats]
    return ((stream, events.SpreadExceeded(apart)), *reopened, *back)


def too_far_apart(rules: Panel, signed: Sheets) -> tuple[str, ...]:
    """The aspects whose marks lie further apart than the rulebook permits, in the order of the sheet.

    An attempt without result agrees with nothing but itself.
    """
    if rules.max_spread is None:
        return ()
    return tuple(aspect.id for aspect in rules.aspects if _differ(aspect.id, signed, rules.max_spread))


def _differ(aspect: str, signed: Sheets, permitted: Decimal) -> bool:
    texts = {marks[aspect] for marks in signed.values()}
    if not texts.isdisjoint(WITHOUT_RESULT):
        return len(texts) > 1
    values = [number(text) for text in texts]
    return bool(values) and max(values) - min(values) > permitted


def _far_seats(rules: Panel, signed: Sheets, apart: Iterable[str]) -> set[str]:
    """Who marks again: in each of these aspects the seats that lie too far from the middle one."""
    permitted = rules.max_spread or Decimal(0)
    far: set[str] = set()
    for aspect in apart:
        texts = {seat: marks[aspect] for seat, marks in signed.items()}
        if not set(texts.values()).isdisjoint(WITHOUT_RESULT):
            far.update(texts)
            continue
        values = {seat: number(text) for seat, text in texts.items()}
        far |= _from_the_middle(values, permitted)
    return far


def _from_the_middle(values: dict[str, Decimal], permitted: Decimal) -> set[str]:
    """Further from the median than permitted; if that is nobody, the highest and the lowest."""
    order = sorted(values.values())
    twice = order[(len(order) - 1) // 2] + order[len(order) // 2]
    far = {seat for seat, value in values.items() if abs(2 * value - twice) > 2 * permitted}
    return far or {seat for seat, value in values.items() if value in (order[0], order[-1])}
