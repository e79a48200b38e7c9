"""A node across the field, ready to be evaluated: everybody's numbers in, everybody's numbers out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.rulebook.nodes.field import FieldWide
from domain.scoring.field.facts import facts
from domain.scoring.numbers import ZERO, Absent, NoResult, Num, Value, divide
from domain.scoring.tree.finish import Finish
from domain.scoring.tree.operations.field import Column
from domain.scoring.tree.sources import Named, Reading, Situation
from domain.scoring.tree.trace import Details, Maker, Step, Trace, settled_step


@dataclass(slots=True)
class Pool:
    """One member's numbers of one group: the column, and what it gave before floor, cap and rounding."""

    column: list[Num] = field(default_factory=list)
    gave: Sequence[Num | None] = ()


@dataclass(slots=True)
class Seen:
    """What one entry gets: its numbers by member, and where it stood in which pool."""

    numbers: list[Value | Absent]
    pools: dict[int, tuple[Pool, int]] = field(default_factory=dict)
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Across:
    """`zeros`: who has no number stands in the field with zero. `by`: the column that parts the field into groups.

    `awaits`: in a contest of several stages the panels this field is marked by, None where it is everybody's.
    """

    name: str
    op: str
    keys: tuple[str, ...]
    child: str
    column: Column
    rule: str
    finish: Finish
    zeros: bool
    by: str
    awaits: frozenset[str] | None
    stated: FieldWide

    @property
    def single(self) -> bool:
        return len(self.keys) == 1

    def read_all(self, situations: Sequence[Situation], traces: Sequence[Trace | None]) -> None:
        """Puts everybody's reading in place. It is complete when those of all in the group are.

        Rule: docs/rules/field.md
        """
        seen = [Seen([None] * len(self.keys)) for _ in situations]
        for group in self._groups(situations):
            awaited = [situations[place] for place in group if self._awaits(situations[place])]
            whole = all(situation.readings[self.child].complete for situation in awaited)
            for member in range(len(self.keys)):
                self._member(situations, group, member, seen)
            for place in group:
                own = situations[place].readings[self.child].complete
                seen[place].complete = whole and own and None not in seen[place].numbers
        for situation, trace, found in zip(situations, traces, seen, strict=True):
            begun = situation.readings[self.child].begun
            situation.readings[self.name] = Reading(found.numbers, 1, found.complete, begun)
            if trace is not None:
                trace.keep(self.name, self._maker(situation, found, trace))

    def _awaits(self, situation: Situation) -> bool:
        """Whether the field waits for this entry: not for who does not count, nor for who is not in the stage."""
        if not situation.counts or self.awaits is None:
            return situation.counts
        return any(situation.marks.get(panel) for panel in self.awaits)

    def settled(self, value: Value, status: str, trace: Trace | None) -> Reading:
        """A value that a status has set."""
        if trace is not None:
            trace.keep(self.name, lambda: iter((settled_step(self.name, self.op, value, status, trace),)))
        return Reading([value] * len(self.keys), 1, complete=value is not None)

    def _groups(self, situations: Sequence[Situation]) -> list[list[int]]:
        groups: dict[str, list[int]] = {}
        for place, situation in enumerate(situations):
            groups.setdefault(situation.columns.get(self.by, "") if self.by else "", []).append(place)
        return list(groups.values())

    def _member(self, situations: Sequence[Situation], group: Sequence[int], member: int, seen: Sequence[Seen]) -> None:
        """One member's numbers of one group. Who is not one of the field gets none, and moves nobody's."""
        pool, inside = Pool(), list[int]()
        for place in group:
            if not situations[place].counts:
                continue
            number = _at(situations[place].readings[self.child], member)
            without = isinstance(number, NoResult | None)
            if isinstance(number, Absent) or (without and not self.zeros):  # an absent judge is nobody's zero
                seen[place].numbers[member] = number
                continue
            seen[place].pools[member] = pool, len(inside)
            inside.append(place)
            pool.column.append(ZERO if without else number)  # type: ignore[arg-type]  # else it is a number
        pool.gave = self.column(pool.column) if inside else ()
        for place, found in zip(inside, pool.gave, strict=True):
            seen[place].numbers[member] = None if found is None else self.finish.of(found, 1)

    def _maker(self, situation: Situation, seen: Seen, trace: Trace) -> Maker:
        return lambda: self._steps(situation, seen, trace)

    def _steps(self, situation: Situation, seen: Seen, trace: Trace) -> Iterator[Step]:
        of_field, reading = facts(self.stated), situation.readings[self.child]
        for member, value in enumerate(seen.numbers):
            name, row = [Named(node=self.child, key=self.keys[member])], [_at(reading, member)]
            before: Value | Absent = value
            details: Details = ()
            if member in seen.pools:
                pool, position = seen.pools[member]
                before, details = pool.gave[position], tuple(of_field(pool.column, position))
            remark = "no-result" if isinstance(value, NoResult) else "" if situation.counts else "outside-field"
            yield Step(
                self.name, self.keys[member], self.op, self.rule, row, 1, name, {}, (), 1, before, self.finish.rounding,
                value, seen.complete, remark, trace, None, details, self.stated,
            )  # fmt: skip


def _at(reading: Reading, member: int) -> Value | Absent:
    number = reading.numbers[member]
    return number if isinstance(number, NoResult | Absent | None) else divide(number, reading.divisor)
