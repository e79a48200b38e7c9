"""Stating a performance: did not start, did not finish, disqualified, void, declined, or started after all.

Rule: docs/rules/statuses.md says what a status does to the score.
"""

from __future__ import annotations

from collections.abc import Callable

from domain import streams
from domain.codes.state import Codes
from domain.contest.known import check_code, rules_of
from domain.contest.staging import check_in_stage
from domain.contest.state import Contest
from domain.decision import Asked, Decision
from domain.errors import Refused
from domain.panels.commands import StatePerformance
from domain.panels.events import PerformanceStated
from domain.panels.state import CHIEFS, Panel
from domain.scoring.statuses import STARTED, STATABLE
from domain.streams import PanelKey


def state_performance(
    contest: Contest,
    codes: Codes,
    panel_of: Callable[[PanelKey], Panel],
    command: StatePerformance,
    asked: Asked,
) -> Decision:
    """Writes the status to every panel of the module; only the chief judge disqualifies or voids.

    Raises: Refused unknown-status, not-your-part, unknown-code, unknown-module, not-in-stage, module-not-open.
    """
    if command.status not in STATABLE:
        raise Refused("unknown-status", status=command.status)
    if command.status in CHIEFS and asked.actor.role != "chief_judge":
        raise Refused("not-your-part", action=CHIEFS[command.status], role=asked.actor.role)
    check_code(contest, codes, command.code)
    panels = [panel.id for panel in rules_of(contest).panels if panel.module == command.module]
    if not panels:
        raise Refused("unknown-module", module=command.module)
    check_in_stage(contest, codes, command.module, command.code)
    module = contest.module(command.module)
    if not module.is_open:
        raise Refused("module-not-open", module=command.module)
    keys = [PanelKey(command.contest, panel, command.code) for panel in panels]
    wanted = "" if command.status == STARTED else command.status
    changed = [key for key in keys if panel_of(key).status != wanted]
    events = tuple((streams.panel(key), PerformanceStated(command.status, command.note)) for key in changed)
    return Decision(events, needs=(streams.closed_module(command.contest, command.module, module.epoch),))
