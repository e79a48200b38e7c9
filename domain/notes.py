"""Free text in the record: a document's id and a salted seal; the text lies in the registry and can be erased."""

from __future__ import annotations

from typing import NamedTuple


class Note(NamedTuple):
    """A reason, finding or report: `document` names the registry's row, `seal` commits to its text (32 bytes).

    The seal is HMAC-SHA256(salt, text); the salt lies beside the text, so erasing both leaves an unlinkable hash.
    """

    document: str
    seal: bytes


NO_NOTE = Note("", b"")
