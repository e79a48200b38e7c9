"""People: names, employers, telephone numbers and whatever else is known about a contestant, and may be forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.errors import Refused
from domain.names import checked
from registry.sealing import canonical, fields_of, tidy
from registry.vault import Vault

KIND = "person"
MOST_FIELDS = 64
LONGEST_FIELD = 1000


class People:
    """Text fields per person. An id is one id of the house or two joined by a slash (`contest/entry`)."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def write(self, person: str, fields: Mapping[str, str], by: str) -> bytes:
        """Keep a person's fields, all of them anew; the seal (32 bytes) for the record.

        Values become NFC without blanks at the ends; empty ones are left out. The same fields again change nothing.
        Raises Refused: `bad-id`, `forgotten`, `too-many-fields`, `text-too-long`, `text-unreadable`.
        """
        return self.write_all({person: fields}, by)[person]

    def write_all(self, people: Mapping[str, Mapping[str, str]], by: str) -> dict[str, bytes]:
        """As `write`, all of them or none."""
        plains = {_checked_person(person): canonical(_tidy_fields(fields)) for person, fields in people.items()}
        return {person: opening.seal for person, opening in self._vault.put(KIND, plains, by).items()}

    def names(self, ids: Iterable[str], by: str = "", why: str = "", *, public: bool = False) -> dict[str, str]:
        """The field `name` of each person who has one; the erased and unknown are missing.

        Journalled as seen by account `by` for the reason `why` (a fixed word), unless the names are `public`.
        """
        seen = self._vault.look(KIND, ids, by, why, public=public)
        names = ((person, fields_of(plain).get("name", "")) for person, plain in seen.items())
        return {person: name for person, name in names if name}

    def fields(self, person: str, by: str, why: str) -> dict[str, str] | None:
        """All that is kept about a person, always journalled; None: erased or unknown."""
        return self.all_fields([person], by, why).get(person)

    def all_fields(self, ids: Iterable[str], by: str, why: str) -> dict[str, dict[str, str]]:
        """As `fields` for a whole list, with one line in the journal; the erased and unknown are missing."""
        return {person: fields_of(plain) for person, plain in self._vault.look(KIND, ids, by, why).items()}

    def ids(self) -> list[str]:
        return self._vault.rows(KIND)

    def seal(self, person: str) -> bytes | None:
        """The seal as it stands; None: erased or unknown."""
        opening = self._vault.opening(KIND, person)
        return None if opening is None else opening.seal

    def agrees(self, person: str, seal: bytes) -> bool | None:
        """Whether a seal in the record is this person's as kept here; None: erased or unknown. Raises: Tampered."""
        opening = self._vault.opening(KIND, person)
        return None if opening is None else opening.opens(seal)

    def erase(self, ids: Iterable[str], by: str, why: str = "") -> int:
        """Forget these people for good; how many there were. Their ids are never used again.

        Documents about them are found by `documents.about` and erased there. Raises: ErasureUnfinished.
        """
        return self._vault.erase(KIND, ids, by, why)


def _checked_person(person: str) -> str:
    parts = person.split("/")
    if len(parts) > 2:  # noqa: PLR2004 - contest and entry
        raise Refused("bad-id", what="person")
    for part in parts:
        checked(part, "person")
    return person


def _tidy_fields(fields: Mapping[str, str]) -> dict[str, str]:
    if len(fields) > MOST_FIELDS:
        raise Refused("too-many-fields", limit=MOST_FIELDS)
    tidied = {checked(name, "field"): tidy(value, LONGEST_FIELD, lines=True) for name, value in fields.items()}
    return {name: value for name, value in tidied.items() if value}
