"""Who may do what, and when: the table, cell by cell, and that every cell of it is asked."""

from __future__ import annotations

import pytest

from domain.commands import COMMANDS
from domain.decision import Actor, Asked
from domain.errors import Refused
from domain.roles import ACTIONS, ALLOWED, PHASES, ROLES, permit

CELLS = [(role, action, phase) for role in ROLES for action in ACTIONS for phase in PHASES]


def test_every_command_has_its_row_and_every_row_its_command():
    assert set(ACTIONS) == set(COMMANDS)


@pytest.mark.parametrize("action", ACTIONS)
def test_each_cell_is_allowed_only_if_the_table_says_so(action):
    for role, wanted, phase in CELLS:
        if wanted != action:
            continue
        asked = Asked(Actor("a", role), 0)
        if (role, action, phase) in ALLOWED:
            permit(asked, action, phase)
        else:
            with pytest.raises(Refused) as refusal:
                permit(asked, action, phase)
            ever = any((role, action, other) in ALLOWED for other in PHASES)
            assert refusal.value.reason == ("not-now" if ever else "not-your-part")


@pytest.mark.parametrize("role", ["spectator", "", "root", "Organiser"])
def test_an_unknown_role_may_do_nothing(role):
    for action in ACTIONS:
        for phase in PHASES:
            with pytest.raises(Refused):
                permit(Asked(Actor("a", role), 0), action, phase)


@pytest.mark.parametrize(
    ("judge", "never"),
    [
        ("coding_judge", {"enter-mark", "sign-sheet", "enter-scores", "reopen-sheet", "decide-ruling"}),
        ("chief_judge", {"enter-mark", "sign-sheet", "enter-scores", "decide-ruling", "make-correction", "draw-codes"}),
        ("arbitrator", {"enter-mark", "enter-scores", "publish-provisional", "publish-final", "file-ruling"}),
        ("organiser", {"enter-mark", "enter-scores", "reopen-sheet", "decide-ruling", "make-correction"}),
    ],
)
def test_duties_that_must_be_apart_are_apart(judge, never):
    assert not {action for role, action, _ in ALLOWED if role == judge} & never
