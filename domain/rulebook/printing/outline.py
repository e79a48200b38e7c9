"""Any part of a rulebook told key by key, for parts that have no sentence of their own."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction
from typing import Any

from domain.rulebook.parts import Part, Rounding, Words
from domain.rulebook.printing.speech import Speech, exactly
from domain.rulebook.printing.words import KEYS, VALUES

NODES = frozenset({"node", "of", "when", "total", "score", "deduction_from"})  # keys that name nodes
_PLAIN = frozenset({"title", "better", "how", "id"})  # their values speak for themselves


def outlined(part: Part, speech: Speech, told: Collection[str] = ()) -> str:
    """`node “Theory”, lower is better`: what differs from the usual, without the keys already `told`."""
    said: list[str] = []
    for key, field in type(part).model_fields.items():
        value = getattr(part, key)
        unsaid = value is None or value in ((), {}, "") or (value == field.default and key not in NODES)
        if key not in told and not unsaid:
            plain = _of(key, value, speech)
            said.append(plain if key in _PLAIN else f"{key_word(key, speech)} {plain}")
    return ", ".join(said)


def key_word(key: str, speech: Speech) -> str:
    return speech.say(KEYS.get(key, (key, key)))


def spoken(value: Any, speech: Speech) -> str:  # noqa: ANN401, PLR0911 - whatever a rulebook may hold
    """A value as people say it."""
    match value:
        case Words():
            return speech.title(value)
        case Rounding():
            return speech.rounding(value)
        case Part():
            return f"({outlined(value, speech)})"
        case bool() | str():
            return speech.say(VALUES.get(str(value), (str(value), str(value))))
        case Decimal() | Fraction():
            return exactly(value)
        case tuple() | list():
            return ", ".join(spoken(each, speech) for each in value)
        case dict():
            return ", ".join(f"{key} {spoken(each, speech)}" for key, each in value.items())
    return str(value)


def _of(key: str, value: Any, speech: Speech) -> str:  # noqa: ANN401 - as above
    named = (value,) if isinstance(value, str) else value
    if key in NODES and isinstance(named, tuple) and all(isinstance(each, str) for each in named):
        return ", ".join(speech.quoted(speech.node(each)) for each in named)
    said = VALUES.get(f"{key}.{value}") if isinstance(value, str) else None
    return speech.say(said) if said else spoken(value, speech)
