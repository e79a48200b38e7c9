"""Operations that turn numbers into others: tables, differences, ratios, overtime and vetoes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from domain.rulebook.nodes.beside import OvertimeNode, RatioNode, TableNode, VetoNode
from domain.scoring.numbers import NO_RESULT, ZERO, NoResult, Num, less, quotient, times
from domain.scoring.rounding import whole_number
from domain.scoring.tree.operations.operation import Operation


def looked_up(node: TableNode) -> Operation:
    """The points of the last line whose value is reached; below the first line what the rulebook says, else none.

    Rule: docs/rules/table.md
    """
    lines = sorted(node.table, key=lambda line: line.source)
    starts, worth = [line.source for line in lines], [line.points for line in lines]

    def of(numbers: Sequence[Num]) -> Num | None:
        place = bisect_right(starts, numbers[0]) - 1
        if place < 0 or (node.exact and starts[place] != numbers[0]):
            return node.below
        return worth[place]

    return Operation("docs/rules/table.md", of)


def subtracted() -> Operation:
    """The first less the second.

    Rule: docs/rules/difference-of.md
    """

    def of(numbers: Sequence[Num]) -> Num:
        return less(numbers[0], numbers[1])

    return Operation("docs/rules/difference-of.md", of, fewest=2)


def divided(node: RatioNode) -> Operation:
    """The first divided by the second, times what the rulebook says; none where the second is zero.

    Rule: docs/rules/ratio.md
    """

    def of(numbers: Sequence[Num]) -> Num | None:
        return quotient(times(node.times, numbers[0]), numbers[1]) if numbers[1] else None

    return Operation("docs/rules/ratio.md", of, fewest=2, without="division-by-zero")


def overtime(node: OvertimeNode) -> Operation:
    """Points lost for the time over the limit: for each started or whole unit, or in proportion; at most so many.

    Rule: docs/rules/overtime.md
    """

    def of(numbers: Sequence[Num]) -> Num:
        over = less(numbers[0], node.limit)
        if over <= 0:
            return ZERO
        units = quotient(over, node.each)
        if node.counted != "exact":
            units = Decimal(whole_number(units, "up" if node.counted == "started" else "down"))
        lost = times(units, node.lose)
        return lost if node.most is None else min(lost, node.most)

    return Operation("docs/rules/overtime.md", of)


def vetoed(node: VetoNode) -> Operation:
    """The node's own number, unless one of the faults was found: then what the rulebook gives instead.

    Rule: docs/rules/veto.md
    """
    gives: Num | NoResult = node.gives if isinstance(node.gives, Decimal) else NO_RESULT

    def of(numbers: Sequence[Num]) -> Num | NoResult:
        value, *faults = numbers
        return gives if any(fault > 0 for fault in faults) else value

    return Operation("docs/rules/veto.md", of, fewest=1 + len(node.when))
