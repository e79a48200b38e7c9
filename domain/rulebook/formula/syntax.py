"""The syntax tree of a formula: what is combined with what, and nothing about what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

FAMILY: Final = frozenset({"sum", "mean", "median", "product", "count", "smallest", "largest"})
ONE_OR_MANY: Final = frozenset({"min", "max"})  # over a family with one argument, over the arguments with several


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, exact."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Name:
    """A node, an aspect, a column …; `prelim.dives` is one name."""

    name: str


@dataclass(frozen=True, slots=True)
class Word:
    """Text in quotes: a way of rounding."""

    text: str


@dataclass(frozen=True, slots=True)
class Negated:
    of: Tree


@dataclass(frozen=True, slots=True)
class Not:
    of: Tree


@dataclass(frozen=True, slots=True)
class Chain:
    """Signs of equal strength taken from left to right: `a - b + c`, `a / b * c`, `a and b`, `a or b`."""

    first: Tree
    steps: tuple[tuple[str, Tree], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`sign` is one of < <= > >= = !=."""

    left: Tree
    sign: str
    right: Tree


@dataclass(frozen=True, slots=True)
class Power:
    of: Tree
    exponent: Tree


@dataclass(frozen=True, slots=True)
class Call:
    function: str
    arguments: tuple[Tree, ...]

    @property
    def over_family(self) -> bool:
        """Whether the one argument is worked out for each member of a family."""
        return self.function in FAMILY or (self.function in ONE_OR_MANY and len(self.arguments) == 1)


Tree = Number | Name | Word | Negated | Not | Chain | Comparison | Power | Call


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was understood; two with the same canonical `text` are the same.

    `names`: each name once, in the order of first use. `whole`: the names that stand only inside functions over a
    family, which therefore may be families. The order and the spelling are the formula's own.
    """

    text: str
    tree: Tree = field(compare=False, repr=False)
    names: tuple[str, ...] = field(compare=False)
    whole: frozenset[str] = field(compare=False)


def parts(tree: Tree) -> tuple[Tree, ...]:
    """What stands directly in it, from left to right."""
    match tree:
        case Number() | Name() | Word():
            return ()
        case Negated(of) | Not(of):
            return (of,)
        case Chain(first, steps):
            return (first, *(each for _, each in steps))
        case Comparison(left, _, right):
            return (left, right)
        case Power(of, exponent):
            return (of, exponent)
        case Call():
            return tree.arguments


def names_in(tree: Tree) -> Iterator[str]:
    """All names from left to right, each as often as it is used."""
    if isinstance(tree, Name):
        yield tree.name
    for part in parts(tree):
        yield from names_in(part)


def names_outside(tree: Tree) -> Iterator[str]:
    """The names that do not stand inside a function over a family."""
    if isinstance(tree, Name):
        yield tree.name
    if not (isinstance(tree, Call) and tree.over_family):
        for part in parts(tree):
            yield from names_outside(part)


def member_names(call: Call) -> tuple[str, ...]:
    """The names whose members a function over a family goes through; a family function within has its own."""
    return tuple(dict.fromkeys(names_outside(call.arguments[0])))


def family_calls(tree: Tree) -> Iterator[Call]:
    """All functions over a family in it, those within others too."""
    if isinstance(tree, Call) and tree.over_family:
        yield tree
    for part in parts(tree):
        yield from family_calls(part)


def supplied_names(tree: Tree) -> Iterator[str]:
    """Names that stand as the first argument of `number(x, other)`: the formula says what stands in for them."""
    if isinstance(tree, Call) and tree.function == "number" and isinstance(tree.arguments[0], Name):
        yield tree.arguments[0].name
    for part in parts(tree):
        yield from supplied_names(part)
