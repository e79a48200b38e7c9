"""Random formulas, and places where their names get numbers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

from domain.rulebook.formula.parser import parse
from domain.scoring.formula.evaluation import evaluate
from domain.scoring.numbers import Value

NAMES = ("x", "y", "a.b", "3.e")


class Given:
    """A list is a family, anything else a single number; remembers what it was asked for.

    `members` is how many a family has whose names are all single numbers.
    """

    def __init__(self, values: Mapping[str, Value | list[Value]], members: int = 0) -> None:
        self.values = values
        self.lone_members = members
        self.asked: list[str] = []

    def number(self, name: str, member: int | None, /) -> Value:
        self.asked.append(name)
        found = self.values[name]
        if isinstance(found, list):
            assert member is not None, f"{name} is a family"
            return found[member]
        return found

    def members(self, names: Collection[str], /) -> int:
        lengths = {len(found) for name in names if isinstance(found := self.values[name], list)}
        assert len(lengths) == 1 or (self.lone_members and not lengths), names
        return lengths.pop() if lengths else self.lone_members


def worked_out(text: str, **values: object):
    """The formula's value; plain numbers and texts are read as Decimals, `a_b` stays as it is."""
    return evaluate(parse(text), Given({name: exact(value) for name, value in values.items()}))


def exact(value: object):
    """A number of a test, exact."""
    if isinstance(value, list):
        return [exact(each) for each in value]
    return Decimal(value) if isinstance(value, int | str) else value


def numbers_written():
    return st.integers(0, 99).map(str) | st.decimals(0, 99, places=2).map(str)


def formulas():
    """Formulas that are read without fault: all signs, and functions that can take anything."""

    def deeper(inner):
        pair = st.tuples(inner, st.sampled_from(["+", "-", "*", "and", "or"]), inner).map(" ".join)
        compared = st.tuples(inner, st.sampled_from(["<", "<=", "=", "!="]), inner).map(lambda t: f"({' '.join(t)})")
        called = st.tuples(st.sampled_from(["max", "min", "number", "clamp"]), inner, inner).map(_called)
        return (
            pair | compared | called | inner.map("({})".format) | inner.map("-({})".format)
            | inner.map("(not ({}))".format) | inner.map("abs({})^2".format) | inner.map("sum(x + {})".format)
            | inner.map("round({}, -1, 'up')".format)
        )  # fmt: skip

    return st.recursive(numbers_written() | st.sampled_from(NAMES), deeper, max_leaves=12)


def _called(parts):
    name, *inner = parts
    return f"clamp({inner[0]}, 0, {inner[1]})" if name == "clamp" else f"{name}({inner[0]}, {inner[1]})"


def sums():
    """Pairs of a formula of + - * / and whole powers, and its value by `Fraction` alone (None: it divides by zero)."""
    leaf = st.decimals(-20, 20, places=1).map(lambda n: (f"({n:f})", Fraction(n)))
    named = st.sampled_from([("x", Fraction(7, 3)), ("y", Fraction(-5, 4))])

    def joined(parts):
        (left, a), sign, (right, b) = parts
        return f"({left} {sign} {right})", _by_fractions(a, sign, b)

    def deeper(inner):
        pair = st.tuples(inner, st.sampled_from("+-*/"), inner).map(joined)
        power = st.tuples(inner, st.just("^"), st.integers(-3, 4).map(lambda n: (str(n), Fraction(n)))).map(joined)
        return pair | power

    return st.recursive(leaf | named, deeper, max_leaves=15)


def _by_fractions(a, sign, b):
    if a is None or b is None or (sign == "/" and b == 0) or (sign == "^" and a == 0 and b < 0):
        return None
    match sign:
        case "+":
            return a + b
        case "-":
            return a - b
        case "*":
            return a * b
        case "/":
            return a / b
    return a ** int(b)
