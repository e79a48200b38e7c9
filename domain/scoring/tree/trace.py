"""What an evaluation writes down when asked: a step for each value, with its inputs, strikes, rounding and rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.rulebook.parts import Rounding
from domain.scoring.numbers import Num, divide
from domain.scoring.tree.operations import Notes, Operation
from domain.scoring.tree.sources import Named


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a step: a mark (then `panel`, `aspect`, `seat` say whose) or another step's value.

    `struck` is `highest`, `lowest` or empty; `weight` is None where inputs are not weighted.
    """

    value: Num | None
    struck: str
    weight: Num | None
    panel: str
    aspect: str
    seat: str
    step: Step | None


@dataclass(frozen=True, slots=True)
class Step:
    """How one value came about.

    `key` is the aspect or seat when the node is a family, else empty. `before` is the exact value, `value` what is left
    after `rounding`. `complete` is False for a value so far. `remark`: `disagree` when inputs allow no value, a
    status word when a status set the value, else empty.
    """

    node: str
    key: str
    op: str
    rule: str
    inputs: tuple[Input, ...]
    divisor: int
    before: Num | None
    rounding: Rounding | None
    value: Num | None
    complete: bool
    remark: str


@dataclass(slots=True)
class Trace:
    """All steps of one evaluation, by node and key."""

    steps: dict[tuple[str, str], Step] = field(default_factory=dict)

    def inputs(
        self, names: Sequence[Named], numbers: Sequence[Num | None], divisor: int, operation: Operation, notes: Notes
    ) -> tuple[Input, ...]:
        weights: Sequence[Num | None] = operation.weights or (None,) * len(names)
        return tuple(
            Input(
                None if number is None else divide(number, divisor),
                notes.struck.get(place, ""),
                weights[place],
                name.panel,
                name.aspect,
                name.seat,
                self.steps.get((name.node, name.key)),
            )
            for place, (name, number) in enumerate(zip(names, numbers, strict=True))
        )

    def add(self, step: Step) -> None:
        self.steps[step.node, step.key] = step
