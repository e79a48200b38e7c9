"""Which operation a node asks for."""

from __future__ import annotations

from domain.rulebook.nodes import beside, taking
from domain.rulebook.nodes.any import AnyNode
from domain.scoring.tree.operations import adding, choosing, converting, striking
from domain.scoring.tree.operations.operation import Operation


def operation(node: AnyNode) -> Operation:
    """The node's operation; formulas and nodes across the field are worked out otherwise."""
    found = _adding(node) or _choosing(node) or _converting(node)
    if found is None:
        raise TypeError(node)
    return found


def _adding(node: AnyNode) -> Operation | None:  # noqa: PLR0911 - one line an operation
    match node:
        case taking.MarkNode() | taking.MarksNode():
            return adding.single_mark()
        case taking.SumNode():
            return adding.added()
        case taking.ProductNode():
            return adding.multiplied()
        case taking.MeanNode():
            return adding.averaged()
        case taking.MedianNode():
            return adding.middle()
        case taking.MinNode():
            return adding.lowest()
        case taking.MaxNode():
            return adding.highest()
        case taking.WeightedSumNode() | taking.WeightedMeanNode():
            return adding.weighted(node)
    return None


def _choosing(node: AnyNode) -> Operation | None:  # noqa: PLR0911 - one line an operation
    match node:
        case taking.TrimmedMeanNode():
            return striking.trimmed(node, mean=True)
        case taking.TrimmedSumNode():
            return striking.trimmed(node, mean=False)
        case taking.SpreadNode():
            return striking.spread(node)
        case taking.AverageOfFiveNode():
            return striking.average_of_five(node)
        case taking.AgreementNode():
            return choosing.agreed()
        case taking.MajorityNode():
            return choosing.by_majority()
        case taking.BestNode():
            return choosing.best(node)
        case taking.BestSumNode() | taking.BestMeanNode():
            return choosing.best_of(node)
        case taking.MajorityPlaceNode():
            return choosing.of_places(node)
    return None


def _converting(node: AnyNode) -> Operation | None:
    match node:
        case beside.TableNode():
            return converting.looked_up(node)
        case beside.DifferenceNode():
            return converting.subtracted()
        case beside.RatioNode():
            return converting.divided(node)
        case beside.OvertimeNode():
            return converting.overtime(node)
        case beside.VetoNode():
            return converting.vetoed(node)
    return None
