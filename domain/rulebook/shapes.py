"""What is known of each node before any mark: the axis its value lies along, how many inputs it takes, its decimals.

Checks and evaluator both read the tree through this, so that they cannot understand it differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from domain.rulebook.nodes import AnyNode, Combining, MarkNode, MeanNode, TrimmedMeanNode, WeightedSumNode
from domain.rulebook.panels import Panel

Panels = Mapping[str, Panel]


@dataclass(frozen=True, slots=True)
class Shape:
    """`axis`: `judges` or `aspects` for a family of numbers, empty for one number; `keys`: the family's members.

    `inputs` is how many numbers become one; `places` how many decimals a value has at most, None where it has no end.
    """

    axis: str
    keys: tuple[str, ...]
    inputs: int
    places: int | None

    @property
    def single(self) -> bool:
        return not self.axis


class Misfit(Exception):  # noqa: N818 - the node's fault, told by the checks in both languages
    """A node and what it takes in do not fit: `reason` with the name or number it is about."""

    def __init__(self, reason: str, about: object = "") -> None:
        super().__init__(reason, about)
        self.reason = reason
        self.about = str(about)


def in_order(nodes: Mapping[str, AnyNode]) -> tuple[str, ...]:
    """Node names, children first. Raises: graphlib.CycleError."""
    return tuple(TopologicalSorter(_children(nodes)).static_order())


def cycles(nodes: Mapping[str, AnyNode]) -> Iterator[tuple[str, ...]]:
    """Cycles that share no node, each as the names along it from parent to child, the first repeated at the end."""
    rest = _children(nodes)
    while True:
        try:
            TopologicalSorter(rest).prepare()
        except CycleError as error:
            found = tuple(reversed(error.args[1]))
            yield found
            rest = {
                name: tuple(child for child in children if child not in found)
                for name, children in rest.items()
                if name not in found
            }
        else:
            return


def shapes(nodes: Mapping[str, AnyNode], panels: Panels) -> dict[str, Shape]:
    """All nodes of a tree that fits, children first."""
    found: dict[str, Shape] = {}
    for name in in_order(nodes):
        found[name] = shape(nodes[name], panels, found)
    return found


def shape(node: AnyNode, panels: Panels, known: Mapping[str, Shape]) -> Shape:
    """One node's shape from its children's. Raises: Misfit."""
    if isinstance(node, MarkNode):
        return _of_mark(node, panels[node.panel])
    if isinstance(node, WeightedSumNode):
        _all_single(node.children, known)
        heaviest = max(_places(weight) for weight in node.weights.values())
        return _one(node, len(node.weights), _most(known[child].places for child in node.children), heaviest)
    if (node.panel is None) == (not node.of):
        raise Misfit("panel-or-of")
    if node.panel is not None:
        return _over_marks(node, panels[node.panel])
    if node.over is None:
        _all_single(node.of, known)
        return _one(node, len(node.of), _most(known[child].places for child in node.of))
    return _over_family(node, known[node.of[0]])


def _of_mark(node: MarkNode, panel: Panel) -> Shape:
    if len(panel.seats) > 1:
        raise Misfit("mark-one-seat", node.panel)
    if node.aspect is None and len(panel.aspects) > 1:
        raise Misfit("mark-which-aspect", node.panel)
    aspect = panel.aspects[0] if node.aspect is None else panel.aspect(node.aspect)
    return _one(node, 1, max(_places(aspect.step), _places(aspect.min)))


def _over_marks(node: Combining, panel: Panel) -> Shape:
    seats, aspects = panel.seats, tuple(aspect.id for aspect in panel.aspects)
    finest = max(max(_places(aspect.step), _places(aspect.min)) for aspect in panel.aspects)
    if node.over is None:
        raise Misfit("over-needed", node.panel)
    axis, keys, inputs = ("aspects", aspects, len(seats)) if node.over == "judges" else ("judges", seats, len(aspects))
    return Shape(axis, keys, _enough(node, inputs), _after(node, inputs, finest))


def _over_family(node: Combining, family: Shape) -> Shape:
    if len(node.of) > 1:
        raise Misfit("over-one-family")
    if family.axis != node.over:
        raise Misfit("other-axis" if family.axis else "no-family", node.of[0])
    return _one(node, len(family.keys), family.places)


def _one(node: AnyNode, inputs: int, places: int | None, more: int = 0) -> Shape:
    grown = None if places is None else places + more
    return Shape("", ("",), _enough(node, inputs), _after(node, inputs, grown))


def _all_single(children: tuple[str, ...], known: Mapping[str, Shape]) -> None:
    for child in children:
        if not known[child].single:
            raise Misfit("child-is-family", child)


def _enough(node: AnyNode, inputs: int) -> int:
    if isinstance(node, TrimmedMeanNode) and inputs <= node.drop_high + node.drop_low:
        raise Misfit("too-few-to-trim", inputs)
    return inputs


def _after(node: AnyNode, inputs: int, places: int | None) -> int | None:
    """Decimals of the result, of inputs with so many decimals."""
    if node.round is not None:
        return _places(node.round.grain)
    if isinstance(node, MeanNode):
        return _divided(places, inputs)
    if isinstance(node, TrimmedMeanNode):
        return _divided(places, inputs - node.drop_high - node.drop_low)
    return places


def _divided(places: int | None, divisor: int) -> int | None:
    """A quotient has an end only if its divisor has no prime but 2 and 5."""
    powers = []
    for prime in (2, 5):
        power = 0
        while divisor % prime == 0:
            divisor, power = divisor // prime, power + 1
        powers.append(power)
    return None if places is None or divisor > 1 else places + max(powers)


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _most(places: Iterator[int | None]) -> int | None:
    found = list(places)
    return None if None in found else max(place for place in found if place is not None)


def _children(nodes: Mapping[str, AnyNode]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(child for child in node.children if child in nodes) for name, node in nodes.items()}
