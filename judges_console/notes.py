"""Free text that comes with a command: kept in the registry first, and the same text again for the same command.

A command is known again by its bytes, and a note's seal is random: sent twice, its text must not be sealed twice.
"""

from __future__ import annotations

from collections import OrderedDict

from domain.notes import NO_NOTE, Note
from judges_console.frames import Frame
from judges_console.values import LONGEST_NOTE
from registry.sealing import tidy
from web.acting import TooBusy
from web.identity.identity import Identity
from web.limits import PerAddress
from web.parts import Parts
from web.people import person_of

_REMEMBERED = 1000
NOTES, NOTES_A_SECOND = 20, 1  # new texts of one device: they are kept even if their command is refused


class Notes:
    """Writes the notes of all sockets of one server."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._latest: OrderedDict[tuple[str, int], tuple[str, Note]] = OrderedDict()
        self._devices = PerAddress(NOTES, NOTES_A_SECOND)

    def write(self, identity: Identity, contest: str, n: int, text: str, body: Frame) -> Note:
        """The note of the device's command `n`.

        Raises: Refused text-missing, text-too-long, text-unreadable; TooBusy for a device that fills the disk.
        """
        text = tidy(text, LONGEST_NOTE, lines=True)
        note = self._known(identity, n, text)
        if note is None:
            texts = self._devices.of(identity.device)
            if not texts.take():
                raise TooBusy(1000 * texts.wait_s())
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
        for recorded in self._parts.record.recorded(receipt.first - 1, receipt.last):
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
        return person_of(contest, str(entry)) if entry else ""
