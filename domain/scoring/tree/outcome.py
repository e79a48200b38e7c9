"""What a row of inputs comes to, numbers or not: the operation's value, and what the rulebook wants of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from domain.scoring.numbers import ABSENT, NO_RESULT, ZERO, Absent, NoResult, Num, Value
from domain.scoring.tree.operations.adding import weighed_without
from domain.scoring.tree.operations.operation import Operation, Strikes
from domain.scoring.tree.sources import Entered, Half, Row


class Outcome(NamedTuple):
    """A dividend and its divisor (or no value), which inputs did not count, and whether all were there."""

    dividend: Value | Absent
    divisor: int
    strikes: Strikes
    whole: bool


@dataclass(frozen=True, slots=True)
class Combining:
    """An operation with what becomes of inputs that are no numbers: `missing` ones, and attempts without a result.

    `steady` divides the dividend of as many inputs as there should be. `runs`: whether what is there so far may show.
    `single`: one number comes of it; a family passes a judge's absence on to the node that takes judges in.
    """

    operation: Operation
    missing: Literal["wait", "zero", "ignore", "no_result"]
    failed: Literal["stop", "worst", "ignore", "zero"]
    steady: int
    runs: bool
    single: bool

    def of(self, row: Row) -> Outcome:
        """The usual case first: all inputs are there and are numbers."""
        inputs, whole = row
        if whole:
            try:
                return Outcome(self.operation.of(inputs), self.steady, {}, True)  # type: ignore[arg-type]  # noqa: FBT003
            except TypeError:  # something among them is no number
                return self._sorted_out(inputs)
        if self.missing != "wait" or any(isinstance(each, Absent | NoResult) for each in inputs):
            return self._sorted_out(inputs)
        if not self.runs or all(each is None for each in inputs):
            return Outcome(None, 1, {}, False)  # noqa: FBT003
        so_far: list[Num] = [ZERO if each is None else each for each in inputs]  # type: ignore[misc]
        return Outcome(self.operation.of(so_far), self.steady, {}, False)  # noqa: FBT003

    def strikes(self, row: Sequence[Entered], found: Outcome) -> Strikes:
        """Which inputs did not count: those left out, and of the others those the operation struck."""
        if not found.whole or found.dividend is None:
            return found.strikes
        if not found.strikes:
            return self.operation.struck([self._counts(each) for each in row])
        places = [place for place in range(len(row)) if place not in found.strikes]
        struck = self.operation.struck([self._counts(row[place]) for place in places])
        return {**found.strikes, **{places[place]: word for place, word in struck.items()}}

    def _counts(self, entered: Entered) -> Num | NoResult:
        """What an input that was not left out counted as: by policy zero where there is no number."""
        if entered is None and self.missing == "no_result":
            entered = NO_RESULT
        as_zero = entered is None or (isinstance(entered, NoResult) and self.failed == "zero")
        return ZERO if as_zero else entered  # type: ignore[return-value]  # absent judges are left out

    def _sorted_out(self, inputs: Sequence[Entered]) -> Outcome:
        """As the rulebook wants it: absent judges left out, missing inputs and those without a result by policy.

        Rule: docs/rules/no-result.md
        """
        numbers: list[Num] = []
        failures, out = 0, dict[int, str]()
        whole = self.missing != "no_result" or any(each is not None for each in inputs)
        for place, given in enumerate(inputs):
            each = NO_RESULT if given is None and self.missing == "no_result" else given
            if isinstance(each, Absent):
                out[place] = "absent"
            elif isinstance(each, NoResult):
                if self.failed == "zero":
                    numbers.append(ZERO)
                elif self.failed == "ignore":
                    out[place] = "no-result"
                else:
                    failures += 1
            elif isinstance(each, Half):
                whole = False
            elif each is not None:
                numbers.append(each)
            elif self.missing == "zero":
                numbers.append(ZERO)
            elif self.missing == "ignore":
                out[place] = "missing"
            else:
                whole = False
        tried = any(isinstance(each, NoResult) for each in inputs)
        return self._counted(numbers, failures, out, whole, tried)

    def _counted(
        self,
        numbers: list[Num],
        failures: int,
        out: dict[int, str],
        whole: bool,  # noqa: FBT001
        tried: bool,  # noqa: FBT001
    ) -> Outcome:
        operation = self.operation
        found: Value | Absent
        if failures and self.failed == "stop" and (whole or tried):  # whatever is still to be marked
            return Outcome(NO_RESULT, 1, out, True)  # noqa: FBT003
        if not whole:
            return Outcome(None, 1, out, False)  # noqa: FBT003
        if failures:
            found = operation.with_failures(numbers, failures)
        elif len(numbers) < operation.fewest:
            gone = ABSENT if not self.single and set(out.values()) == {"absent"} else None
            return Outcome(NO_RESULT if "no-result" in out.values() else gone, 1, out, True)  # noqa: FBT003
        elif operation.weights and out:
            found = weighed_without(operation.weights, out, numbers, mean=operation.mean)
        else:
            found = operation.of(numbers)
        return Outcome(found, operation.divisor(len(numbers) + failures), out, True)  # noqa: FBT003
