"""One node ready to be evaluated: reads its inputs, combines them, rounds, and says how when asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from domain.rulebook.nodes.any import AnyNode
from domain.scoring.numbers import Absent, NoResult, Num, Value, divide, times
from domain.scoring.tree.finish import Finish
from domain.scoring.tree.outcome import Combining, Outcome
from domain.scoring.tree.sources import Named, Reading, Row, Situation, Source
from domain.scoring.tree.trace import Step, Trace

_NONE_BEGUN: frozenset[int] = frozenset()
_PLAIN = {Decimal}


@dataclass(frozen=True, slots=True)
class Combination:
    """A node of the tree. `keys`: its family's members, one empty key for a single number; `inputs`: how many each."""

    name: str
    op: str
    keys: tuple[str, ...]
    inputs: int
    source: Source
    combining: Combining
    finish: Finish
    stated: AnyNode
    named: dict[int, tuple[Named, ...]] = field(default_factory=dict)  # a member's inputs, worked out when first told

    @property
    def single(self) -> bool:
        return len(self.keys) == 1

    def read(self, situation: Situation, trace: Trace | None) -> Reading:
        """The node's value; a family that is not rounded keeps its divisor for the node that takes it in.

        What is missing is no value and never zero, unless the rulebook says so; only sums show what is there so far.
        Rule: docs/rules/not-yet-marked.md, docs/rules/no-result.md
        """
        usual, steady = self.combining.operation.of, self.combining.steady
        due, rows = self.source.divisor(situation), self.source.rows(situation)
        divided = self.single or not self.finish.idle
        kept = 1 if divided else due * steady
        complete, numbers, begun = True, list[Value | Absent](), set[int]()
        for row in rows:
            inputs, whole = row
            divisor = steady
            value: Value | Absent
            try:
                if whole:
                    value = usual(inputs)  # type: ignore[arg-type]  # all are there; numbers, or the next line is for them
                else:
                    value, divisor, _, whole = self.combining.of(row)
            except TypeError:  # something among them is no number
                value, divisor, _, whole = self.combining.of(row)
            if type(value) is Decimal or isinstance(value, Fraction):
                if divided:
                    value = self.finish.of(value, due * divisor)
                elif divisor != steady:
                    value = times(Decimal(kept), divide(value, due * divisor))
            elif value is None and not whole and any(each is not None for each in inputs):
                begun.add(len(numbers))
            numbers.append(value)  # an absent judge stays one, for who takes judges in
            complete = complete and whole and value is not None
        if trace is not None:
            trace.keep(self.name, lambda: self._steps(situation, rows, numbers, kept, trace))
        return Reading(numbers, kept, complete, frozenset(begun) if begun else _NONE_BEGUN)

    def _steps(
        self, situation: Situation, rows: Sequence[Row], numbers: Sequence[Value | Absent], kept: int, trace: Trace
    ) -> Iterator[Step]:
        """The rows are combined once more, by the same function, for what it leaves out and strikes."""
        due, combining, finish = self.source.divisor(situation), self.combining, self.finish
        rule, weights, steady = combining.operation.rule, combining.operation.weights, combining.steady
        made = tuple.__new__  # what Step(…) does, without the call in between
        for member, ((inputs, whole), number) in enumerate(zip(rows, numbers, strict=True)):
            plain = whole and set(map(type, inputs)) == _PLAIN
            if plain and finish.idle and not self.single:  # kept as it was made
                found = Outcome(number, steady, {}, whole)
            else:
                found = combining.of((inputs, whole))
            before = divide(found.dividend, due * found.divisor) if isinstance(found.dividend, Num) else found.dividend
            value = number
            if isinstance(number, Num):
                value = before if finish.idle else divide(number, kept)
            names = self.named.get(member) or self.named.setdefault(member, tuple(self.source.names(member)))
            strikes = combining.operation.struck(inputs) if plain else combining.strikes(inputs, found)  # type: ignore[arg-type]
            step: Step = made(Step, (
                self.name, self.keys[member], self.op, rule, inputs, due, names, strikes, weights, found.divisor,
                before, finish.rounding, value, found.whole and value is not None, self._remark(found, value), trace,
                None, (), self.stated, situation,
            ))  # fmt: skip
            yield step

    def _remark(self, found: Outcome, value: Value | Absent) -> str:
        if isinstance(value, NoResult):
            return "no-result"
        if found.whole and value is None:
            if len(found.strikes) == self.inputs:  # all were left out
                return "too-few"
            operation = self.combining.operation
            return "disagree" if operation.disagrees else operation.without
        return ""
