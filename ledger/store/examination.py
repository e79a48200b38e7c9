"""The examination of a record: receipts and events side by side, each held against what must come next."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ledger.chain import GENESIS, link
from ledger.codec import Codec, unpack
from ledger.errors import RecordDamaged
from ledger.orders import ACCEPTED, REFUSED
from ledger.store.pages import Numbered, pages
from ledger.store.shapes import Fault, Head, ReceiptRow, Row, Store

Progress = Callable[[int, int], None]  # entries verified, entries there are

MOST_FAULTS = 50  # of a record that is wrong everywhere the first places say enough
# what a value of another type than its column's leads to: a bit has flipped in the type
_UNFIT = (AttributeError, TypeError, ValueError, OverflowError, struct.error)
_STEP = 1000  # entries between two words about the progress


class Noted(NamedTuple):
    """An end of the record somebody noted down earlier: whoever cuts off the tail cannot know it was seen."""

    entry: int
    hash: bytes


class Enough(Exception):  # noqa: N818 - not an error: more places would say nothing more
    """So many faults that the rest of the record would add nothing."""


class Examination:
    """Walks receipts and events side by side and remembers what each next one must be."""

    def __init__(self, store: Store, codec: Codec, noted: Noted | None) -> None:
        self._store, self._codec, self._noted = store, codec, noted
        self.faults: list[Fault] = []
        self.head = Head(0, 0, GENESIS, 0)  # as verified so far
        self.claimed = 0
        self.place = "file"
        self._claims: dict[int, list[str]] = {}
        self._versions: dict[str, int] = {}
        self._next: Row | None = None
        self._events: Iterator[Row] = iter(())

    def run(self, progress: Progress) -> None:
        end = self._store.head()
        self._claims = self._claims_by_entry(end.entry)
        self._events = _each(pages(self._store.rows, 0, end.position))
        self._next = next(self._events, None)
        for receipt in _each(pages(self._store.receipts, 0, end.entry)):
            self._one(receipt)
            if receipt[0] % _STEP == 0:
                progress(receipt[0], end.entry)
        if self._next is not None:
            self._fault(f"event {self._next[0]}", "没有回执的事件", "an event without a receipt")
        for entry in sorted(self._claims, key=str):
            self._fault(f"entry {entry}", "占用了键却没有回执", "claims taken without a receipt")
        if self._noted is not None and self._noted.entry > self.head.entry:
            self._fault(f"entry {self._noted.entry}", "曾经见过,现已不存在", "noted earlier, and no longer there")
        progress(end.entry, end.entry)
        self.place = "file"
        for fault in self._store.faults():
            self._fault(*fault)

    def _one(self, receipt: ReceiptRow) -> None:
        self.place = f"entry {receipt[0]}"
        try:
            self._fit(receipt)
        except _UNFIT:
            self._fault(self.place, "无法读取", "it cannot be read")
            self.head = self.head._replace(entry=receipt[0], hash=receipt[13])

    def _fit(self, receipt: ReceiptRow) -> None:
        entry, at, first, count = receipt[0], receipt[1], receipt[11], receipt[12]
        if entry != self.head.entry + 1:
            self._fault(f"entry {self.head.entry + 1}", "缺少回执", "the receipt is missing")
        if at < self.head.at:
            self._fault(self.place, "时间早于前一条", "its time is before that of the entry before it")
        self._form(receipt)
        rows = self._rows_of(first, count)
        keys = self._claims.pop(entry, [])
        self._linked(receipt, rows, keys)
        for row in rows:
            self._event(row)
        self.head = Head(self.head.position, entry, receipt[13], at)

    def _form(self, receipt: ReceiptRow) -> None:
        """A receipt on its own: what it says must fit together."""
        outcome, reason, details, first, count = receipt[8:13]
        fits = (outcome == ACCEPTED and not reason) or (outcome == REFUSED and reason and not count)
        if not fits or count < 0 or (first == 0) != (count == 0):
            self._fault(self.place, "回执自相矛盾", "the receipt contradicts itself")
        try:
            readable = isinstance(unpack(details), dict)
        except Exception:  # noqa: BLE001 - msgpack has many ways to say no
            readable = False
        if not readable:
            self._fault(self.place, "回执细节无法读取", "the receipt's details cannot be read")

    def _rows_of(self, first: int, count: int) -> list[Row]:
        """The receipt's events; those before them that no receipt names, and those missing, are faults."""
        if not count:
            return []
        if first != self.head.position + 1:
            self._fault(self.place, "事件编号不连续", f"its events should begin at {self.head.position + 1}")
        while self._next is not None and self._next[0] < first:
            self._fault(f"event {self._next[0]}", "没有回执的事件", "an event without a receipt")
            self._next = next(self._events, None)
        rows: list[Row] = []
        while self._next is not None and self._next[0] < first + count:
            rows.append(self._next)
            self._next = next(self._events, None)
        if len(rows) != count:
            there = {row[0] for row in rows}
            gone = next((each for each in range(first, first + count) if each not in there), first)
            self._fault(f"event {gone}", "缺少事件", f"the event is missing ({self.place} wrote it)")
        self.head = self.head._replace(position=first + count - 1)
        return rows

    def _linked(self, receipt: ReceiptRow, rows: list[Row], keys: list[str]) -> None:
        entry, stored = receipt[0], receipt[13]
        if link(self.head.hash, receipt[:13], rows, keys) != stored:
            span = f", events {rows[0][0]}-{rows[-1][0]}" if rows else ""
            self._fault(f"entry {entry}", f"哈希链不符{span}", f"the hash chain does not fit{span}")
        if self._noted is not None and self._noted.entry == entry and self._noted.hash != stored:
            self._fault(f"entry {entry}", "与先前记下的哈希不同", "its hash is not the one noted earlier")

    def _event(self, row: Row) -> None:
        position, stream, version, name, body, _ = row
        expected = self._versions.get(stream, 0) + 1
        self._versions[stream] = version
        if version != expected:
            self._fault(f"event {position}", f"版本应为 {expected}", f"version {version} in its stream, not {expected}")
        try:
            self._codec.decode(name, body)
        except RecordDamaged as error:
            self._fault(f"event {position}", f"内容无法读取:{error.place}", f"the body cannot be read: {error.place}")

    def _fault(self, place: str, zh: str, en: str) -> None:
        self.faults.append(Fault(place, zh, en))
        if len(self.faults) >= MOST_FAULTS:
            raise Enough

    def _claims_by_entry(self, upto: int) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for key, entry in self._store.claims(upto):
            found.setdefault(entry, []).append(key)
        self.claimed = sum(map(len, found.values()))
        return found


def _each(found: Iterator[list[Numbered]]) -> Iterator[Numbered]:
    for page in found:
        yield from page
