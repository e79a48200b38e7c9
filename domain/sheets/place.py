"""Where a judge marks, and everything that may keep this judge from marking there.

Rule: docs/rules/marking.md.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from domain import streams
from domain.codes.state import Codes
from domain.contest.known import check_code, panel_of
from domain.contest.recusal import check_may_sit
from domain.contest.staging import check_in_stage
from domain.contest.state import Contest
from domain.decision import Asked
from domain.errors import Refused
from domain.panels.state import Panel as PanelState
from domain.rulebook.panels import Panel
from domain.sheets.commands import OnSheet
from domain.streams import PanelKey

PanelOf = Callable[[PanelKey], PanelState]


class Place(NamedTuple):
    """The panel's rules, the epochs decided in, and the keys that must stay untaken."""

    panel: Panel
    module_epoch: int
    seat_epoch: int
    needs: tuple[str, ...]


def place_of(contest: Contest, codes: Codes, panel_state: PanelOf, command: OnSheet, asked: Asked) -> Place:
    """Raises: Refused as `sheets.decisions.enter_mark`, but for the mark itself."""
    panel = panel_of(contest, command.panel)
    check_code(contest, codes, command.code)
    seat = contest.seat(command.panel, command.seat)
    if not seat.taken or seat.account != asked.actor.account:
        raise Refused("not-your-seat", seat=command.seat, panel=command.panel)
    check_in_stage(contest, codes, panel.module, command.code)
    module = contest.module(panel.module)
    if not module.is_open:
        raise Refused("module-not-open", module=panel.module)
    check_may_sit(contest, codes, panel, command.seat, command.code)
    if panel.absent == "mean_of_present" and command.seat in panel_state(command.sheet.of_panel).absent:
        raise Refused("seat-absent", seat=command.seat, panel=command.panel, code=command.code)
    needs = (
        streams.closed_module(command.contest, panel.module, module.epoch),
        streams.left_seat(command.contest, f"{command.panel}.{command.seat}", seat.epoch),
    )
    return Place(panel, module.epoch, seat.epoch, needs)
