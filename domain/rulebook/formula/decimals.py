"""How many decimals a formula's value can have at most; None where it may have no end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from domain.rulebook.formula.syntax import Call, Chain, Comparison, Formula, Name, Negated, Not, Number, Power, Tree

Places = int | None
_SUMS = {"sum", "median", "min", "max", "abs", "clamp", "smallest", "largest", "number", "mod"}
_WHOLE = {"floor", "ceil", "count"}
_LARGEST_POWER = 12


def of_formula(formula: Formula, known: Mapping[str, Places]) -> Places:
    """From the decimals of what it names. A quotient, a root or a mean has none that is sure."""
    return _of(formula.tree, known)


def _of(tree: Tree, known: Mapping[str, Places]) -> Places:  # noqa: PLR0911 - one answer a kind of part
    match tree:
        case Number(value):
            exponent = value.as_tuple().exponent
            return max(0, -exponent) if isinstance(exponent, int) else None
        case Name(name):
            return known.get(name)
        case Negated(of):
            return _of(of, known)
        case Comparison() | Not():
            return 0
        case Power(of, Number(exponent)) if exponent == int(exponent) and 0 <= exponent <= _LARGEST_POWER:
            places = _of(of, known)
            return None if places is None else places * int(exponent)
        case Chain(first, steps):
            return _chain(first, steps, known)
        case Call():
            return _call(tree, known)
    return None


def _chain(first: Tree, steps: Sequence[tuple[str, Tree]], known: Mapping[str, Places]) -> Places:
    places = _of(first, known)
    for sign, part in steps:
        more = _of(part, known)
        if sign in ("and", "or"):
            places = 0
        elif sign == "/":
            places = _divided(places, part)
        elif places is None or more is None:
            return None
        else:
            places = places + more if sign == "*" else max(places, more)
    return places


def _divided(places: Places, by: Tree) -> Places:
    """Divided by a number whose only primes are 2 and 5 it still has an end."""
    if places is None or not isinstance(by, Number):
        return None
    above, below = by.value.as_integer_ratio()
    twos_and_fives = 0
    for prime in (2, 5):
        while above % prime == 0 and above:
            above, twos_and_fives = above // prime, twos_and_fives + 1
    return places + twos_and_fives if abs(above) == 1 and below >= 1 else None


def _call(call: Call, known: Mapping[str, Places]) -> Places:
    found = [_of(each, known) for each in call.arguments]
    if call.function in _WHOLE:
        return 0
    if call.function == "round":
        said = call.arguments[1] if len(call.arguments) > 1 else Number(Decimal(0))
        return max(0, int(said.value)) if isinstance(said, Number) else None
    if call.function == "if":
        found = found[1:]
    elif call.function == "median":
        found = [None if place is None else place + 1 for place in found]
    elif call.function not in _SUMS:
        return None
    return None if None in found else max(place for place in found if place is not None)
