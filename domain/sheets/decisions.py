"""What may happen next on a sheet: the rules every mark passes.

Rule: docs/rules/marking.md. A blank is not a zero: a sheet is signed only when every aspect has a mark.
"""

from __future__ import annotations

from domain import streams
from domain.codes.state import Codes
from domain.contest.known import aspect_of, panel_of
from domain.contest.state import Contest
from domain.decision import Asked, Decision, nothing
from domain.errors import Refused
from domain.marks import fitting
from domain.panels.events import PanelReopened, SeatReopened
from domain.panels.rules import after_signing
from domain.panels.state import Panel as PanelState
from domain.sheets import commands, events
from domain.sheets.place import PanelOf, place_of
from domain.sheets.state import Sheet


def open_sheet(  # noqa: PLR0913, PLR0917 - one argument a state it decides on
    contest: Contest,
    codes: Codes,
    sheet: Sheet,
    panel_state: PanelOf,
    command: commands.OpenSheet,
    asked: Asked,
) -> Decision:
    """Raises: as enter_mark, but for the mark itself."""
    at = place_of(contest, codes, panel_state, command, asked)
    if sheet.is_open:
        return nothing()
    event = events.SheetOpened(at.module_epoch, at.seat_epoch)
    return Decision(((streams.sheet(command.sheet), event),), needs=at.needs)


def enter_mark(  # noqa: PLR0913, PLR0917 - one argument a state it decides on
    contest: Contest,
    codes: Codes,
    sheet: Sheet,
    panel_state: PanelOf,
    command: commands.EnterMark,
    asked: Asked,
) -> Decision:
    """A first mark is entered, a second one changes it with the old value kept; the same again changes nothing.

    Raises: Refused unknown-panel, unknown-code, entry-withdrawn, not-your-seat, module-not-open, advance-not-decided,
    not-in-stage, recusal, seat-absent, sheet-signed, unknown-aspect, no-attempt-here, not-a-number,
    mark-outside-range, mark-off-step.
    """
    at = place_of(contest, codes, panel_state, command, asked)
    if sheet.signed:
        raise Refused("sheet-signed", code=command.code)
    aspect = aspect_of(at.panel, command.aspect)
    value = fitting(command.value, at.panel, aspect)
    old = sheet.marks.get(command.aspect)
    if old == value:
        return nothing()
    stream = streams.sheet(command.sheet)
    mark: events.MarkEntered | events.MarkChanged = (
        events.MarkEntered(command.aspect, value, at.module_epoch, at.seat_epoch, command.device_at)
        if old is None
        else events.MarkChanged(command.aspect, old, value, at.module_epoch, at.seat_epoch, command.device_at)
    )
    if sheet.is_open:
        return Decision(((stream, mark),), needs=at.needs)
    return Decision(((stream, events.SheetOpened(at.module_epoch, at.seat_epoch)), (stream, mark)), needs=at.needs)


def sign_sheet(  # noqa: PLR0913, PLR0917 - one argument a state it decides on
    contest: Contest,
    codes: Codes,
    sheet: Sheet,
    panel_state: PanelOf,
    command: commands.SignSheet,
    asked: Asked,
) -> Decision:
    """The judge stands for every mark on the sheet; with the last seat the whole panel is signed, or sent to talk.

    Raises: as enter_mark, and Refused("marks-missing").
    """
    at = place_of(contest, codes, panel_state, command, asked)
    if sheet.signed:
        return nothing()
    missing = [aspect.id for aspect in at.panel.aspects if aspect.id not in sheet.marks]
    if missing:
        raise Refused("marks-missing", count=len(missing), first=missing[0])
    signed = events.SheetSigned(len(sheet.marks), at.seat_epoch)
    follow = after_signing(at.panel, panel_state(command.sheet.of_panel), command.sheet, sheet.marks)
    return Decision(((streams.sheet(command.sheet), signed), *follow), needs=at.needs)


def reopen_sheet(contest: Contest, sheet: Sheet, panel: PanelState, command: commands.ReopenSheet) -> Decision:
    """The chief judge gives a signed sheet back to its seat, with a reason.

    Raises: Refused unknown-panel, sheet-not-signed, module-not-open, reason-missing.
    """
    rules = panel_of(contest, command.panel)
    if not sheet.signed:
        raise Refused("sheet-not-signed", code=command.code, seat=command.seat)
    if not contest.module(rules.module).is_open:
        raise Refused("module-not-open", module=rules.module)
    if not command.note.document:
        raise Refused("reason-missing")
    of_panel = streams.panel(command.sheet.of_panel)
    withdrawn = ((of_panel, PanelReopened(command.seat)),) if panel.complete else ()
    reopened = events.SheetReopened("chief-judge", command.note)
    return Decision(
        ((streams.sheet(command.sheet), reopened), (of_panel, SeatReopened(command.seat)), *withdrawn),
        needs=(_open_module(contest, command.contest, rules.module),),
    )


def _open_module(contest: Contest, contest_id: str, module: str) -> str:
    return streams.closed_module(contest_id, module, contest.module(module).epoch)
