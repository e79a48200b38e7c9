"""The end of the record noted beside it, so that a tail that got lost is missed at the next start.

SQLite takes a broken frame of its log for the log's end, and a log that is gone for an empty one: what stood behind is
silently no more. The note is written after each commit and never waits for the disk. So after a power cut it may be
older than the record, which is no fault; a record that ends before its note has lost something.
"""

from __future__ import annotations

import hashlib
import logging
import struct
from pathlib import Path

from ledger.store.examination import Noted

log = logging.getLogger(__name__)

FILE = "record.head"
_FORM = struct.Struct(">4sq32s")
_MARK = b"Biwu"
_CHECK = 8  # bytes of SHA-256 behind the form: a note that a power cut tore is none


class HeadNote:
    """One small file, overwritten in place: it needs no space, and a failing write costs only the note."""

    def __init__(self, folder: Path) -> None:
        path = folder / FILE
        path.touch()
        self._file = path.open("r+b", buffering=0)

    def write(self, entry: int, chained: bytes) -> None:
        form = _FORM.pack(_MARK, entry, chained)
        try:
            self._file.seek(0)
            self._file.write(form + _check(form))
        except OSError as error:
            log.warning("the end of the record could not be noted: %s", error.strerror)

    def close(self) -> None:
        self._file.close()


def noted_in(folder: Path) -> Noted | None:
    """The note in a folder; None where there is none that can be read."""
    try:
        written = (folder / FILE).read_bytes()
    except OSError:
        return None
    form, check = written[: _FORM.size], written[_FORM.size :]
    if len(form) < _FORM.size or check != _check(form):
        return None
    mark, entry, chained = _FORM.unpack(form)
    return Noted(entry, chained) if mark == _MARK else None


def _check(form: bytes) -> bytes:
    return hashlib.sha256(form).digest()[:_CHECK]
