"""Reads a formula: every sign by its strength, every function by its arguments; nothing is ever run as a program.

Rule: docs/rules/formula.md
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from domain.rulebook.formula.constants import Constants
from domain.rulebook.formula.faults import FormulaFault
from domain.rulebook.formula.functions import FUNCTIONS
from domain.rulebook.formula.objections import object_to_call, object_to_division, object_to_power
from domain.rulebook.formula.pieces import Pieces
from domain.rulebook.formula.printing import COMPARES, RAISED, STRENGTH, printed
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
    names_in,
    names_outside,
)
from domain.rulebook.formula.tokens import Token

LENGTH: Final = 2000  # characters
DEPTH: Final = 40  # operands within operands; well within what Python's own stack takes


@lru_cache(maxsize=1024)
def parse(text: str) -> Formula:
    """The formula a text states. Raises: FormulaFault at the first place that cannot be read or may not be."""
    if not text.strip():
        raise FormulaFault("formula-empty", 1)
    if len(text) > LENGTH:
        raise FormulaFault("formula-too-long", LENGTH + 1, most=LENGTH, found=len(text))
    tree = _Parser(text).whole()
    names, outside = dict.fromkeys(names_in(tree)), set(names_outside(tree))
    return Formula(printed(tree), tree, tuple(names), frozenset(names.keys() - outside))


class _Parser:
    """Goes through the tokens once; the strength of each sign decides what it takes to its right."""

    def __init__(self, text: str) -> None:
        self._pieces = Pieces(text)
        self._depth = 0
        self._constants = Constants()

    def whole(self) -> Tree:
        tree = self._expression(0)
        if self._pieces.ahead.kind != "end":
            raise self._pieces.unexpected()
        return tree

    def _expression(self, least: int) -> Tree:
        """As far as signs of at least this strength reach."""
        self._depth += 1
        if self._depth > DEPTH:
            raise FormulaFault("formula-too-deep", self._pieces.ahead.position)
        tree = self._operand(least)
        while (strength := self._pieces.strength()) >= max(least, 1):
            if strength == RAISED:
                tree = self._power(tree)
            elif strength == COMPARES:
                tree = self._comparison(tree)
            else:
                tree = self._chain(tree, strength)
        self._depth -= 1
        return tree

    def _power(self, base: Tree) -> Tree:
        position = self._pieces.take().position
        power = Power(base, self._expression(RAISED))
        object_to_power(base, power.exponent, position, self._constants)
        return power

    def _comparison(self, left: Tree) -> Tree:
        tree = Comparison(left, self._pieces.take().text, self._expression(COMPARES + 1))
        if self._pieces.strength() == COMPARES:  # a < b < c would compare 1 or 0 with c
            raise self._pieces.unexpected()
        return tree

    def _chain(self, first: Tree, strength: int) -> Tree:
        steps = []
        while self._pieces.strength() == strength:
            sign = self._pieces.take()
            term = self._expression(strength + 1)
            if sign.text == "/":
                object_to_division(term, sign.position, self._constants)
            steps.append((sign.text, term))
        return Chain(first, tuple(steps))

    def _operand(self, least: int) -> Tree:
        token = self._pieces.take()
        match token:
            case Token("number", text):
                return Number(Decimal(text))
            case Token("name", text):
                return self._call(token) if self._pieces.sees("(") else Name(text)
            case Token("sign", "-"):
                return Negated(self._expression(RAISED))
            case Token("sign", "not") if least <= STRENGTH["not"]:
                return Not(self._expression(STRENGTH["not"]))
            case Token("sign", "("):
                tree = self._expression(0)
                self._pieces.close(token)
                return tree
        raise self._pieces.unexpected(token)

    def _call(self, name: Token) -> Tree:
        if name.text not in FUNCTIONS:
            raise FormulaFault("formula-unknown-function", name.position, name=name.text)
        opened = self._pieces.take()
        arguments: list[Tree] = []
        while not self._pieces.sees(")") or arguments:
            arguments.append(self._argument(name.text, len(arguments)))
            if not self._pieces.sees(","):
                break
            self._pieces.take()
        self._pieces.close(opened)
        call = Call(name.text, tuple(arguments))
        object_to_call(call, name.position, self._constants)
        return call

    def _argument(self, function: str, number: int) -> Tree:
        if self._pieces.ahead.kind == "quoted" and (function, number) == ("round", 2):
            return Word(self._pieces.take().text)
        return self._expression(0)
