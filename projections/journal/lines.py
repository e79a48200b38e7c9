"""The journal 赛事流水: each event of a contest as one line, with its time, its subject and who was behind it.

Lines carry ids, codes and numbers. Seals, salts, the map from codes to entries and the rulebook's text stay out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from domain.codes.events import CodesDecoded, CodesDrawn
from domain.decision import fields_of
from domain.notes import Note
from domain.recorded import Recorded
from domain.rulebook.rulebook import Rulebook
from domain.streams import parts
from projections.journal.sentences import Language, Word, words
from projections.rows.view import Plain

_SUBJECTS = {"sheet": ("panel", "code", "seat"), "panel": ("panel", "code"), "ruling": ("ruling",)}
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Behind(Protocol):
    """The receipt behind an event, as far as the journal shows it."""

    @property
    def account(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def device(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    """`at` in µs UTC, `fields` plain values; `account`, `role` and `device` are "" where no receipt was handed in."""

    position: int
    at: int
    stream: str
    kind: str
    fields: Plain
    account: str
    role: str
    device: str

    def told(self, language: Language, rulebook: Rulebook | None = None) -> str:
        return "".join(word.text for word in self.words(language, rulebook))

    def words(self, language: Language, rulebook: Rulebook | None = None) -> tuple[Word, ...]:
        """The sentence in pieces, so that a page can show the ids behind the titles."""
        return words(self.kind, self.fields, language, rulebook)


def journal(
    recorded: Iterable[Recorded], contest: str, behind: Callable[[int], Behind | None] = lambda _: None
) -> Iterator[Line]:
    """The lines of one contest, in order of the record. `behind` maps a position to its receipt."""
    for one in recorded:
        kind, *subject = parts(one.stream)
        if not subject or subject[0] != contest:
            continue
        receipt = behind(one.position)
        by = (receipt.account, receipt.role, receipt.device) if receipt else ("", "", "")
        about = dict(zip(_SUBJECTS.get(kind, ()), subject[1:], strict=False))
        yield Line(one.position, one.at, one.stream, kind_of(one.event), {**about, **_plain(one.event)}, *by)


def kind_of(event: object) -> str:
    """`MarkEntered` -> "mark-entered", the word the record stores it under."""
    return _HUMP.sub("-", type(event).__name__).lower()


def _plain(event: Any) -> Plain:  # noqa: ANN401 - any of any events.py
    told: Plain = {}
    for name in fields_of(type(event)):
        value = getattr(event, name)
        if isinstance(value, Note):
            told[name] = value.document
        elif isinstance(value, tuple):
            told[name] = _listed(event, value)
        elif not isinstance(value, bytes) and name != "text":
            told[name] = value
    return told


def _listed(event: object, value: tuple[Any, ...]) -> list[Any]:
    if isinstance(event, CodesDrawn | CodesDecoded):  # which code is whose is not the journal's to tell
        return [one[0] if isinstance(one, tuple) else one for one in value]
    return [list(one) if isinstance(one, tuple) else one for one in value]
