"""A formula node ready to be evaluated: the numbers its words stand for, its value, and how it came about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from domain.rulebook.expansion.naming import ENTRY
from domain.rulebook.formula.syntax import Formula
from domain.rulebook.nodes.beside import FormulaNode
from domain.scoring.formula.evaluation import compiled
from domain.scoring.formula.scope import NoValue
from domain.scoring.numbers import ABSENT, Absent, NoResult, Num, Value, divide
from domain.scoring.tree.finish import Finish
from domain.scoring.tree.sources import Entered, Named, Reading, Situation
from domain.scoring.tree.trace import Details, Step, Trace

RULE = "docs/rules/formula.md"
_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,12}(?:\.[0-9]{1,12})?)\s*", re.ASCII)


class Found(NamedTuple):
    """A value, what it was before floor, cap and rounding, why there is none, and the words it was made of."""

    value: Value | Absent
    before: Value | Absent
    reason: str = ""
    used: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Worked:
    """A formula for each member of the node's family.

    `nodes`: word of the formula -> node; `node_keys`: the members of each. `at`: for a word outside functions over a
    family, which of its members goes with each member here. `ignores`: goes on without members that are missing.
    `supplied`: words for which it says what stands in when they have no value.
    """

    name: str
    op: str
    keys: tuple[str, ...]
    formula: Formula
    nodes: Mapping[str, str]
    node_keys: Mapping[str, tuple[str, ...]]
    at: Mapping[str, tuple[int, ...]]
    finish: Finish
    ignores: bool
    supplied: frozenset[str]
    stated: FormulaNode

    @property
    def single(self) -> bool:
        return len(self.keys) == 1

    def read(self, situation: Situation, trace: Trace | None) -> Reading:
        """The formula's value for each member; none where an input is missing or it cannot be worked out.

        Rule: docs/rules/formula.md
        """
        found = [self._value(situation, member) for member in range(len(self.keys))]
        numbers = [each.value for each in found]
        done = [self._is_done(situation, member, each) for member, each in enumerate(found)]
        if trace is not None:
            trace.keep(self.name, lambda: self._steps(situation, found, done, trace))
        begun = {
            member
            for member, value in enumerate(numbers)
            if value is None and any(each is not None for each in self._outside(situation, member))
        }
        return Reading(numbers, 1, all(done), frozenset(begun))

    def _value(self, situation: Situation, member: int) -> Found:
        if any(isinstance(each, Absent) for each in self._outside(situation, member)):
            return Found(ABSENT, ABSENT)  # stays one, for who takes judges in
        scope = _Scope(self, situation, member)
        try:
            before = compiled(self.formula)(scope)
        except NoValue as found:
            return Found(None, None, found.reason)
        return Found(self.finish.of(before, 1) if isinstance(before, Num) else before, before, "", scope.used)

    def _outside(self, situation: Situation, member: int) -> Iterator[Entered]:
        """The numbers of this member itself."""
        return (_divided(situation.readings[self.nodes[word]], at[member]) for word, at in self.at.items())

    def _is_done(self, situation: Situation, member: int, found: Found) -> bool:
        """Whether all that this member is made of is there: of a family its own member, else the whole node.

        What the formula did not come to look at, such as the branch not taken, is not waited for.
        """
        if isinstance(found.value, NoResult):  # it stays none, unless what is there so far may still change the way
            return not any(self._is_half(situation, word) for word in found.used)
        if not isinstance(found.value, Num):
            return found.value is not None
        for word in found.used:
            reading = situation.readings[self.nodes[word]]
            if word in self.at and len(reading.numbers) > 1:
                place = self.at[word][member]
                if reading.numbers[place] is None and (word not in self.supplied or place in reading.begun):
                    return False
            elif not reading.complete and not self._goes_on_without(word, reading):
                return False
        return True

    def _is_half(self, situation: Situation, word: str) -> bool:
        """Whether something of it is there and more is to come."""
        reading = situation.readings[self.nodes[word]]
        return not reading.complete and (bool(reading.begun) or any(each is not None for each in reading.numbers))

    def _goes_on_without(self, word: str, reading: Reading) -> bool:
        """Whether members of a family may be missing, or the formula says what stands in where nothing was entered."""
        if self.ignores and word not in self.at:
            return not reading.begun
        return word in self.supplied and all(number is None for number in reading.numbers) and not reading.begun

    def _steps(
        self,
        situation: Situation,
        values: Sequence[Found],
        done: Sequence[bool],
        trace: Trace,
    ) -> Iterator[Step]:
        for member, (value, before, reason, _) in enumerate(values):
            names = list(self._names(member))
            row = [_divided(situation.readings[name.node], self.node_keys[name.word].index(name.key)) for name in names]
            remark = reason or ("no-result" if isinstance(value, NoResult) else "no-value" if value is None else "")
            yield Step(
                self.name, self.keys[member], self.op, RULE, row, 1, names, {}, (), 1, before, self.finish.rounding,
                value, done[member], "" if None in row else remark, trace, None,
                self._columns(situation), self.stated,
            )  # fmt: skip

    def _columns(self, situation: Situation) -> Details:
        """What the list of entries says, of all the formula asks it for."""
        asked = [(name, written(situation.columns.get(name.removeprefix(ENTRY), ""))) for name in self.formula.names]
        return tuple((name, number) for name, number in asked if name.startswith(ENTRY) and number is not None)

    def _names(self, member: int) -> Iterator[Named]:
        for word, node in self.nodes.items():
            keys = self.node_keys[word]
            places: Sequence[int] = (self.at[word][member],) if word in self.at else range(len(keys))
            for place in places:
                yield Named(node=node, key=keys[place], word=word)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What the words of a formula stand for, in one entry and for one member; `used`: those it was asked for."""

    node: Worked
    situation: Situation
    at: int
    used: set[str] = field(default_factory=set)

    def number(self, name: str, member: int | None, /) -> Value:
        if name.startswith(ENTRY):
            return written(self.situation.columns.get(name.removeprefix(ENTRY), ""))
        self.used.add(name)
        reading = self.situation.readings[self.node.nodes[name]]
        if len(reading.numbers) == 1:
            place = 0
        elif member is None:
            place = self.node.at[name][self.at]
        else:
            place = member
        found = _divided(reading, place)
        return None if isinstance(found, Absent) else found

    def members(self, names: Collection[str], /) -> int:
        return max((len(self.node.node_keys[name]) for name in names if name in self.node.node_keys), default=0)


def written(text: str) -> Num | None:
    """The number a column of the list of entries states, None where it states none."""
    found = _NUMBER.fullmatch(text)
    return None if found is None else Decimal(found[1])


def _divided(reading: Reading, place: int) -> Value | Absent:
    number = reading.numbers[place]
    return number if isinstance(number, NoResult | Absent | None) else divide(number, reading.divisor)
