"""Which marks a node without a value waits for: down the tree, past everything that has its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from biwu.scoring.result import Result
from domain.rulebook.aspects import FaultAspect
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.nodes.inputs import AcrossField
from domain.rulebook.panels import Panel
from domain.scoring.numbers import Mark
from domain.scoring.scored import Scored

_Sheets = Mapping[str, Mapping[str, Mark]]  # aspect → seat → mark


@dataclass(slots=True)
class Lacking:
    """`marks`: panel id → aspect → places of the seats that have not marked it; `others`: nodes that wait for others.

    A node across the field waits where this entry has all its marks and another has not.
    """

    marks: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)


def lacking(result: Result, code: str, *nodes: str) -> Lacking:
    """Of the entry with this code."""
    down = _Down(result, code)
    for name in nodes:
        down.go(name, begun=False)
    return down.found


class _Down:
    def __init__(self, result: Result, code: str) -> None:
        self.found = Lacking()
        self._rulebook = result.marks.rulebook
        self._scored: Scored = result.outcome.scored[code]
        self._marks = result.field[code].marks
        self._been: set[tuple[str, bool]] = set()

    def go(self, name: str, *, begun: bool) -> None:
        """`begun`: something above goes on without what nobody began, so only what is half entered is missing."""
        if self._there(name) or (name, begun) in self._been:
            return
        self._been.add((name, begun))
        node = self._rulebook.nodes[name]
        if isinstance(node, AcrossField) and all(self._there(child) for child in node.children):
            self.found.others.add(name)
        begun = begun or getattr(node, "missing", "wait") != "wait"
        panel = getattr(node, "panel", None)
        if panel is not None:
            self._of_panel(self._rulebook.panel(panel), node, begun=begun)
        for child in node.children:
            self.go(child, begun=begun)

    def _there(self, name: str) -> bool:
        scored = self._scored
        return scored.values.get(name) is not None if name in scored.values else None not in scored.families[name]

    def _of_panel(self, panel: Panel, node: AnyNode, *, begun: bool) -> None:
        sheets = self._marks.get(panel.id, {})
        picked = getattr(node, "picked", ())
        missing = {(part, aspect): seats for part, aspect, seats in _missing(panel, picked, sheets)}
        half = {(part, aspect): seats for (part, aspect), seats in missing.items() if part in _begun(panel, sheets)}
        own = self.found.marks.setdefault(panel.id, {})
        for (_, aspect), seats in (half if begun and half else missing).items():
            own[aspect] = seats
        if not own:
            del self.found.marks[panel.id]


def _parts(panel: Panel) -> Iterator[tuple[str, str, str, bool]]:
    """Every cell: the attempt (else the aspect) it is a part of, its item and its own id, whether it is a fault."""
    for attempt in panel.tries:
        for item in panel.items:
            for cell in panel.cells(item, attempt):
                yield attempt or item.id, item.id, cell.id, isinstance(cell, FaultAspect)


def _missing(panel: Panel, picked: tuple[str, ...], sheets: _Sheets) -> Iterator[tuple[str, str, list[int]]]:
    """Part, aspect, seats. What is not on a fault sheet was not found, as soon as its judge has entered anything."""
    entered = {seat for marks in sheets.values() for seat in marks}
    for part, item, aspect, fault in _parts(panel):
        marked = entered if fault else sheets.get(aspect, {})
        seats = [place for place, seat in enumerate(panel.seats) if seat not in marked]
        if seats and (not picked or item in picked):
            yield part, aspect, seats


def _begun(panel: Panel, sheets: _Sheets) -> set[str]:
    return {part for part, _, aspect, _ in _parts(panel) if sheets.get(aspect)}
