"""What all parts of a telling share: the language, what entries are called, figures in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.scoring.beside import Beside
from domain.scoring.numbers import NoResult, Value, text
from domain.scoring.words.labels import Labelled
from domain.scoring.words.remarks import TOKENS
from domain.scoring.words.why import SAID

Names = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Teller:
    """`name`: what a key is called; `beside`: where it stands what was stated and decided."""

    speech: Labelled
    name: Names
    beside: Beside

    def say(self, word: str, **gaps: object) -> str:
        return self.speech.say(SAID[word], **gaps)

    def figures(self, numbers: Sequence[Value]) -> str:
        return ", ".join(map(self.figure, numbers))

    def figure(self, value: Value) -> str:
        """The number, no result in words, … for none."""
        if value is None:
            return "…"
        if isinstance(value, NoResult):
            return self.speech.say(TOKENS.get(text(value), (text(value), text(value))))
        return self.speech.number(value)
