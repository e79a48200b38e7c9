"""The parts of a formula as functions of the moment: what is needed is worked out, and nothing else.

Each function here takes parts and gives a part. A number not marked yet makes a part None, one without result
NO_RESULT, unless the part can do without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from domain.rulebook.parts import RoundingMode
from domain.scoring.formula.arithmetic import absent, minus, over, plus, times, truth
from domain.scoring.formula.families import count
from domain.scoring.formula.functions import round_to
from domain.scoring.formula.moment import Moment, Part
from domain.scoring.numbers import NO_RESULT, NoResult, Num, Value, negated

_ARITHMETIC: Final[dict[str, Callable[[Value, Value], Value]]] = {"+": plus, "-": minus, "*": times, "/": over}
_COMPARISONS: Final[dict[str, Callable[[Num, Num], bool]]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
    "=": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
}


def constant(value: Value) -> Part:
    """The same whatever the marks."""
    return lambda _moment: value


def named(name: str) -> Part:
    """What the scope says it is."""
    return lambda moment: moment.scope.number(name, moment.member)


def minus_sign(of: Part) -> Part:
    """The number with its sign changed."""

    def value(moment: Moment) -> Value:
        found = of(moment)
        return negated(found) if isinstance(found, Num) else found

    return value


def in_turn(first: Part, steps: Sequence[tuple[str, Part]]) -> Part:
    """Plus and minus, or times and divided by, from left to right."""
    known = tuple((_ARITHMETIC[sign], part) for sign, part in steps)

    def value(moment: Moment) -> Value:
        total = first(moment)
        for operation, part in known:
            total = operation(total, part(moment))
        return total

    return value


def compared(left: Part, sign: str, right: Part) -> Part:
    """1 if it is so, else 0."""
    comparison = _COMPARISONS[sign]

    def value(moment: Moment) -> Value:
        a, b = left(moment), right(moment)
        return truth(comparison(a, b)) if isinstance(a, Num) and isinstance(b, Num) else absent(a, b)

    return value


def connected(parts: Sequence[Part], *, stops_at: bool) -> Part:
    """`and` stops at the first zero, `or` at the first number that is none; what follows is not looked at."""

    def value(moment: Moment) -> Value:
        for part in parts:
            found = part(moment)
            if not isinstance(found, Num):
                return found
            if (found != 0) == stops_at:
                return truth(stops_at)
        return truth(not stops_at)

    return value


def denied(of: Part) -> Part:
    """1 for zero, 0 for any other number."""

    def value(moment: Moment) -> Value:
        found = of(moment)
        return truth(found == 0) if isinstance(found, Num) else found

    return value


def chosen(condition: Part, then: Part, otherwise: Part) -> Part:
    """The one branch the condition leads to; the other is not looked at."""

    def value(moment: Moment) -> Value:
        found = condition(moment)
        if not isinstance(found, Num):
            return found
        return then(moment) if found != 0 else otherwise(moment)

    return value


def with_substitute(of: Part, other: Part) -> Part:
    """The number, or the other where there is none."""

    def value(moment: Moment) -> Value:
        found = of(moment)
        return found if isinstance(found, Num) else other(moment)

    return value


def rounded(of: Part, places: int, mode: RoundingMode) -> Part:
    """The number made coarser."""

    def value(moment: Moment) -> Value:
        found = of(moment)
        return round_to(found, places, mode) if isinstance(found, Num) else found

    return value


def applied(function: Callable[..., Num], arguments: Sequence[Part]) -> Part:
    """The function's value when all its arguments are numbers."""

    def value(moment: Moment) -> Value:
        numbers = [part(moment) for part in arguments]
        return function(*numbers) if all(isinstance(each, Num) for each in numbers) else absent(*numbers)

    return value


def gathered(function: Callable[[Sequence[Num]], Value], of: Part, names: tuple[str, ...], text: str) -> Part:
    """The function over all members that have a number; worked out once a moment, however often it is asked for.

    Where nobody has a number and somebody tried, there is no result to take together; to count them is to count none.
    Within another family function it goes through its own members, so its value is the same for each of the other's.
    """

    def value(moment: Moment) -> Value:
        if text not in moment.families:
            reached, found = moment.member, []
            for member in range(moment.scope.members(names)):
                moment.member = member
                found.append(of(moment))
            moment.member = reached
            numbers = [each for each in found if isinstance(each, Num)]
            tried = any(isinstance(each, NoResult) for each in found)
            without = tried and not numbers and function is not count
            moment.families[text] = NO_RESULT if without else function(numbers)
        return moment.families[text]

    return value
