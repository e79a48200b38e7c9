"""A node across the field, ready to be evaluated: everybody's numbers in, everybody's numbers out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from domain.entrants import is_official
from domain.rulebook.nodes.field import FieldWide, OfFieldNode
from domain.rulebook.parts import Better
from domain.scoring.field.facts import facts
from domain.scoring.numbers import ZERO, Absent, NoResult, Num, Value
from domain.scoring.ranking.links import link
from domain.scoring.tree.field.among import Among, Further, number_at
from domain.scoring.tree.finish import Finish
from domain.scoring.tree.operations.field import Column, beside
from domain.scoring.tree.sources import Named, Reading, Situation
from domain.scoring.tree.trace import Details, Maker, Step, Trace


@dataclass(slots=True)
class Pool:
    """One member's numbers of one group: the column, and what it gave before floor, cap and rounding.

    `entries` are whose numbers they are; the `column` is those `numbers`, or stands for them where further nodes order
    who is equal.
    """

    column: Sequence[Num] = ()
    gave: Sequence[Num | None] = ()
    entries: Sequence[Situation] = ()
    numbers: Sequence[Num] = ()


@dataclass(slots=True)
class Seen:
    """What one entry gets: its numbers by member, and where it stood in which pool."""

    numbers: list[Value | Absent]
    pools: dict[int, tuple[Pool, int]] = field(default_factory=dict)
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Across:
    """`zeros`: who has no number stands in the field with zero. `by`: the columns that part the field into groups.

    Unofficial entries move nobody's value, unless the rulebook says so; each is measured as if it came alone to the
    field.
    """

    name: str
    op: str
    keys: tuple[str, ...]
    child: str
    column: Column
    rule: str
    finish: Finish
    zeros: bool
    by: tuple[str, ...]
    among: Among
    further: tuple[Further, ...]
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
            inside = [place for place in group if self.among.takes(situations[place])]
            of_field = [place for place in inside if self._moves(situations[place])]
            whole = all(self._is_complete(situations[place]) for place in of_field)
            for member in range(len(self.keys)):
                pool = self._member(situations, of_field, member, seen)
                for place in inside:
                    if not self._moves(situations[place]):
                        self._guest(situations[place], member, pool, seen[place])
            for place in inside:
                own = self._is_complete(situations[place])
                seen[place].complete = whole and own and None not in seen[place].numbers
        for situation, trace, found in zip(situations, traces, seen, strict=True):
            begun = situation.readings[self.child].begun
            situation.readings[self.name] = Reading(found.numbers, 1, found.complete, begun)
            if trace is not None:
                trace.keep(self.name, self._maker(situation, found, trace))

    def _is_complete(self, situation: Situation) -> bool:
        return all(situation.readings[node].complete for node in (self.child, *(each.node for each in self.further)))

    def _moves(self, situation: Situation) -> bool:
        """Whether the values of others depend on this entry.

        Rule: docs/rules/unofficial.md
        """
        return self.stated.unofficial == "in" or is_official(situation.columns)

    def _groups(self, situations: Sequence[Situation]) -> list[list[int]]:
        groups: dict[tuple[str, ...], list[int]] = {}
        for place, situation in enumerate(situations):
            groups.setdefault(tuple(situation.columns.get(each, "") for each in self.by), []).append(place)
        return list(groups.values())

    def _member(self, situations: Sequence[Situation], field: Sequence[int], member: int, seen: Sequence[Seen]) -> Pool:
        """One member's numbers of one field, everybody's in place."""
        column, inside = list[Num](), list[int]()
        pool = Pool(column)
        for place in field:
            number = self._number(situations[place], member)
            if not isinstance(number, Num):
                seen[place].numbers[member] = number
                continue
            seen[place].pools[member] = pool, len(inside)
            inside.append(place)
            column.append(number)
        pool.gave = self._worked_out(pool, [situations[place] for place in inside], member)
        for place, found in zip(inside, pool.gave, strict=True):
            seen[place].numbers[member] = self._finished(found)
        return pool

    def _guest(self, situation: Situation, member: int, pool: Pool, seen: Seen) -> None:
        """One who moves nobody: measured by the field's norm, or as if it alone came to the field.

        A figure of the field is the field's.
        """
        number = self._number(situation, member)
        if isinstance(self.stated, OfFieldNode):
            seen.numbers[member] = self._finished(pool.gave[0]) if pool.gave else None
            return
        if not isinstance(number, Num):
            seen.numbers[member] = number
            return
        by_norm = beside(self.stated)
        if by_norm is not None and pool.column:
            guest = Pool(pool.column, (*pool.gave, by_norm(pool.column, number)))
        else:
            guest = Pool([*pool.numbers, number])
            guest.gave = self._worked_out(guest, [*pool.entries, situation], member)
        seen.pools[member] = guest, len(guest.gave) - 1
        seen.numbers[member] = self._finished(guest.gave[-1])

    def _worked_out(self, pool: Pool, entries: Sequence[Situation], member: int) -> Sequence[Num | None]:
        """What the column gives; where further nodes order who is equal, a column of turns stands for the numbers."""
        pool.entries, pool.numbers = entries, pool.column
        if self.further:
            others = [[each.number(entry, member) for each in self.further] for entry in entries]
            pool.column = self._turns(pool.column, others)
        return self.column(pool.column) if pool.column else ()

    def _turns(self, numbers: Sequence[Num], others: Sequence[Sequence[Value]]) -> list[Num]:
        """A number for each different standing, better ones where the node says: 1, 2, 3 … or the other way round."""
        first: Better = getattr(self.stated, "better", "higher")
        ways = [first, *(each.better for each in self.further)]
        standings = [
            tuple(link(each, better) for each, better in zip((number, *rest), ways, strict=True))
            for number, rest in zip(numbers, others, strict=True)
        ]
        order = {standing: turn for turn, standing in enumerate(sorted(set(standings), reverse=first == "higher"), 1)}
        return [Decimal(order[standing]) for standing in standings]

    def _number(self, situation: Situation, member: int) -> Value | Absent:
        """What an entry brings to the field; an absent judge is nobody's zero."""
        number = number_at(situation.readings[self.child], member)
        return ZERO if self.zeros and isinstance(number, NoResult | None) else number

    def _finished(self, found: Num | None) -> Num | None:
        return None if found is None else self.finish.of(found, 1)

    def _maker(self, situation: Situation, seen: Seen, trace: Trace) -> Maker:
        return lambda: self._steps(situation, seen, trace)

    def _steps(self, situation: Situation, seen: Seen, trace: Trace) -> Iterator[Step]:
        of_field, reading = facts(self.stated), situation.readings[self.child]
        for member, value in enumerate(seen.numbers):
            name, row = [Named(node=self.child, key=self.keys[member])], [number_at(reading, member)]
            name += [Named(node=each.node, key=each.keys[each.at[member]]) for each in self.further]
            row += [number_at(situation.readings[each.node], each.at[member]) for each in self.further]
            before: Value | Absent = value
            details: Details = ()
            if member in seen.pools:
                pool, position = seen.pools[member]
                before, details = pool.gave[position], tuple(of_field(pool.column, position))
            remark = (
                "no-result" if isinstance(value, NoResult) else "" if self.among.takes(situation) else "outside-field"
            )
            yield Step(
                self.name, self.keys[member], self.op, self.rule, row, 1, name, {}, (), 1, before, self.finish.rounding,
                value, seen.complete, remark, trace, None, details, self.stated,
            )  # fmt: skip
