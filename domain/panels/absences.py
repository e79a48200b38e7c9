"""A judge who is not there: the panel waits, somebody else sits down, or it goes on with those present.

Rule: docs/rules/absent-judge.md. Which of the three, and how many must be there, the rulebook says.
"""

from __future__ import annotations

from domain import streams
from domain.codes.state import Codes
from domain.contest.known import check_code, panel_of
from domain.contest.staging import check_in_stage
from domain.contest.state import Contest
from domain.decision import Decision, Event, nothing
from domain.errors import Refused
from domain.panels.commands import StateSeatAbsent, StateSeatPresent
from domain.panels.events import PanelReopened, SeatAbsent, SeatPresent
from domain.panels.rules import once_all_signed
from domain.panels.state import Panel as PanelState
from domain.rulebook.panels import Panel

_INSTEAD = {"wait": "judge-awaited", "substitute": "substitute-sits"}


def state_seat_absent(contest: Contest, codes: Codes, panel: PanelState, command: StateSeatAbsent) -> Decision:
    """With it all who are there may have signed. Said twice it changes nothing.

    Raises: Refused unknown-panel, unknown-seat, unknown-code, entry-withdrawn, not-in-stage, module-not-open,
    judge-awaited, substitute-sits, seat-has-signed, quorum-missed, reason-missing.
    """
    rules, needs = _place(contest, codes, command)
    if rules.absent in _INSTEAD:
        raise Refused(_INSTEAD[rules.absent], panel=command.panel, seat=command.seat)
    if command.seat in panel.absent:
        return nothing()
    if command.seat in panel.signed:
        raise Refused("seat-has-signed", seat=command.seat, code=command.code)
    absent = {*panel.absent, command.seat}
    present = sum(seat not in absent for seat in rules.seats)
    if present < rules.quorum:
        raise Refused("quorum-missed", panel=command.panel, present=present, least=rules.quorum)
    stated = (streams.panel(command.of_panel), SeatAbsent(command.seat, command.note))
    return Decision((stated, *once_all_signed(rules, absent, panel.signed, command.of_panel)), needs=needs)


def state_seat_present(contest: Contest, codes: Codes, panel: PanelState, command: StateSeatPresent) -> Decision:
    """If all others have signed, their figures are withdrawn until this seat has signed too.

    Raises: Refused unknown-panel, unknown-seat, unknown-code, entry-withdrawn, not-in-stage, module-not-open,
    reason-missing.
    """
    _, needs = _place(contest, codes, command)
    if command.seat not in panel.absent:
        return nothing()
    stream = streams.panel(command.of_panel)
    happened: list[tuple[str, Event]] = [(stream, SeatPresent(command.seat, command.note))]
    if panel.complete:
        happened.append((stream, PanelReopened(command.seat)))
    return Decision(tuple(happened), needs=needs)


def _place(
    contest: Contest, codes: Codes, command: StateSeatAbsent | StateSeatPresent
) -> tuple[Panel, tuple[str, ...]]:
    rules = panel_of(contest, command.panel)
    if command.seat not in rules.seats:
        raise Refused("unknown-seat", seat=command.seat, panel=command.panel)
    check_code(contest, codes, command.code)
    check_in_stage(contest, codes, rules.module, command.code)
    module = contest.module(rules.module)
    if not module.is_open:
        raise Refused("module-not-open", module=rules.module)
    if not command.note.document:
        raise Refused("reason-missing")
    return rules, (streams.closed_module(command.contest, rules.module, module.epoch),)
