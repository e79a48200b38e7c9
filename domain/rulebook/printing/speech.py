"""One of the two languages, with the titles of a rulebook and its numbers said in it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from domain.marks import canonical
from domain.rulebook.panels import Panel
from domain.rulebook.parts import Rounding, Words
from domain.rulebook.rulebook import Rulebook

Language = Literal["zh", "en"]
Said = tuple[str, str]  # in Chinese, in English

_MANY = 12  # decimals; more of them nobody reads
_LONG = 20  # characters; a longer exact number is told nearly, and exactly only to programs
_DIGITS = 4  # of a number told nearly: behind the point, and at least so many that are not its leading zeros
_MODES: dict[str, Said] = {
    "half_up": ("四舍五入", "half up"),
    "half_even": ("四舍六入五成双", "half to even"),
    "down": ("舍去", "towards zero"),
    "up": ("进一", "away from zero"),
}
_ROUNDED: Said = ("按 {grain} {mode}", "rounded to {grain}, {mode}")


def exactly(number: Decimal | Fraction) -> str:
    """A number in full: `83.5`, `250/3`."""
    return str(number) if isinstance(number, Fraction) else canonical(number)


def about(number: Decimal | Fraction) -> str:
    """`≈ 83.3333` for a number without end or with more decimals than anybody reads, else nothing."""
    if isinstance(number, Decimal):
        exponent = number.as_tuple().exponent
        if not isinstance(exponent, int) or exponent >= -_MANY:
            return ""
    exact = Fraction(number)
    places = _DIGITS
    while exact and abs(exact) < Fraction(1, 10 ** (places - _DIGITS + 1)):
        places += 1
    whole = round(exact * 10**places)
    sign, digits = ("-" if whole < 0 else ""), str(abs(whole)).rjust(places + 1, "0")
    return f"≈ {sign}{digits[:-places]}.{digits[-places:]}"


class Speech:
    """Says pairs of sentences in one language; `rulebook` knows the titles of what is named."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self.rulebook = rulebook
        self.language = language

    def say(self, said: Said, **gaps: object) -> str:
        """The sentence, its gaps filled."""
        return said[self.language == "en"].format(**gaps)

    def title(self, words: Words) -> str:
        return words.en if self.language == "en" else words.zh

    def node(self, name: str) -> str:
        """The title of a node; with its name where the title alone would not tell."""
        node = self.rulebook.nodes.get(name)
        if node is None:
            return name
        alike = sum(other.title == node.title for other in self.rulebook.nodes.values())
        title = self.title(node.title)
        return title if alike == 1 or title == name else f"{title} [{name}]"

    def panel(self, panel: Panel) -> str:
        return self.title(panel.title)

    def quoted(self, title: str) -> str:
        return f"“{title}”"

    def listed(self, parts: Iterable[str]) -> str:
        """`a, b and c`; `a、b和c`."""
        *first, last = [*parts] or [""]
        comma, and_ = ("、", "和") if self.language == "zh" else (", ", " and ")
        return comma.join(first) + and_ + last if first else last

    def number(self, number: Decimal | Fraction) -> str:
        """In full, and nearly where it has no end; nearly alone where nobody would read it in full."""
        nearly, full = about(number), exactly(number)
        if nearly and len(full) > _LONG:
            return nearly
        return full + (self.say(("（{n}）", " ({n})"), n=nearly) if nearly else "")

    def rounding(self, rounding: Rounding) -> str:
        return self.say(_ROUNDED, grain=exactly(rounding.grain), mode=self.say(_MODES[rounding.mode]))

    def joined(self, clauses: Iterable[str]) -> str:
        """Clauses of one sentence, those that say nothing left out."""
        return ("；" if self.language == "zh" else "; ").join(clause for clause in clauses if clause)


def mode_words(mode: str) -> Said:
    """How a way of rounding is called."""
    return _MODES[mode]
