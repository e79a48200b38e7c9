"""The hash chain: each receipt's link covers the link before it and every stored column it stands for.

docs/record.md freezes the format and prints vectors; whoever changes a byte here breaks every record there is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache, partial
from struct import Struct

from ledger.store.shapes import ReceiptColumns, Row

GENESIS = hashlib.sha256(b"biwu record 1").digest()  # stands before entry 1

# the length in front of every column: four bytes, big-endian; almost all are short, and a table is faster
_LENGTHS = [length.to_bytes(4, "big") for length in range(256)]
# eight bytes, big-endian, two's complement, each behind its length
_one = partial(Struct(">Iq").pack, 8)
_two = Struct(">IqIq").pack


def link(previous: bytes, receipt: ReceiptColumns, events: Iterable[Row], claims: Iterable[str]) -> bytes:
    """The link of one entry, 32 bytes.

    `receipt` is its row without the hash, `events` its rows in order of position, `claims` the keys it takes.
    Raises: AttributeError, TypeError, UnicodeEncodeError or struct.error for a value no column can hold.
    """
    entry, at, account, role, seat, device, counter, digest, outcome, reason, details, first, count = receipt
    columns = [
        _bytes(previous),
        _two(8, entry, 8, at),
        _texts(account, role, seat, device),
        _one(counter),
        _bytes(digest),
        _texts(outcome, reason),
        _bytes(details),
        _two(8, first, 8, count),
    ]
    for position, stream, version, name, body, written in events:
        columns += (_one(position), _texts(stream), _one(version), _texts(name), _bytes(body), _one(written))
    columns += [_bytes(key) for key in sorted(key.encode() for key in claims)] if claims else ()
    return hashlib.sha256(b"".join(columns)).digest()


def _bytes(column: bytes) -> bytes:
    length = len(column)
    return (_LENGTHS[length] if length < 256 else length.to_bytes(4, "big")) + column  # noqa: PLR2004 - the table's end


@lru_cache(maxsize=4096)  # the same people, seats and sheets come again and again
def _texts(*columns: str) -> bytes:
    return b"".join(_bytes(column.encode()) for column in columns)
