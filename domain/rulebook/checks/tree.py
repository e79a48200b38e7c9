"""The tree: no node under itself, every operation takes what it is given, what is ranked is one number with an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.errors import Fault
from domain.rulebook.checks.sentences import fault
from domain.rulebook.checks.written import Raw, nodes, panels, tables, words
from domain.rulebook.nodes import AgreementNode, AnyNode
from domain.rulebook.panels import Panel
from domain.rulebook.shapes import Misfit, Shape, cycles, in_order, shape

# Exact sums run in 64 digits; this leaves room for the whole part of any score.
_MOST_PLACES = 36


def tree_faults(raw: Raw) -> list[Fault]:
    """Cycles, misfits, scores that are not one number, and totals without end; parts with other faults are left out."""
    all_nodes, all_panels = nodes(raw), panels(raw)
    circles = list(cycles(all_nodes))
    faults = [fault(f"nodes.{circle[0]}", "cycle", name=" → ".join(circle)) for circle in circles]
    sound = {name: node for name, node in all_nodes.items() if not any(name in circle for circle in circles)}
    shapes: dict[str, Shape] = {}
    for name in in_order(sound):
        faults += _of_node(name, sound[name], all_panels, shapes)
    return [*faults, *_of_scores(raw, shapes), *_of_total(raw, shapes)]


def _of_node(name: str, node: AnyNode, known: Mapping[str, Panel], shapes: dict[str, Shape]) -> Iterator[Fault]:
    try:
        found = shape(node, known, shapes)
    except Misfit as misfit:
        yield fault(f"nodes.{name}", misfit.reason, name=misfit.about)
        return
    except KeyError:  # it names something unknown or faulty, which is told elsewhere
        return
    shapes[name] = found
    if found.places is not None and found.places > _MOST_PLACES:
        yield fault(f"nodes.{name}", "too-many-places", name=found.places)
    if isinstance(node, AgreementNode) and node.panel is not None and known[node.panel].max_spread != 0:
        yield fault(f"nodes.{name}", "must-agree", name=node.panel)


def _of_scores(raw: Raw, shapes: Mapping[str, Shape]) -> Iterator[Fault]:
    asked = [(place, words(module, "score") or words(module, "id")) for place, module in tables(raw, "modules")]
    asked += [(f"{place}.node", words(tie, "node")) for place, tie in tables(raw, "ranking", "ties")]
    asked += [("total", words(raw, "total"))]
    for place, names in asked:
        for name in names:
            if name in shapes and not shapes[name].single:
                yield fault(place, "node-family", name=name)


def _of_total(raw: Raw, shapes: Mapping[str, Shape]) -> Iterator[Fault]:
    for name in words(raw, "total"):
        if name in shapes and shapes[name].places is None:
            yield fault(f"nodes.{name}", "no-end")
