"""Who may do what, and when: one table of role × action × phase; what is not in it is denied.

Rule: docs/roles.md. A judge may be any of `floor_judge` and `scoring_judge`; a seat decides which panel.
"""

from __future__ import annotations

from domain.decision import Asked
from domain.errors import Refused

# The phases of a contest, in order. `draft`: no rulebook yet; `entry`: no module opened yet; `marking`: from the
# first module to the tally; then the order of a result (docs/guide.md).
PHASES = ("draft", "entry", "marking", "tallied", "provisional", "notice", "final")
ROLES = (
    "organiser",
    "entry_clerk",
    "chief_judge",
    "floor_judge",
    "scoring_judge",
    "coding_judge",
    "supervisor",
    "tally_clerk",
    "arbitrator",
    "team_leader",
)

# What each action asks for: its roles, then its phases.
_TABLE: dict[str, tuple[str, str]] = {
    "open-contest": ("organiser", "draft"),
    "fix-rulebook": ("organiser", "draft entry"),
    "propose-rulebook": ("organiser chief_judge", "marking tallied provisional notice"),
    "confirm-rulebook": ("chief_judge supervisor", "marking tallied provisional notice"),
    "register-entries": ("organiser entry_clerk", "draft entry marking"),
    "describe-entry": ("organiser entry_clerk", "draft entry marking"),
    "withdraw-entry": ("organiser chief_judge", "draft entry marking"),
    "set-batch": ("organiser", "draft entry marking"),
    "take-seat": ("floor_judge scoring_judge", "entry marking"),
    "leave-seat": ("floor_judge scoring_judge chief_judge", "entry marking"),
    "open-module": ("chief_judge", "entry marking"),
    "close-module": ("chief_judge", "marking"),
    "reopen-module": ("chief_judge", "marking"),
    "draw-codes": ("coding_judge", "entry marking"),
    "open-sheet": ("floor_judge scoring_judge", "marking"),
    "enter-mark": ("floor_judge scoring_judge", "marking"),
    "sign-sheet": ("floor_judge scoring_judge", "marking"),
    "reopen-sheet": ("chief_judge", "marking"),
    "enter-scores": ("entry_clerk", "marking"),
    "state-performance": ("floor_judge chief_judge", "marking"),
    "state-seat-absent": ("chief_judge", "marking"),
    "state-seat-present": ("chief_judge", "marking"),
    "decide-advance": ("chief_judge", "marking"),
    "make-deduction": ("chief_judge arbitrator", "marking tallied provisional notice"),
    "decide-tie": ("chief_judge", "marking tallied provisional notice"),
    "decide-cuts": ("chief_judge", "tallied provisional notice"),
    "tally-scores": ("tally_clerk chief_judge", "marking"),
    "decode-codes": ("coding_judge", "tallied"),
    "publish-provisional": ("chief_judge", "tallied provisional notice"),
    "open-notice": ("organiser", "provisional"),
    "publish-final": ("chief_judge", "notice"),
    "file-ruling": ("team_leader floor_judge chief_judge", "marking tallied provisional notice final"),
    "decide-ruling": ("arbitrator", "marking tallied provisional notice"),
    "make-correction": ("arbitrator", "provisional notice"),
}

ALLOWED: frozenset[tuple[str, str, str]] = frozenset(
    (role, action, phase)
    for action, (roles, phases) in _TABLE.items()
    for role in roles.split()
    for phase in phases.split()
)
ACTIONS = tuple(_TABLE)


def permit(asked: Asked, action: str, phase: str) -> None:
    """Lets the action pass, or says which of the two is in the way.

    Raises: Refused("not-your-part") if the role never does this, Refused("not-now") if it does, but not in this phase.
    """
    role = asked.actor.role
    if (role, action, phase) in ALLOWED:
        return
    if any((role, action, other) in ALLOWED for other in PHASES):
        raise Refused("not-now", action=action, phase=phase)
    raise Refused("not-your-part", action=action, role=role)
