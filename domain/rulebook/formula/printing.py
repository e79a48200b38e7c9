"""The one way a formula is written: one spelling a sign, single spaces, no parentheses that change nothing."""

from __future__ import annotations

from domain.rulebook.formula.syntax import Chain, Comparison, Name, Negated, Not, Number, Power, Tree, Word

# how strongly each sign binds; the parser reads by the same table
STRENGTH = {
    "or": 1, "and": 2, "not": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "=": 4, "!=": 4,
    "+": 5, "-": 5, "*": 6, "/": 6, "^": 8,
}  # fmt: skip
COMPARES, SIGNED, RAISED, ALONE = STRENGTH["="], 7, STRENGTH["^"], 9


def printed(tree: Tree) -> str:
    """Canonical text; read again it gives the same tree."""
    match tree:
        case Number(value):
            text = f"{value:f}"
        case Name(name):
            text = name
        case Word(quoted):
            text = f"'{quoted}'"
        case Negated(of):
            text = f"-{_within(of, SIGNED)}"
        case Not(of):
            text = f"not {_within(of, STRENGTH['not'])}"
        case Chain(first, steps):
            above = STRENGTH[steps[0][0]] + 1
            text = _within(first, above) + "".join(f" {sign} {_within(each, above)}" for sign, each in steps)
        case Comparison(left, sign, right):
            text = f"{_within(left, COMPARES + 1)} {sign} {_within(right, COMPARES + 1)}"
        case Power(of, exponent):
            text = f"{_within(of, ALONE)}^{_within(exponent, SIGNED)}"
        case _:
            text = f"{tree.function}({', '.join(map(printed, tree.arguments))})"
    return text


def _within(tree: Tree, least: int) -> str:
    """In parentheses if it binds less strongly than its surroundings need."""
    return printed(tree) if _strength(tree) >= least else f"({printed(tree)})"


def _strength(tree: Tree) -> int:
    match tree:
        case Not():
            return STRENGTH["not"]
        case Comparison():
            return COMPARES
        case Chain(_, steps):
            return STRENGTH[steps[0][0]]
        case Negated():
            return SIGNED
        case Power():
            return RAISED
        case _:
            return ALONE
