"""Free text that comes with a command: kept in the registry first, and the same text again for the same command.

A command is known again by its bytes, and a note's seal is random: sent twice, its text must not be sealed twice.
"""

from __future__ import annotations

from collections import OrderedDict

from domain.notes import NO_NOTE, Note
from judges_console.frames import Frame
from registry.sealing import tidy
from web.identity.identity import Identity
from web.parts import Parts

_REMEMBERED = 1000
_LONGEST = 20_000


class Notes:
    """Writes the notes of all sockets of one server."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._latest: OrderedDict[tuple[str, int], tuple[str, Note]] = OrderedDict()

    def write(self, identity: Identity, contest: str, n: int, text: str, body: Frame) -> Note:
        """The note of the device's command `n`. Raises: Refused text-missing, text-too-long, text-unreadable."""
        text = tidy(text, _LONGEST, lines=True)
        note = self._known(identity, n, text)
        if note is None:
            about = self._person(contest, body)
            note = self._parts.registry.documents.write(text, identity.account, about)
        self._latest[identity.device, n] = (text, note)
        while len(self._latest) > _REMEMBERED:
            self._latest.popitem(last=False)
        return note

    def _known(self, identity: Identity, n: int, text: str) -> Note | None:
        """The note this very command was given before: a moment ago, or in the record."""
        known, note = self._latest.get((identity.device, n), ("", None))
        if known == text and note:
            return note
        receipt = self._parts.record.receipt(identity.device, n)
        if receipt is None or not receipt.count:
            return None
        last = receipt.first + receipt.count - 1
        for recorded in self._parts.record.recorded(receipt.first - 1, last):
            written = getattr(recorded.event, "note", NO_NOTE)
            if isinstance(written, Note) and self._says(written, text, identity.account):
                return written
        return None

    def _says(self, note: Note, text: str, account: str) -> bool:
        return self._parts.registry.documents.read(note.document, account, "command-repeated") == text

    def _person(self, contest: str, body: Frame) -> str:
        """Whom the text speaks of, as far as the command says so; it is erased together with that person."""
        entry = body.get("entry")
        if not entry:
            with self._parts.hall.wall(contest) as wall:
                entry = wall.marks.codes.entry_of.get(str(body.get("code")), "")
        return f"{contest}.{entry}" if entry else ""
