"""The rows of the record and what any engine that keeps them must be able to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

# position, stream, version, name, body, at
Row = tuple[int, str, int, str, bytes, int]
# entry, at, account, role, seat, device, counter, digest, outcome, reason, details, first, count
ReceiptColumns = tuple[int, int, str, str, str, str, int, bytes, str, str, bytes, int, int]
# the same and the hash over them
ReceiptRow = tuple[int, int, str, str, str, str, int, bytes, str, str, bytes, int, int, bytes]

PAGE = 1000  # rows read at a time: they stay in the processor's cache, and no read transaction stays open
ENDLESS = 2**62  # later than any position


class Head(NamedTuple):
    """The end of the record: last position, last entry (0: none) with its link of the chain and official time in µs."""

    position: int
    entry: int
    hash: bytes
    at: int


@dataclass(slots=True)
class Batch:
    """What one commit writes, all of it or nothing."""

    receipts: list[ReceiptRow] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    claims: list[tuple[str, int]] = field(default_factory=list)  # key, entry
    needs: set[str] = field(default_factory=set)  # keys that must be untaken when this commit takes the lock


class Watch(Protocol):
    """Tells whether anybody has written since the last question."""

    def changed(self) -> bool: ...

    def close(self) -> None: ...


class Fault(NamedTuple):
    """Something the engine itself finds wrong with its file."""

    place: str
    zh: str
    en: str


class Store(Protocol):
    """One record. A row read back is the row written; pages come in ascending order."""

    def append(self, batch: Batch) -> None:
        """Writes and returns once it is on disk. Raises: Conflict (nothing written), WriteFailed (perhaps written)."""

    def head(self) -> Head: ...

    def rows(self, after: int, upto: int, limit: int) -> list[Row]:
        """Events with after < position <= upto."""

    def stream(self, name: str) -> list[Row]:
        """One stream's events in order of version."""

    def receipts(self, after: int, upto: int, limit: int) -> list[ReceiptRow]:
        """Receipts with after < entry <= upto."""

    def receipt(self, device: str, counter: int) -> ReceiptRow | None: ...

    def receipt_of(self, position: int) -> ReceiptRow | None:
        """The receipt an event was written with."""

    def claims(self, upto: int) -> list[tuple[str, int]]:
        """(key, entry) of every claim taken by an entry <= upto."""

    def counters(self) -> dict[str, int]:
        """Each device's highest counter."""

    def position_at(self, at: int) -> int:
        """The last position written at or before an official time (µs); 0 when there was none."""

    def watch(self) -> Watch: ...

    def faults(self) -> list[Fault]:
        """What the engine's own examination of file, indexes, schema and triggers finds."""

    def close(self) -> None: ...
