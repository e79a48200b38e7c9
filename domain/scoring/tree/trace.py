"""What an evaluation writes down when asked: a step for each value, with its inputs, strikes, rounding and rule.

A step keeps the very rows it was worked out from; who reads it gets them told one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from domain.rulebook.aspects import Aspect
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.parts import Rounding
from domain.scoring.numbers import Absent, NoResult, Num, Value, divide, exact
from domain.scoring.tree.operations.operation import Strikes
from domain.scoring.tree.rulings import ruled
from domain.scoring.tree.sources import Entered, Half, Named, Situation

Details = tuple[tuple[str, Num], ...]
Maker = Callable[[], Iterator["Step"]]


class Input(NamedTuple):
    """One input of a step: a mark (then `panel`, `aspect`, `seat` say whose) or another step's value.

    `struck` is `highest`, `lowest`, `not-best`, `absent`, `missing`, `no-result` or empty; `weight` is None where
    inputs are not weighted. `word` is what a formula calls it. Where points are not what was entered, `item` is what
    the rulebook states of the aspect, `entered` what was entered, or `faults` what was lost for each fault. `unmarked`:
    nobody marked it, and by the entry's status it counts zero.
    """

    value: Value | Absent
    struck: str
    weight: Num | None
    name: Named
    step: Step | None
    entered: Decimal | None = None
    faults: tuple[tuple[str, Decimal], ...] = ()
    unmarked: bool = False

    @property
    def panel(self) -> str:
        return self.name.panel

    @property
    def aspect(self) -> str:
        return self.name.aspect

    @property
    def seat(self) -> str:
        return self.name.seat

    @property
    def node(self) -> str:
        return self.name.node

    @property
    def word(self) -> str:
        return self.name.word

    @property
    def item(self) -> Aspect | None:
        return self.name.item


class Step(NamedTuple):
    """How one value came about.

    `key` is the member's name (`finish`, `S1`, `3/finish`) when the node is a family, else empty. `before` is the exact
    value, `value` what is left after floor, cap, rounding and rulings. `complete` is False for a value so far.
    `remark`: `disagree` when inputs allow no value, a status word when a status set the value, another short word, or
    empty. `taken`: points a ruling took from it. `details` are what the operation itself says, such as the field's
    mean; `stated` is the node as the rulebook has it, None where a status set the value.
    """

    node: str
    key: str
    op: str
    rule: str
    row: Sequence[Entered]
    due: int
    names: Sequence[Named]
    strikes: Strikes
    weights: tuple[Num, ...]
    divisor: int
    before: Value | Absent
    rounding: Rounding | None
    value: Value | Absent
    complete: bool
    remark: str
    trace: Trace
    taken: Num | None = None
    details: Details = ()
    stated: AnyNode | None = None
    situation: Situation | None = None

    @property
    def inputs(self) -> tuple[Input, ...]:
        """Each with whose it is, what it counted and why it did not."""
        filled = self.situation.filled if self.situation is not None else frozenset[str]()
        row, due, strikes, weights, of = self.row, self.due, self.strikes, self.weights, self.trace.of
        made = tuple.__new__  # what Input(…) does, without the call in between: there are millions of them
        found: list[Input] = []
        for place, name in enumerate(self.names):
            number, struck = row[place], strikes.get(place, "")
            step = of(name.node).get(name.key) if name.node else None
            value: Value | Absent
            if type(number) is Decimal and due == 1:
                value = number
            elif isinstance(number, Absent):
                value, struck = None, "absent"
            elif isinstance(number, NoResult | None):
                value = number
            else:  # divided once already, where it came about
                value = _divided(number, due) if step is None else None if isinstance(number, Half) else step.value
            weight = weights[place] if weights else None
            one: Input = made(Input, (value, struck, weight, name, step, None, (), False))
            if name.panel in filled:
                one = one._replace(unmarked=self._is_unmarked(name))
            found.append(one if name.item is None else self._with_entries(one, name))
        return tuple(found)

    def _is_unmarked(self, name: Named) -> bool:
        sheets = {} if self.situation is None else self.situation.sheets(name.panel)
        return not any(name.seat in sheets.get(aspect, {}) for aspect in name.aspects)

    def _with_entries(self, found: Input, name: Named) -> Input:
        """With what was entered, which stands in the marks and was not kept while evaluating."""
        sheets = {} if self.situation is None else self.situation.sheets(name.panel)
        marks = ((aspect, sheets.get(aspect, {}).get(name.seat)) for aspect in name.entries)
        entered = tuple((aspect, mark) for aspect, mark in marks if isinstance(mark, Decimal))
        if getattr(name.item, "faults", ()):
            return found._replace(faults=entered)
        return found._replace(entered=entered[0][1] if entered else None)


def _divided(number: Num | Half, due: int) -> Num | None:
    return None if isinstance(number, Half) else divide(number, due)


class Trace:
    """All steps of one evaluation, by node and key. A node's are made when somebody looks, from the rows it used."""

    __slots__ = ("_makers", "_steps", "taken")

    def __init__(self) -> None:
        self.taken: Mapping[str, Num] = {}  # node -> points that rulings took from it
        self._makers: dict[str, Maker] = {}
        self._steps: dict[str, dict[str, Step]] = {}

    def keep(self, node: str, make: Maker) -> None:
        """`make` gives the node's steps, whenever it is asked; a later one takes the place of an earlier."""
        self._makers[node] = make

    def step(self, node: str, key: str = "") -> Step:
        """Raises: KeyError for a node or member there is none of."""
        return self.of(node)[key]

    @property
    def nodes(self) -> tuple[str, ...]:
        return tuple(self._makers)

    def of(self, node: str) -> Mapping[str, Step]:
        """The steps of all members of a node, by key. Raises: KeyError for an unknown node."""
        if node not in self._steps:
            points = self.taken.get(node)
            with exact():
                steps = self._makers[node]()
                if points is not None:
                    steps = (each._replace(value=ruled(each.value, points), taken=points) for each in steps)
                self._steps[node] = {each.key: each for each in steps}
        return self._steps[node]

    @property
    def steps(self) -> dict[tuple[str, str], Step]:
        """All of them."""
        return {(node, key): step for node in self._makers for key, step in self.of(node).items()}
