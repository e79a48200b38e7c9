"""Works a formula out: made ready once, then for one entry after another.

The syntax tree becomes nested Python functions, so that nothing of the text is looked at again.

Rule: docs/rules/formula.md
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import cast

from domain.rulebook.formula.constants import Constants
from domain.rulebook.formula.functions import MODES
from domain.rulebook.formula.printing import printed
from domain.rulebook.formula.syntax import (
    Call,
    Chain,
    Comparison,
    Formula,
    Name,
    Negated,
    Not,
    Number,
    Power,
    Tree,
    Word,
    member_names,
)
from domain.rulebook.parts import RoundingMode
from domain.scoring.formula import steps
from domain.scoring.formula.families import OVER_FAMILY
from domain.scoring.formula.functions import OF_NUMBERS
from domain.scoring.formula.moment import Moment, Part
from domain.scoring.formula.scope import Scope
from domain.scoring.numbers import Value, simplest


def evaluate(formula: Formula, scope: Scope) -> Value:
    """The formula's value: a number, None while one it needs is missing, NO_RESULT where one it needs has none.

    Raises: NoValue where the numbers are there and allow no value.

    Rule: docs/rules/formula.md
    """
    return compiled(formula)(scope)


@lru_cache(maxsize=1024)
def compiled(formula: Formula) -> Callable[[Scope], Value]:
    """The formula as a function of its scope; may be kept and called any number of times, from any thread."""
    part = _part(formula.tree)
    return lambda scope: part(Moment(scope))


def _part(tree: Tree) -> Part:
    known = Constants().of(tree)  # a third need not be divided out for every entry anew
    if known is not None:
        return steps.constant(simplest(known))
    match tree:
        case Name(name):
            part = steps.named(name)
        case Negated(of):
            part = steps.minus_sign(_part(of))
        case Not(of):
            part = steps.denied(_part(of))
        case Power(of, exponent):
            part = steps.applied(OF_NUMBERS["power"], (_part(of), _part(exponent)))
        case Comparison(left, sign, right):
            part = steps.compared(_part(left), sign, _part(right))
        case Chain():
            part = _chain(tree)
        case Number() | Word():
            raise AssertionError(tree)  # one is a constant, the other stands in `round` alone
        case _:
            part = _call(tree)
    return part


def _chain(chain: Chain) -> Part:
    first, terms = _part(chain.first), [(sign, _part(each)) for sign, each in chain.steps]
    if chain.steps[0][0] in {"and", "or"}:
        return steps.connected([first, *(part for _, part in terms)], stops_at=chain.steps[0][0] == "or")
    return steps.in_turn(first, terms)


def _round(call: Call) -> Part:
    places = Constants().of(call.arguments[1]) if len(call.arguments) > 1 else None
    mode = call.arguments[2] if len(call.arguments) > 2 else None  # noqa: PLR2004 - the third
    text = mode.text if isinstance(mode, Word) else MODES[0]
    return steps.rounded(_part(call.arguments[0]), int(places or 0), cast("RoundingMode", text))


def _call(call: Call) -> Part:
    if call.over_family:
        return steps.gathered(OVER_FAMILY[call.function], _part(call.arguments[0]), member_names(call), printed(call))
    if call.function == "round":
        return _round(call)
    arguments = [_part(each) for each in call.arguments]
    match call.function:
        case "if":
            return steps.chosen(*arguments)
        case "number":
            return steps.with_substitute(*arguments)
    return steps.applied(OF_NUMBERS[call.function], arguments)
