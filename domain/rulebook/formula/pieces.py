"""The pieces of a formula as the parser meets them: what is ahead, and how strongly it binds."""

from __future__ import annotations

from domain.rulebook.formula.faults import FormulaFault
from domain.rulebook.formula.printing import STRENGTH
from domain.rulebook.formula.tokens import Token, tokens


class Pieces:
    """The tokens of a text, taken one by one; the last is of kind `end` and is never taken twice."""

    def __init__(self, text: str) -> None:
        self._all = list(tokens(text))
        self._at = 0

    @property
    def ahead(self) -> Token:
        return self._all[min(self._at, len(self._all) - 1)]

    def take(self) -> Token:
        token = self.ahead
        self._at += 1
        return token

    def sees(self, sign: str) -> bool:
        return self.ahead.kind == "sign" and self.ahead.text == sign

    def strength(self) -> int:
        """Of the sign ahead that joins two operands; 0 where there is none."""
        joins = self.ahead.kind == "sign" and self.ahead.text != "not"
        return STRENGTH.get(self.ahead.text, 0) if joins else 0

    def close(self, opened: Token) -> None:
        """Takes the closing parenthesis. Raises: FormulaFault if there is none."""
        if self.ahead.kind == "end":
            raise FormulaFault("formula-unclosed", opened.position)
        if not self.sees(")"):
            raise self.unexpected()
        self.take()

    def unexpected(self, token: Token | None = None) -> FormulaFault:
        """The fault that this token, or the one ahead, cannot stand where it stands."""
        found = token or self.ahead
        if found.kind == "end":
            return FormulaFault("formula-ends-early", found.position)
        return FormulaFault("formula-unexpected", found.position, found=found.text)
