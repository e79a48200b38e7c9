"""The record book of one data folder: opened to write by its one owner, read by anybody."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from domain.recorded import Recorded, Told
from ledger.codec import Codec, unpack
from ledger.errors import NoRecord, ReadOnly, RecordCutOff, RecordDamaged
from ledger.event_names import CODEC
from ledger.orders import Receipt
from ledger.store.lock import FolderLock
from ledger.store.note import HeadNote, noted_in
from ledger.store.pages import pages
from ledger.store.shapes import ENDLESS, Batch, Head, ReceiptRow, Row, Store
from ledger.store.sqlite import SQLiteStore


class Record:
    """Rows, events and receipts by position, stream and time. Every method may be called from any thread."""

    def __init__(self, store: Store, codec: Codec, lock: FolderLock | None = None) -> None:
        self.store, self.codec = store, codec
        self._lock = lock
        self._note: HeadNote | None = None
        self.wakings: set[threading.Event] = set()  # of the followers in this process

    @classmethod
    def owned(cls, folder: Path, codec: Codec = CODEC) -> Record:
        """Takes the folder for this process, making folder and record when there are none.

        Raises: RecordInUse, WriteFailed, NoRecord, RecordTooNew, RecordDamaged, DurabilityTooLow.
        """
        _make(folder)
        lock = FolderLock(folder)
        try:
            store = SQLiteStore.to_write(folder)
        except BaseException:
            lock.release()
            raise
        record = cls(store, codec, lock)
        try:
            flush_folder(folder)
            record.check_end()
            record.keep_note(folder)
        except BaseException:
            record.close()
            raise
        return record

    @classmethod
    def read_only(cls, folder: Path, codec: Codec = CODEC) -> Record:
        """Opens beside its owner, or without one. Raises: NoRecord, RecordTooNew."""
        return cls(SQLiteStore.to_read(folder), codec)

    @property
    def is_owned(self) -> bool:
        return self._lock is not None

    def head(self) -> Head:
        return self.store.head()

    def rows(self, after: int = 0, upto: int | None = None) -> Iterator[list[Row]]:
        """Pages of plain tuples (position, stream, version, name, body, at) with after < position <= upto."""
        return pages(self.store.rows, after, ENDLESS if upto is None else upto)

    def recorded(self, after: int = 0, upto: int | None = None) -> Iterator[Recorded]:
        """The same, decoded. Raises: RecordDamaged."""
        return chain.from_iterable(map(self.codec.recorded, self.rows(after, upto)))

    def told(self, after: int = 0) -> Iterator[Told]:
        """All after a position, bare, for a replay. Raises: RecordDamaged."""
        return chain.from_iterable(map(self.codec.told, self.rows(after)))

    def stream(self, name: str) -> list[Recorded]:
        """One stream's events in order of version. Raises: RecordDamaged."""
        return self.codec.recorded(self.store.stream(name))

    def receipts(self, after_entry: int = 0) -> Iterator[Receipt]:
        for page in pages(self.store.receipts, after_entry, ENDLESS):
            yield from map(receipt_from, page)

    def receipt(self, device: str, counter: int) -> Receipt | None:
        """The stored answer to the order of this id."""
        row = self.store.receipt(device, counter)
        return None if row is None else receipt_from(row)

    def receipt_of(self, position: int) -> Receipt | None:
        """The receipt an event was written with: who, in which role and seat, from which device."""
        row = self.store.receipt_of(position)
        return None if row is None else receipt_from(row)

    def position_at(self, at: int) -> int:
        """The last position written at or before an official time (µs); 0 when there was none."""
        return self.store.position_at(at)

    def append(self, batch: Batch) -> None:
        """The desk's alone. Raises: Conflict, WriteFailed."""
        if not self.is_owned:
            raise ReadOnly
        self.store.append(batch)
        if self._note is not None and batch.receipts:
            self._note.write(batch.receipts[-1][0], batch.receipts[-1][13])

    def wake(self) -> None:
        """Tells the followers in this process that there is something new."""
        for waking in tuple(self.wakings):
            waking.set()

    def check_end(self) -> None:
        """Raises: RecordDamaged when the last event and the last receipt do not belong together."""
        head = self.head()
        last = self.store.receipt_of(head.position)
        if head.position and (last is None or last[11] + last[12] - 1 != head.position):
            raise RecordDamaged(f"event {head.position}")

    def keep_note(self, folder: Path) -> None:
        """Notes each new end beside the record from here on. Raises: RecordCutOff for one that ends before its note."""
        noted, head = noted_in(folder), self.head()
        if noted is not None:
            rows = self.store.receipts(noted.entry - 1, noted.entry, 1)
            if not rows or rows[0][13] != noted.hash:
                raise RecordCutOff(head.entry, noted.entry)
        self._note = HeadNote(folder)
        if head.entry:
            self._note.write(head.entry, head.hash)

    def close(self) -> None:
        """Followers are to be closed before; desk first of all."""
        self.store.close()
        if self._note is not None:
            self._note.close()
        if self._lock is not None:
            self._lock.release()


def receipt_from(row: ReceiptRow) -> Receipt:
    """A stored row as people and doors use it."""
    entry, at, account, role, seat, device, counter, _, outcome, reason, details, first, count, chained = row
    told = unpack(details)
    return Receipt(entry, at, device, counter, outcome, reason, told, first, count, account, role, seat, chained)


def _make(folder: Path) -> None:
    if folder.is_dir():
        return
    try:
        folder.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise NoRecord(str(folder)) from error
    flush_folder(folder.parent)


def flush_folder(folder: Path) -> None:
    """Makes the names in a folder as durable as the files; Windows does so by itself and has no call for it."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
