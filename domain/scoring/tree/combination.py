"""One node ready to be evaluated: reads its inputs, combines them, rounds, and writes down how when asked."""

from __future__ import annotations

from dataclasses import dataclass

from domain.rulebook.parts import Rounding
from domain.scoring.numbers import ZERO, Num, divide
from domain.scoring.rounding import rounded
from domain.scoring.tree.operations import Notes, Operation
from domain.scoring.tree.sources import Reading, Row, Situation, Source
from domain.scoring.tree.trace import Input, Step, Trace


@dataclass(frozen=True, slots=True)
class Combination:
    """A node of the tree. `keys` are its family's members, one empty key for a single number."""

    name: str
    op: str
    keys: tuple[str, ...]
    source: Source
    operation: Operation
    rounding: Rounding | None

    @property
    def single(self) -> bool:
        return self.keys == ("",)

    def read(self, situation: Situation, trace: Trace | None) -> Reading:
        """The node's value; a family that is not rounded keeps its divisor for the node that takes it in.

        What is missing is no value and never zero; only sums show what is there so far.
        Rule: docs/rules/not-yet-marked.md
        """
        due = self.source.divisor(situation)
        divisor, divided = due * self.operation.divisor, self.rounding is not None or self.single
        complete, numbers = True, list[Num | None]()
        for member, row in enumerate(self.source.rows(situation)):
            notes = None if trace is None else Notes()
            dividend = self._dividend(row, notes)
            value = dividend if dividend is None or not divided else self._quotient(dividend, divisor)
            numbers.append(value)
            complete = complete and row[1] and value is not None
            if trace is not None and notes is not None:
                inputs = trace.inputs(self.source.names(member), row[0], due, self.operation, notes)
                trace.add(
                    self._step(member, inputs, dividend, divisor, complete=row[1] and value is not None, notes=notes)
                )
        return Reading(numbers, 1 if divided else divisor, complete)

    def settled(self, value: Num | None, status: str, trace: Trace | None) -> Reading:
        """A value that a status has set, whatever the marks: zero for a module, none for a total taken away."""
        if trace is not None:
            rule = "docs/rules/statuses.md"
            trace.add(Step(self.name, "", self.op, rule, (), 1, value, None, value, complete=True, remark=status))
        return Reading([value], 1, complete=value is not None)

    def _dividend(self, row: Row, notes: Notes | None) -> Num | None:
        inputs, whole = row
        if whole:
            return self.operation.of(inputs, notes)  # type: ignore[arg-type]  # whole: none of them is None
        if not (self.source.runs and self.operation.runs) or all(number is None for number in inputs):
            return None
        return self.operation.of([ZERO if number is None else number for number in inputs], notes)

    def _quotient(self, dividend: Num, divisor: int) -> Num:
        return divide(dividend, divisor) if self.rounding is None else rounded(dividend, divisor, self.rounding)

    def _step(  # noqa: PLR0913 - everything a step is made of
        self,
        member: int,
        inputs: tuple[Input, ...],
        dividend: Num | None,
        divisor: int,
        *,
        complete: bool,
        notes: Notes,
    ) -> Step:
        return Step(
            self.name,
            self.keys[member],
            self.op,
            self.operation.rule,
            inputs,
            self.operation.divisor,
            None if dividend is None else divide(dividend, divisor),
            self.rounding,
            None if dividend is None else self._quotient(dividend, divisor),
            complete=complete,
            remark="disagree" if notes.disagree else "",
        )
