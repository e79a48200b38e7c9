"""What is known of each node before any mark: the axes its numbers lie along, how many inputs it takes, its decimals.

Checks and evaluator both read the tree through this, so that they cannot understand it differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from domain.rulebook.formula.syntax import family_calls, member_names
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.nodes.beside import DifferenceNode, FormulaNode, OvertimeNode, RatioNode, TableNode, VetoNode
from domain.rulebook.nodes.field import FieldWide, Placing
from domain.rulebook.nodes.inputs import Taking
from domain.rulebook.nodes.taking import (
    AverageOfFiveNode,
    Combining,
    MarkNode,
    MarksNode,
    Trimming,
)
from domain.rulebook.panels import Panel
from domain.rulebook.shape import axes
from domain.rulebook.shape.axes import Along
from domain.rulebook.shape.decimals import after, of_points

Panels = Mapping[str, Panel]
_LISTED = 6  # names along an axis that a fault lists at most


@dataclass(frozen=True, slots=True)
class Shape:
    """`along`: axes of a family, none for one number. `taken`: the axes its inputs lie along, `over` those taken in.

    `inputs` is how many numbers become one; `places` how many decimals a value has at most, None where it has no end.
    """

    along: Along
    taken: Along
    over: tuple[str, ...]
    inputs: int
    places: int | None

    @property
    def single(self) -> bool:
        return axes.size(self.along) == 1

    @property
    def keys(self) -> tuple[str, ...]:
        return axes.keys(self.along)


class Misfit(Exception):  # noqa: N818 - the node's fault, told by the checks in both languages
    """A node and what it takes in do not fit: `reason` with the name or number it is about, and what else it says."""

    def __init__(self, reason: str, about: object = "", **gaps: str) -> None:
        super().__init__(reason, about)
        self.reason = reason
        self.about = str(about)
        self.gaps = gaps


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
    """One node's shape from its children's. Raises: Misfit; KeyError for a name nobody bears."""
    if isinstance(node, Combining):
        return _taking(node, panels, known)
    if isinstance(node, FieldWide):
        return _across(node, known)
    along = _beside(node, known)
    places = after(node, len(node.children), [known[child].places for child in node.children])
    return Shape(along, along, (), len(node.children), places)


def _taking(node: Combining, panels: Panels, known: Mapping[str, Shape]) -> Shape:
    if (node.panel is None) == (not node.of):
        raise Misfit("panel-or-of")
    if node.panel is not None:
        panel = panels[node.panel]
        items = [item for item in panel.items if item.id in node.picked or not node.picked]
        if unknown := set(node.picked) - {item.id for item in items}:
            raise KeyError(unknown)
        taken, places = axes.of_panel(panel, node.picked), [of_points(item) for item in items]
    elif len(node.of) == 1:
        taken, places = known[node.of[0]].along, [known[node.of[0]].places]
    else:
        if node.over:
            raise Misfit("over-one-family")
        along = _fitting([known[child] for child in node.of], node.of)
        places = [known[child].places for child in node.of]
        return Shape(along, along, (), *_counted(node, len(node.of), places))
    if isinstance(node, MarkNode):
        _one_mark(node, panels[node.panel])
    over = _over(node, taken)
    along = axes.without(taken, over)
    inputs = axes.size(taken) // max(axes.size(along), 1)
    return Shape(along, taken, over, *_counted(node, inputs, places))


def _over(node: Taking, taken: Along) -> tuple[str, ...]:
    """The axes taken in: as said, or the only one there is."""
    if isinstance(node, MarksNode):
        return ()
    about = node.panel or node.of[0]
    if not node.over:
        if len(axes.wide(taken)) > 1:
            raise Misfit("over-needed", ", ".join(axis for axis, _ in axes.wide(taken)))
        return tuple(axis for axis, _ in taken)
    for axis in node.over:
        if axis not in [each for each, _ in taken] and not (axis == "attempts" and node.panel):
            raise Misfit("other-axis" if axes.wide(taken) else "no-family", about)
    return node.over


def _one_mark(node: MarkNode, panel: Panel) -> None:
    if len(panel.seats) > 1:
        raise Misfit("mark-one-seat", node.panel)
    if panel.attempts > 1:
        raise Misfit("mark-one-attempt", node.panel)
    if len(node.picked or panel.items) > 1:
        raise Misfit("mark-which-aspect", node.panel)


def _counted(node: Combining, inputs: int, places: list[int | None]) -> tuple[int, int | None]:
    """How many inputs become one, and the decimals of what they become."""
    if inputs <= _struck(node, inputs):
        raise Misfit("too-few-to-trim", inputs)
    return inputs, after(node, inputs, places)


def _struck(node: Taking, inputs: int) -> int:
    """How many of so many inputs are struck out."""
    if isinstance(node, Trimming):
        said = node.drops.get(str(inputs))
        return node.drop_high + node.drop_low if said is None else 2 * said
    return 2 if isinstance(node, AverageOfFiveNode) else 0


def _across(node: FieldWide, known: Mapping[str, Shape]) -> Shape:
    if not node.of or (len(node.of) > 1 and not isinstance(node, Placing)):
        raise Misfit("one-node")
    first = known[node.of[0]]
    if _fitting([known[child] for child in node.of], node.of) != axes.wide(first.along):
        raise Misfit("other-axes", node.of[-1])
    return Shape(first.along, first.along, (), 1, after(node, 1, [first.places]))


_FIXED = {TableNode: 1, DifferenceNode: 2, RatioNode: 2, OvertimeNode: 1, VetoNode: 1}


def _beside(node: AnyNode, known: Mapping[str, Shape]) -> Along:
    wanted = _FIXED.get(type(node))
    if wanted is not None and len(node.of) != wanted:  # type: ignore[union-attr]  # these have `of`
        raise Misfit("one-node" if wanted == 1 else "two-nodes")
    for child in node.children:
        known[child]  # KeyError for what is not there
    if isinstance(node, FormulaNode):
        return _formula(node, known)
    return _fitting([known[child] for child in node.children], node.children)


def _formula(node: FormulaNode, known: Mapping[str, Shape]) -> Along:
    """What stands inside a function over a family is gone through together, so it lies along the same axes."""
    for call in family_calls(node.tree.tree):
        inside = [node.names[word] for word in member_names(call) if word in node.names]
        wide = {axes.wide(known[child].along) for child in inside} - {axes.NUMBER}
        if len(wide) > 1:
            _fitting([known[child] for child in inside], tuple(inside))  # which says more, if only names differ
            raise Misfit("other-axes", inside[-1])
    whole = {node.names[word] for word in node.tree.whole if word in node.names}
    outside = tuple(child for child in node.children if child not in whole)
    return _fitting([known[child] for child in outside], outside)


def _fitting(children: list[Shape], names: tuple[str, ...]) -> Along:
    """All axes of the families among them; what lies along fewer goes with every member of the others."""
    found = axes.NUMBER
    for child, name in zip(children, names, strict=True):
        clash = axes.clash(found, child.along)
        if clash is not None:
            axis, own, others = clash
            raise Misfit("other-names", name, axis=axis, found=_few(own), stated=_few(others))
        found = axes.together([found, child.along])
    return found


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")


def _children(nodes: Mapping[str, AnyNode]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(child for child in node.children if child in nodes) for name, node in nodes.items()}
