"""What a contest knows by its id: rulebook, module, panel, aspect, entry and code; anything else is refused by name."""

from __future__ import annotations

from domain.codes.state import Codes
from domain.contest.state import Contest
from domain.errors import Refused
from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Module, Panel
from domain.rulebook.rulebook import Rulebook


def rules_of(contest: Contest) -> Rulebook:
    """The fixed rulebook. Raises: Refused("no-rulebook")."""
    if contest.rulebook is None:
        raise Refused("no-rulebook")
    return contest.rulebook


def module_of(contest: Contest, module: str) -> Module:
    """Raises: Refused no-rulebook, unknown-module."""
    try:
        return rules_of(contest).module(module)
    except KeyError:
        raise Refused("unknown-module", module=module) from None


def panel_of(contest: Contest, panel: str) -> Panel:
    """Raises: Refused no-rulebook, unknown-panel."""
    try:
        return rules_of(contest).panel(panel)
    except KeyError:
        raise Refused("unknown-panel", panel=panel) from None


def aspect_of(panel: Panel, aspect: str) -> Aspect:
    """Raises: Refused("unknown-aspect")."""
    try:
        return panel.aspect(aspect)
    except KeyError:
        raise Refused("unknown-aspect", aspect=aspect, panel=panel.id) from None


def check_entry(contest: Contest, entry: str) -> None:
    """Raises: Refused("unknown-entry")."""
    if entry not in contest.entries:
        raise Refused("unknown-entry", entry=entry)


def check_code(contest: Contest, codes: Codes, code: str) -> None:
    """Raises: Refused unknown-code, entry-withdrawn."""
    if code not in codes.codes:
        raise Refused("unknown-code", code=code)
    if codes.entry_of.get(code) in contest.withdrawn:
        raise Refused("entry-withdrawn", code=code)
