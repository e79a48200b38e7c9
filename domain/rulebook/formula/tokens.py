"""A formula's text cut into numbers, names, quoted words and signs, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from domain.rulebook.formula.faults import FormulaFault

Kind = Literal["number", "name", "quoted", "sign", "end"]

DIGITS: Final = 30  # more than any published table of constants has
KEYWORDS: Final = frozenset({"and", "or", "not"})

# An id may begin with a digit, so a number is what consists of digits alone: `3.5` is one, `3.execution` a name.
_PIECE = re.compile(r"""(?P<run>[\w.]+)|(?P<quoted>"[^"]*"|'[^']*')|(?P<sign><=|>=|==|!=|<>|\S)""")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_NAME = re.compile(r"\w+(\.\w+)*")

# Spellings of one sign, those of a Chinese keyboard among them.
_SIGNS: Final = {sign: sign for sign in ("+", "-", "*", "/", "^", "(", ")", ",", "<", "<=", ">", ">=", "=", "!=")} | {
    "==": "=", "<>": "!=", "≠": "!=", "≤": "<=", "≥": ">=", "×": "*", "÷": "/", "−": "-",
    "（": "(", "）": ")", "，": ",", "＋": "+", "－": "-", "＜": "<", "＞": ">", "＝": "=",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One piece; `position` counts characters from 1, a sign's `text` is its one spelling."""

    kind: Kind
    text: str
    position: int


def tokens(text: str) -> Iterator[Token]:
    """The pieces in order, then one of kind `end`. Raises: FormulaFault at the first piece that is none."""
    for found in _PIECE.finditer(text):
        piece, position = found.group(), found.start() + 1
        if found["run"]:
            yield _run(piece, position)
        elif found["quoted"]:
            yield Token("quoted", piece[1:-1], position)
        elif piece in _SIGNS:
            yield Token("sign", _SIGNS[piece], position)
        else:
            raise FormulaFault("formula-unexpected", position, found=piece)
    yield Token("end", "", len(text) + 1)


def _run(piece: str, position: int) -> Token:
    if _NUMBER.fullmatch(piece):
        if len(piece) > DIGITS:
            raise FormulaFault("formula-number-too-long", position, most=DIGITS)
        return Token("number", piece, position)
    if _NAME.fullmatch(piece) is None:
        raise FormulaFault("formula-unexpected", position, found=piece)
    return Token("sign" if piece in KEYWORDS else "name", piece, position)
