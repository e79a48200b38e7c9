"""Reads what was written, well formed or not, so that one fault never hides another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from domain.errors import Fault
from domain.rulebook.checks.places import Steps, place
from domain.rulebook.checks.sentences import fault
from domain.rulebook.expansion.whole import Expansion, ids
from domain.rulebook.nodes.any import AnyNode, Node
from domain.rulebook.panels import Panel

Raw = dict[str, Any]
_T = TypeVar("_T")

_PANEL: TypeAdapter[Panel] = TypeAdapter(Panel)
_NODE: TypeAdapter[AnyNode] = TypeAdapter(Node)


class Book:
    """A rulebook that may be full of faults. `raw` has everything said, `written` is as the organiser wrote it."""

    def __init__(self, expansion: Expansion) -> None:
        self._expansion = expansion
        self.raw = expansion.raw
        self.written = expansion.written
        self.stages = ids(self.raw.get("stages"))

    def faults(self, steps: Steps, reason: str, *, near: str = "", **gaps: object) -> Iterator[Fault]:
        """One fault, where it was written; none in what nobody wrote, for it is told where that comes from."""
        origin = self._expansion.origin(steps)
        last_stages = steps == ("total",) and "total" not in self.written and self.stages
        if origin is not None and not last_stages:
            yield fault(place(origin, self.written), reason, near=near, **gaps)

    def as_written(self, steps: Steps, reason: str, *, near: str = "", **gaps: object) -> Iterator[Fault]:
        """One fault at a place of `written`."""
        yield fault(place(steps, self.written), reason, near=near, **gaps)

    def shown(self, name: str) -> str:
        """A node's or a panel's name as it was written."""
        stage, _, rest = name.partition(".")
        return rest if rest and stage in self.stages and rest in self.copied else name

    @cached_property
    def node_names(self) -> frozenset[str]:
        """Of all nodes there are in the end, well formed or not."""
        return frozenset(words(self.raw, "nodes"))

    @cached_property
    def panel_names(self) -> frozenset[str]:
        """Of all panels there are in the end, well formed or not."""
        return frozenset(ids(self.raw.get("panels")))

    @cached_property
    def copied(self) -> frozenset[str]:
        """Nodes, panels and modules that stand once for each of several stages."""
        names = [*_names(self.raw), *words(self.raw, "nodes")]
        parts = (name.partition(".") for name in names)
        written = {*_names(self.written), *self._expansion.nodes.values()}
        return frozenset(rest for stage, _, rest in parts if stage in self.stages and rest in written)

    @cached_property
    def panels(self) -> dict[str, Panel]:
        """The well-formed panels by id."""
        return {panel.id: panel for panel in self._panels_at.values()}

    def panel_at(self, steps: Steps) -> Panel | None:
        """The panel at these steps of `raw`, if it is well formed."""
        return self._panels_at.get(steps)

    @cached_property
    def _panels_at(self) -> dict[Steps, Panel]:
        found = {steps: _well_formed(_PANEL, table) for steps, table in tables(self.raw, "panels")}
        return {steps: panel for steps, panel in found.items() if panel is not None}

    @cached_property
    def nodes(self) -> dict[str, AnyNode]:
        """The well-formed nodes by name."""
        found = {str(steps[1]): _well_formed(_NODE, table) for steps, table in tables(self.raw, "nodes")}
        return {name: node for name, node in found.items() if node is not None}


def _names(raw: Raw) -> list[str]:
    return [*ids(raw.get("modules")), *ids(raw.get("panels"))]


def tables(raw: Raw, *path: str | int) -> Iterator[tuple[Steps, Raw]]:
    """The tables of a list or of a table of tables, each with the way to it; nothing where something else stands."""
    found = under(raw, *path)
    pairs = enumerate(found) if isinstance(found, list) else found.items() if isinstance(found, dict) else ()
    for key, table in pairs:
        if isinstance(table, dict):
            yield (*path, key), table


def under(raw: Raw, *path: str | int) -> Any:  # noqa: ANN401 - anything may have been written
    """What these steps lead to; None where they lead nowhere."""
    found: Any = raw
    for step in path:
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def one_word(table: Raw, key: str) -> list[str]:
    """The one string under a key, if there is one."""
    found = table.get(key)
    return [found] if isinstance(found, str) else []


def words(table: Raw, key: str) -> list[str]:
    """The strings under a key: one, a list's, or a table's keys."""
    found = table.get(key)
    listed = [found] if isinstance(found, str) else found if isinstance(found, list | dict) else []
    return [word for word in listed if isinstance(word, str)]


def _well_formed(reader: TypeAdapter[_T], table: object) -> _T | None:
    try:
        return reader.validate_python(table)
    except ValidationError:
        return None
