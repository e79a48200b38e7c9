"""A node made ready for evaluation from what the rulebook states and what is known of its shape."""

from __future__ import annotations

from collections.abc import Mapping

from domain.rulebook.formula.syntax import supplied_names
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.nodes.beside import FormulaNode
from domain.rulebook.nodes.field import FieldWide, Placing
from domain.rulebook.nodes.inputs import Taking
from domain.rulebook.panels import Panel
from domain.rulebook.shape import axes
from domain.rulebook.shape.shapes import Panels, Shape
from domain.scoring.tree.combination import Combination
from domain.scoring.tree.field.across import Across
from domain.scoring.tree.field.among import EVERYBODY, Among, Further
from domain.scoring.tree.finish import Finish
from domain.scoring.tree.formula import Worked
from domain.scoring.tree.marks import of_panel
from domain.scoring.tree.operations.choice import operation
from domain.scoring.tree.operations.field import across
from domain.scoring.tree.outcome import Combining
from domain.scoring.tree.sources import OfNode, OfNodes, Source, picker

Ready = Combination | Worked | Across
Shapes = Mapping[str, Shape]


def ready(name: str, node: AnyNode, panels: Panels, known: Shapes, among: Among = EVERYBODY) -> Ready:
    """The node called `name`; its children's shapes are known.

    `among`: whose field it is, where it sets entries against each other.
    """
    shape, finish = known[name], Finish(node.round, node.at_least, node.at_most)
    if isinstance(node, FormulaNode):
        keys = {word: known[child].keys for word, child in node.names.items()}
        whole = axes.wide(shape.along)
        at = {word: axes.spread(whole, known[node.names[word]].along) for word in keys if word not in node.tree.whole}
        supplied = frozenset(supplied_names(node.tree.tree))
        return Worked(
            name, node.op, shape.keys, node.tree, node.names, keys, at, finish, node.missing == "ignore", supplied, node
        )
    if isinstance(node, FieldWide):
        column, rule = across(node)
        return Across(
            name,
            node.op,
            shape.keys,
            node.of[0],
            column,
            rule,
            finish,
            node.among == "all_as_zero",
            node.by,
            among,
            _further(node, known, shape),
            node,
        )
    source, made = _source(node, panels, known, shape), operation(node)
    combining = Combining(
        made,
        getattr(node, "missing", "wait"),
        getattr(node, "failed", "stop"),
        made.divisor(shape.inputs),
        runs=source.runs and made.runs and shape.single,
        single=shape.single,
    )
    return Combination(name, node.op, shape.keys, shape.inputs, source, combining, finish, node)


def _further(node: FieldWide, known: Shapes, shape: Shape) -> tuple[Further, ...]:
    """What orders those who are equal in the first node."""
    whole = axes.wide(shape.along)
    named = node.further if isinstance(node, Placing) else ()
    return tuple(
        Further(child, axes.spread(whole, known[child].along), known[child].keys, better) for child, better in named
    )


def _source(node: AnyNode, panels: Panels, known: Shapes, shape: Shape) -> Source:
    strict = getattr(node, "missing", "wait") != "wait"
    if isinstance(node, Taking) and node.panel is not None:
        return _marks(panels[node.panel], node, shape)
    if isinstance(node, Taking) and len(node.of) == 1:
        child = node.of[0]
        groups = axes.groups(shape.taken, shape.over)
        whole, keys = axes.size(shape.taken), known[child].keys
        runs = "judges" not in [axis for axis, names in shape.taken if axis in shape.over and len(names) > 1]
        return OfNode(
            child,
            tuple(picker(group, whole) for group in groups),
            tuple(tuple(keys[index] for index in group) for group in groups),
            runs,
            strict=strict,
        )
    children = [known[child] for child in node.children]
    at = tuple(axes.spread(axes.wide(shape.along), child.along) for child in children)
    return OfNodes(node.children, shape.keys, at, tuple(child.keys for child in children), strict=strict)


def _marks(panel: Panel, node: Taking, shape: Shape) -> Source:
    groups = axes.groups(shape.taken, shape.over)
    judge_by_judge = tuple(
        tuple(range(start, start + len(panel.seats))) for start in range(0, axes.size(shape.taken), len(panel.seats))
    )
    if groups == judge_by_judge:
        return of_panel(panel, node.picked, (), ())
    whole = axes.size(shape.taken)
    return of_panel(panel, node.picked, tuple(picker(group, whole) for group in groups), groups)
