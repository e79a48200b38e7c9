"""docs/roles.md shows the table that the code asks."""

from __future__ import annotations

from pathlib import Path

from domain.roles import ACTIONS, ALLOWED, PHASES, ROLES

PAGE = Path(__file__).parents[2] / "docs" / "roles.md"


def rows() -> list[str]:
    table = []
    for action in ACTIONS:
        roles = [role for role in ROLES if any((role, action, phase) in ALLOWED for phase in PHASES)]
        phases = [phase for phase in PHASES if (roles[0], action, phase) in ALLOWED]
        table.append(f"| `{action}` | {', '.join(roles)} | {', '.join(phases)} |")
    return table


def test_the_page_has_every_row_of_the_table_and_no_other():
    written = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert written == rows()
