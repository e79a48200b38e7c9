"""What the constant parts of a formula come to, so that a division by zero or a giant power is found when reading."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from domain.rulebook.formula.syntax import Call, Chain, Negated, Number, Power, Tree

EXPONENT: Final = 1000  # the largest exponent that may be written out
DIGITS: Final = 4000  # of a numerator or denominator: enough for any score, and Python still writes it out
_BITS: Final = DIGITS * 3322 // 1000


class Constants:
    """Values of constant parts, each worked out once. The parser gives it every part after the parts within."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Tree, Fraction | None]] = {}  # the tree is kept so that its id stays its own

    def of(self, tree: Tree) -> Fraction | None:
        """The value, or None: it depends on a mark, or is left to be worked out with the marks."""
        if id(tree) not in self._known:
            self._known[id(tree)] = (tree, self._worked_out(tree))
        return self._known[id(tree)][1]

    def _worked_out(self, tree: Tree) -> Fraction | None:
        match tree:
            case Number(written):
                return Fraction(written)
            case Negated(of):
                value = self.of(of)
                return None if value is None else -value
            case Power(of, exponent) | Call("power", (of, exponent)):
                return self._power(of, exponent)
            case Chain(first, steps):
                return self._chain(first, steps)
            case _:
                return None

    def _power(self, of: Tree, exponent: Tree) -> Fraction | None:
        base, times = self.of(of), self.of(exponent)
        if base is None or times is None or times.denominator != 1 or too_large(base, int(times)):
            return None
        return None if base == 0 and times < 0 else base ** int(times)

    def _chain(self, first: Tree, steps: tuple[tuple[str, Tree], ...]) -> Fraction | None:
        total = self.of(first)
        for sign, tree in steps:
            value = self.of(tree)
            if total is None or value is None:
                return None
            total = _joined(total, sign, value)
        return total


def too_large(base: Fraction, exponent: int = 1) -> bool:
    """Whether the power must have more digits than are worked with; told without working it out."""
    bits = max(abs(base.numerator), base.denominator).bit_length() - 1
    return bits * abs(exponent) > _BITS


def _joined(left: Fraction, sign: str, right: Fraction) -> Fraction | None:
    match sign:
        case "+":
            value = left + right
        case "-":
            value = left - right
        case "*":
            value = left * right
        case "/" if right != 0:
            value = left / right
        case _:
            return None
    return None if too_large(value) else value
