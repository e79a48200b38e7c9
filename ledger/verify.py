"""Verifies a whole record: chain, positions, versions, receipts, claims, bodies and the file itself."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ledger.codec import Codec
from ledger.errors import ReadFailed, RecordDamaged
from ledger.event_names import CODEC
from ledger.store.examination import Enough, Examination, Noted, Progress
from ledger.store.note import noted_in
from ledger.store.shapes import Fault, Head, Store
from ledger.store.sqlite import FILE, SQLiteStore


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found; `head` is the end of what was verified."""

    head: Head
    claims: int
    faults: tuple[Fault, ...]

    @property
    def is_sound(self) -> bool:
        return not self.faults


def quiet(_done: int, _all: int) -> None:
    """Nobody wants to know how far it is."""


def verify(folder: Path, progress: Progress = quiet, noted: Noted | None = None, codec: Codec = CODEC) -> Verdict:
    """Reads the record of a folder from beginning to end, beside a running server or without one.

    Without a `noted` end it is held against the one noted in the folder. Raises: NoRecord, RecordTooNew.
    """
    # read before the record: what is noted was written by then
    return verify_file(folder, FILE, progress, noted or noted_in(folder), codec)


def verify_file(
    folder: Path, file: str, progress: Progress = quiet, noted: Noted | None = None, codec: Codec = CODEC
) -> Verdict:
    """The same for a file of another name, such as a backup that is not done yet."""
    store = SQLiteStore.to_read(folder, lenient=True, file=file)
    try:
        return examine(store, codec, progress, noted)
    finally:
        store.close()


def examine(store: Store, codec: Codec, progress: Progress = quiet, noted: Noted | None = None) -> Verdict:
    """Goes through any store up to where it ends now; what is appended meanwhile is left for the next time."""
    examination = Examination(store, codec, noted)
    try:
        with suppress(Enough):
            examination.run(progress)
    except (ReadFailed, RecordDamaged) as error:
        examination.faults.append(Fault(examination.place, error.zh, error.en))
    return Verdict(examination.head, examination.claimed, tuple(examination.faults))
