"""What the next commit will write: receipts, events and claims, numbered and chained in order."""

from __future__ import annotations

from collections.abc import Mapping

from domain.errors import Detail
from ledger.chain import link
from ledger.codec import pack
from ledger.orders import ACCEPTED, REFUSED, Order, Receipt
from ledger.store.shapes import Batch, Head, Row

NO_DETAILS: Mapping[str, Detail] = {}
_EMPTY = pack({})

Body = tuple[str, int, str, bytes]  # stream, version, name, body: an event that has no position yet


class Draft:
    """Grows by one entry an order; each entry is whole or not in it at all."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.batch = Batch()
        self.streams: set[str] = set()
        self._claimed: set[str] = set()
        self.answered: dict[tuple[str, int], tuple[bytes, Receipt]] = {}  # by (device, counter): digest, answer

    def accept(self, order: Order, digest: bytes, at: int, bodies: list[Body], takes: tuple[str, ...]) -> Receipt:
        position = self.head.position
        rows: list[Row] = [
            (position + place, stream, version, name, body, at)
            for place, (stream, version, name, body) in enumerate(bodies, 1)
        ]
        return self._enter((order, digest, at), (ACCEPTED, "", NO_DETAILS), rows, takes)

    def refuse(
        self, order: Order, digest: bytes, at: int, reason: str, details: Mapping[str, Detail] = NO_DETAILS
    ) -> Receipt:
        return self._enter((order, digest, at), (REFUSED, reason, details), [], ())

    def has_taken(self, keys: tuple[str, ...]) -> bool:
        """Whether an earlier order of this draft takes one of the keys."""
        return not self._claimed.isdisjoint(keys)

    def _enter(
        self,
        asked: tuple[Order, bytes, int],
        told: tuple[str, str, Mapping[str, Detail]],
        rows: list[Row],
        takes: tuple[str, ...],
    ) -> Receipt:
        (actor, device, counter, _), digest, at = asked
        outcome, reason, details = told
        position, entry, previous, _ = self.head
        entry += 1
        first, count = (rows[0][0], len(rows)) if rows else (0, 0)
        account, role, seat = actor.account, actor.role, actor.seat
        packed = pack(details) if details else _EMPTY
        columns = entry, at, account, role, seat, device, counter, digest, outcome, reason, packed, first, count
        chained = link(previous, columns, rows, takes)
        receipt = Receipt(
            entry, at, device, counter, outcome, reason, details, first, count, account, role, seat, chained
        )
        # from here on nothing can fail
        self.batch.receipts.append((*columns, chained))
        self.batch.events += rows
        if takes:
            self.batch.claims += [(key, entry) for key in takes]
            self._claimed.update(takes)
        for row in rows:
            self.streams.add(row[1])
        self.head = Head(position + count, entry, chained, at)
        self.answered[device, counter] = digest, receipt
        return receipt
