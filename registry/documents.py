"""Documents: the free text of reasons, notes, findings and appeals; the record holds only their id and seal."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable

from domain.errors import Refused
from domain.notes import Note
from registry.sealing import tidy
from registry.vault import Vault

KIND = "document"
LONGEST_TEXT = 20_000
_ID_BYTES = 15


class Documents:
    """Free text, each piece under a key of its own."""

    def __init__(self, vault: Vault, random: Callable[[int], bytes]) -> None:
        self._vault = vault
        self._random = random

    def write(self, text: str, by: str, about: str = "") -> Note:
        """Keep a text and give it a new id; the note for the record. `about`: the id of the person it speaks of.

        The text becomes NFC without blanks at the ends.
        Raises Refused: `text-missing`, `text-too-long`, `text-unreadable`.
        """
        text = tidy(text, LONGEST_TEXT, lines=True)
        if not text:
            raise Refused("text-missing")
        document = "t" + base64.b32encode(self._random(_ID_BYTES)).decode().lower()
        return Note(document, self._vault.put(KIND, {document: text.encode()}, by, about)[document].seal)

    def read(self, document: str, by: str = "", why: str = "", *, public: bool = False) -> str | None:
        """The text, journalled as seen by account `by` unless it is `public`; None: erased or unknown."""
        return self.read_all([document], by, why, public=public).get(document)

    def read_all(self, ids: Iterable[str], by: str = "", why: str = "", *, public: bool = False) -> dict[str, str]:
        """As `read`, with one line in the journal; the erased and unknown are missing."""
        seen = self._vault.look(KIND, ids, by, why, public=public)
        return {document: plain.decode() for document, plain in seen.items()}

    def about(self, person: str) -> list[str]:
        """The ids of the documents that speak of one person."""
        return self._vault.rows(KIND, person)

    def agrees(self, note: Note) -> bool | None:
        """Whether a note's seal is that of the text kept here; None: erased or unknown. Raises: Tampered."""
        opening = self._vault.opening(KIND, note.document)
        return None if opening is None else opening.opens(note.seal)

    def erase(self, ids: Iterable[str], by: str, why: str = "") -> int:
        """Forget these texts for good; how many there were. Raises: ErasureUnfinished."""
        return self._vault.erase(KIND, ids, by, why)
