"""What a formula cuts inside itself: what `floor`, `ceil` and `round` were given, and what they made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.rulebook.formula.printing import printed
from domain.rulebook.formula.syntax import Call, Formula, Tree, names_in, parts
from domain.rulebook.nodes.beside import FormulaNode
from domain.scoring.formula.evaluation import compiled
from domain.scoring.formula.scope import NoValue
from domain.scoring.numbers import Absent, Num, Value, exact
from domain.scoring.tree.trace import Step

_CUTTING = frozenset({"floor", "ceil", "round"})


@dataclass(frozen=True, slots=True)
class Cut:
    """One function that cut something: `before` and `after` of each member it was worked out for."""

    function: str
    before: tuple[Num, ...]
    after: tuple[Num, ...]


def cuts(step: Step) -> Iterator[Cut]:
    """Those of a formula that were gone through and changed a number; the evaluator itself says what they came to."""
    if not isinstance(step.stated, FormulaNode) or not isinstance(step.before, Num):
        return
    found: dict[Call, list[tuple[Num, Num]]] = {}
    with exact():
        for call, before, after in _gone_through(step.stated.tree.tree, _Scope(_numbers(step))):
            if isinstance(before, Num) and isinstance(after, Num):
                found.setdefault(call, []).append((before, after))
    for call, pairs in found.items():
        if any(before != after for before, after in pairs):
            yield Cut(call.function, tuple(before for before, _ in pairs), tuple(after for _, after in pairs))


def _gone_through(tree: Tree, scope: _Scope) -> Iterator[tuple[Call, Value, Value]]:
    """Each cutting function with what it was given and what it made of it, innermost first."""
    if isinstance(tree, Call) and tree.over_family:
        for member in range(scope.members(set(names_in(tree)))):
            yield from _gone_through(tree.arguments[0], _Scope(scope.numbers, member))
        return
    for part in _taken(tree, scope):
        yield from _gone_through(part, scope)
    if isinstance(tree, Call) and tree.function in _CUTTING:
        yield tree, _value(tree.arguments[0], scope), _value(tree, scope)


def _taken(tree: Tree, scope: _Scope) -> Sequence[Tree]:
    """What stands in it; of a choice the way that was taken."""
    match tree:
        case Call("if", (asked, yes, no)):
            return asked, yes if _value(asked, scope) else no
    return parts(tree)


def _value(tree: Tree, scope: _Scope) -> Value:
    names = tuple(dict.fromkeys(names_in(tree)))
    try:
        return compiled(Formula(printed(tree), tree, names, frozenset()))(scope)
    except NoValue:
        return None


def _numbers(step: Step) -> Mapping[str, Sequence[Value]]:
    """Word of the formula -> its members; of a column of the list of entries the number it states."""
    found: dict[str, list[Value]] = {word: [number] for word, number in step.details}
    for given in step.inputs:
        found.setdefault(given.word, []).append(None if isinstance(given.value, Absent) else given.value)
    return found


@dataclass(frozen=True, slots=True)
class _Scope:
    """The numbers of a step's inputs; within a function over a family those of one member."""

    numbers: Mapping[str, Sequence[Value]]
    at: int = 0

    def number(self, name: str, member: int | None, /) -> Value:
        known = self.numbers.get(name) or (None,)
        return known[0] if len(known) == 1 else known[self.at if member is None else member]

    def members(self, names: Collection[str], /) -> int:
        return max((len(self.numbers.get(name, ())) for name in names), default=0)
