"""What a node's number is made of in the end: the panels it takes in, itself or through the nodes it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.rulebook.nodes.any import AnyNode


def panels_under(name: str, nodes: Mapping[str, AnyNode]) -> Iterator[str]:
    """The panels' ids, some of them more than once; nothing of a node that is not there."""
    waiting, met = [name], {name}
    while waiting:
        node = nodes.get(waiting.pop())
        if node is not None:
            panel = getattr(node, "panel", None)
            if panel is not None:
                yield panel
            waiting += [child for child in node.children if child not in met]
            met.update(node.children)
