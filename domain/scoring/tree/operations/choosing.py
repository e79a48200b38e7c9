"""Operations that choose: what all agree on, what a majority gave, the best of several attempts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from domain.rulebook.nodes.taking import BestMeanNode, BestNode, BestSumNode, MajorityPlaceNode
from domain.scoring.field.majority import majority_place
from domain.scoring.numbers import NO_RESULT, NoResult, Num, total_of
from domain.scoring.tree.operations.operation import Operation, Strikes


def agreed() -> Operation:
    """The value all inputs share; none while two of them differ.

    Rule: docs/rules/agreement.md
    """

    def of(numbers: Sequence[Num]) -> Num | None:
        return numbers[0] if all(number == numbers[0] for number in numbers) else None

    return Operation("docs/rules/agreement.md", of, disagrees=True)


def by_majority() -> Operation:
    """The value that more than half of the inputs share; none where there is no such value.

    Rule: docs/rules/majority.md
    """

    def of(numbers: Sequence[Num]) -> Num | None:
        number, count = Counter(numbers).most_common(1)[0]
        return number if 2 * count > len(numbers) else None

    return Operation("docs/rules/majority.md", of, disagrees=True)


def best(node: BestNode) -> Operation:
    """The best input, highest or lowest as the rulebook says; without any result there is none.

    Rule: docs/rules/best.md
    """
    choose = max if node.better == "higher" else min

    def struck(numbers: Sequence[Num | NoResult]) -> Strikes:
        order = _best_first(numbers, node.better)
        return dict.fromkeys(order[1:], "not-best")

    def with_failures(numbers: Sequence[Num], _failures: int) -> Num | NoResult:
        return choose(numbers) if numbers else NO_RESULT

    return Operation("docs/rules/best.md", choose, struck=struck, with_failures=with_failures)


def best_of(node: BestSumNode | BestMeanNode) -> Operation:
    """The best so many of the inputs added or averaged; with fewer results there is no value.

    Rule: docs/rules/best.md
    """
    count, down = node.count, node.better == "higher"

    def of(numbers: Sequence[Num]) -> Num | None:
        return total_of(sorted(numbers, reverse=down)[:count]) if len(numbers) >= count else None

    def with_failures(numbers: Sequence[Num], _failures: int) -> Num | NoResult:
        return NO_RESULT if len(numbers) < count else total_of(sorted(numbers, reverse=down)[:count])

    def struck(numbers: Sequence[Num | NoResult]) -> Strikes:
        return dict.fromkeys(_best_first(numbers, node.better)[count:], "not-best")

    def divisor(_inputs: int) -> int:
        return count if isinstance(node, BestMeanNode) else 1

    return Operation("docs/rules/best.md", of, divisor, struck=struck, with_failures=with_failures, without="too-few")


def of_places(node: MajorityPlaceNode) -> Operation:
    """Of the places the judges gave the best that a majority gave or better, how many did, or their sum.

    Rule: docs/rules/majority-place.md
    """

    def of(numbers: Sequence[Num]) -> Num | None:
        return majority_place(numbers, node.gives)

    return Operation("docs/rules/majority-place.md", of)


def _best_first(numbers: Sequence[Num | NoResult], better: str) -> list[int]:
    """Places of the inputs from the best to the worst, those without a result last."""
    good = [(number, place) for place, number in enumerate(numbers) if not isinstance(number, NoResult)]
    good.sort(key=lambda pair: pair[0], reverse=better == "higher")
    return [place for _, place in good] + [
        place for place, number in enumerate(numbers) if isinstance(number, NoResult)
    ]
