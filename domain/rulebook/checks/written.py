"""Reads what was written, well formed or not, so that one fault never hides another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from domain.rulebook.checks.places import place
from domain.rulebook.nodes import AnyNode, Node
from domain.rulebook.panels import Panel
from domain.rulebook.results import AnyAwards, Awards

Raw = dict[str, Any]
_T = TypeVar("_T")

_PANEL: TypeAdapter[Panel] = TypeAdapter(Panel)
_NODE: TypeAdapter[AnyNode] = TypeAdapter(Node)
_AWARDS: TypeAdapter[AnyAwards] = TypeAdapter(Awards)


def tables(raw: Raw, *path: str | int) -> Iterator[tuple[str, Raw]]:
    """The tables of a list or of a table of tables, each with its place; nothing where something else stands."""
    found: Any = raw
    for step in path:
        found = _under(found, step)
    pairs = enumerate(found) if isinstance(found, list) else found.items() if isinstance(found, dict) else ()
    for key, table in pairs:
        if isinstance(table, dict):
            yield place((*path, key), raw), table


def _under(found: Any, step: str | int) -> Any:  # noqa: ANN401 - anything may have been written
    if isinstance(step, int):
        return found[step]
    return found.get(step) if isinstance(found, dict) else None


def words(table: Raw, key: str) -> list[str]:
    """The strings under a key: one, a list's, or a table's keys."""
    found = table.get(key)
    listed = [found] if isinstance(found, str) else found if isinstance(found, list | dict) else []
    return [word for word in listed if isinstance(word, str)]


def panels(raw: Raw) -> dict[str, Panel]:
    """The well-formed panels by id."""
    found = (_well_formed(_PANEL, table) for _, table in tables(raw, "panels"))
    return {panel.id: panel for panel in found if panel is not None}


def nodes(raw: Raw) -> dict[str, AnyNode]:
    """The well-formed nodes by name."""
    written = raw.get("nodes")
    pairs = written.items() if isinstance(written, dict) else ()
    found = {name: _well_formed(_NODE, table) for name, table in pairs}
    return {name: node for name, node in found.items() if node is not None}


def awards(raw: Raw) -> AnyAwards | None:
    """The awards if they are well formed."""
    return _well_formed(_AWARDS, raw.get("awards"))


def _well_formed(reader: TypeAdapter[_T], table: object) -> _T | None:
    try:
        return reader.validate_python(table)
    except ValidationError:
        return None
