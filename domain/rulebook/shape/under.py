"""What a node's number is made of in the end: the panels it takes in, itself or through the nodes it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.rulebook.nodes.any import AnyNode


def nodes_under(name: str, nodes: Mapping[str, AnyNode]) -> Iterator[str]:
    """The node itself and all it takes in, each once; nothing of a node that is not there."""
    waiting, met = [name], {name}
    while waiting:
        found = waiting.pop()
        if found in nodes:
            yield found
            waiting += [child for child in nodes[found].children if child not in met]
            met.update(nodes[found].children)


def panels_under(name: str, nodes: Mapping[str, AnyNode]) -> Iterator[str]:
    """The panels' ids, some of them more than once; nothing of a node that is not there."""
    for each in nodes_under(name, nodes):
        panel = getattr(nodes[each], "panel", None)
        if panel is not None:
            yield panel
