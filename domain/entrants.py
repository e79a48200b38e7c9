"""What is known of an entry besides its marks: the columns its organiser wrote, as text."""

from __future__ import annotations

from collections.abc import Mapping

# entry -> column -> what stands there
Columns = Mapping[str, str]
Attributes = Mapping[str, Columns]

_YES = frozenset(("yes", "y", "true", "1", "是", "√", "✓", "✔"))
_NO = frozenset(("no", "n", "false", "0", "否", "×", "✗", "✘"))


def is_official(columns: Columns) -> bool:
    """Column `official` says otherwise for who competes without a place.

    Rule: docs/rules/unofficial.md
    """
    return truth(columns.get("official", "")) is not False


def truth(cell: str) -> bool | None:
    """Yes, no, or neither, in either language."""
    word = cell.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def says_yes(columns: Columns, column: str) -> bool:
    """Whether yes, in either language, stands there; an empty or missing column says no."""
    return truth(columns.get(column, "")) is True


def listed(columns: Columns, column: str) -> frozenset[str]:
    """The several things one cell names, parted by ; , | / or their Chinese forms."""
    cell = columns.get(column, "")
    for sign in ",|/，；、":
        cell = cell.replace(sign, ";")
    return frozenset(word.strip() for word in cell.split(";") if word.strip())
