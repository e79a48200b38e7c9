"""A rulebook as it was written becomes one in which everything is said, and every part of it knows where it came from.

A module run in several stages stands once for each (`prelim.dives`), and so do its panels and the nodes that take
these in. After this every part is one thing, and nothing further on needs to know that it was written once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.rulebook.expansion.calling import titles_of
from domain.rulebook.expansion.filling import filled
from domain.rulebook.expansion.naming import bound
from domain.rulebook.expansion.repeating import Stages, modules_in, nodes_in, panels_in, stages_of_nodes

Raw = dict[str, Any]
Steps = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """`raw`: everything said, from what was `written`. `lists`: of modules and panels, which written one each is.

    `nodes`: node -> the name it was written by; nodes that nobody wrote (`panel.aspect`) are not in it.
    """

    raw: Raw
    written: Raw
    lists: Mapping[str, Sequence[int]]
    nodes: Mapping[str, str]

    def origin(self, steps: Steps) -> Steps | None:
        """Where a place of `raw` was written; None inside a node that nobody wrote."""
        if len(steps) > 1:
            head, at, *rest = steps
            if head in self.lists and isinstance(at, int):
                return (head, self.lists[str(head)][at], *rest)
            if head == "nodes" and isinstance(self.raw.get("nodes"), dict):
                return (head, self.nodes[str(at)], *rest) if at in self.nodes else None
        return steps


def expanded(written: Raw) -> Expansion:
    """The rulebook with everything said; what is not well formed stays as it is, for the checks to tell."""
    raw = filled(written)
    order, titles = ids(raw.get("stages")), titles_of(raw.get("stages"))
    lists: dict[str, Sequence[int]] = {}
    names: dict[str, str] = {}
    of_module: Stages = {}
    of_panel: Stages = {}
    if isinstance(raw.get("modules"), list):
        raw["modules"], lists["modules"], of_module = modules_in(order, raw["modules"], titles)
    if isinstance(raw.get("panels"), list):
        raw["panels"], lists["panels"], of_panel = panels_in(of_module, raw["panels"], titles)
    if isinstance(raw.get("nodes"), dict):
        nodes = bound(raw["nodes"], written.get("panels"), order)
        of_node = stages_of_nodes(nodes, of_panel)
        found = list(nodes_in(order, nodes, of_panel, of_node))
        names = {name: source for name, source, _ in found if source in raw["nodes"]}
        raw["nodes"] = {name: node for name, _, node in found}
        raw |= _totals(raw, order, of_node)
    return Expansion(raw, written, lists, names)


def ids(things: Any) -> list[str]:  # noqa: ANN401 - anything may have been written
    """The ids of a list of tables, each once."""
    found = things if isinstance(things, list) else []
    named = (each.get("id") for each in found if isinstance(each, dict))
    return list(dict.fromkeys(name for name in named if isinstance(name, str)))


def _totals(raw: Raw, order: Sequence[str], of_node: Stages) -> Raw:
    """Each stage's total is the node of that stage; the contest's is the last stage's where none is named."""
    found: Raw = {}
    if not isinstance(raw.get("stages"), list):
        return found
    found["stages"] = [_with_total(each, of_node) for each in raw["stages"]]
    last = next((each for each in reversed(found["stages"]) if isinstance(each, dict)), {})
    total = raw.get("total")
    if "total" not in raw and isinstance(last.get("total"), str):
        found["total"] = last["total"]
    elif isinstance(total, str) and total in of_node and order:
        found["total"] = f"{order[-1]}.{total}"
    return found


def _with_total(stage: Any, of_node: Stages) -> Any:  # noqa: ANN401 - anything may have been written
    total = stage.get("total") if isinstance(stage, dict) else None
    if not isinstance(total, str) or total not in of_node:
        return stage
    return {**stage, "total": f"{stage.get('id')}.{total}"}
