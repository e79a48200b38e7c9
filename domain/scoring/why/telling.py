"""Tells why an entry has its place, prizes and honours, in Chinese or English, a line for each fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from domain.rulebook.printing.outline import outlined
from domain.rulebook.printing.speech import Language
from domain.rulebook.rulebook import Rulebook
from domain.scoring.beside import NOTHING_BESIDE, Beside
from domain.scoring.why.entry import Why
from domain.scoring.why.teller import Names, Teller
from domain.scoring.why.told_awards import refused, told_awards
from domain.scoring.why.told_place import told_place
from domain.scoring.words.labels import Labelled

PARTS = ("place", "awards", "honours")


def tell_why(  # noqa: PLR0913 - what is told, in which words, and what is known beside it
    told: Why,
    rulebook: Rulebook,
    language: Language,
    name: Names = str,
    parts: Sequence[str] = PARTS,
    *,
    beside: Beside = NOTHING_BESIDE,
) -> str:
    """The parts asked for, of `place`, `awards` (the teams with them) and `honours`; `name`: what a key is called."""
    return "\n".join(
        line for _, lines in told_why(told, rulebook, language, name, parts, beside=beside) for line in lines
    )


def told_why(  # noqa: PLR0913 - as above
    told: Why,
    rulebook: Rulebook,
    language: Language,
    name: Names = str,
    parts: Sequence[str] = PARTS,
    *,
    beside: Beside = NOTHING_BESIDE,
) -> Iterator[tuple[str, list[str]]]:
    """Part by part its lines; a part of which the rulebook says nothing is left out."""
    teller = Teller(Labelled(rulebook, language), name, beside)
    of: Mapping[str, Callable[[Teller, Why], Iterator[str]]] = {
        "place": told_place,
        "awards": told_awards,
        "honours": _honours,
    }
    for part in parts:
        lines = [*of[part](teller, told)]
        if lines:
            yield part, lines


def _honours(teller: Teller, told: Why) -> Iterator[str]:
    stated = {each.id: each for each in teller.speech.rulebook.honours}
    for each in told.honours:
        honour = stated[each.honour]
        against = teller.speech.listed(refused(teller, one) for one in each.refusals)
        asked = outlined(honour, teller.speech, {"id", "title", "rule", "gives"})
        succeeds = teller.say("succeeds") if each.succeeds else ""
        said = teller.say(
            each.state, gives=each.gives and f" {each.gives}", why=against, asked=asked, succeeds=succeeds
        )
        rule = teller.say("by-rule", rule=each.rule) if each.rule else ""
        yield teller.speech.joined([f"{teller.speech.title(honour.title)}{teller.say('is')}{said}", rule])
