"""The hash chain: each receipt's link covers the link before it and every stored column it stands for.

docs/record.md freezes the format and prints vectors; whoever changes a byte here breaks every record there is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from struct import Struct

from ledger.store.shapes import ReceiptColumns, Row

GENESIS = hashlib.sha256(b"biwu record 1").digest()  # stands before entry 1

_integer = Struct(">q").pack  # eight bytes, big-endian, two's complement
# the length in front of every column: four bytes, big-endian; almost all are short, and a table is faster
_LENGTHS = [length.to_bytes(4, "big") for length in range(256)]


def link(previous: bytes, receipt: ReceiptColumns, events: Iterable[Row], claims: Iterable[str]) -> bytes:
    """The link of one entry, 32 bytes.

    `receipt` is its row without the hash, `events` its rows in order of position, `claims` the keys it takes.
    Raises: AttributeError, TypeError, UnicodeEncodeError or struct.error for a value no column can hold.
    """
    entry, at, account, role, seat, device, counter, digest, outcome, reason, details, first, count = receipt
    columns = [
        previous,
        _integer(entry),
        _integer(at),
        account.encode(),
        role.encode(),
        seat.encode(),
        device.encode(),
        _integer(counter),
        digest,
        outcome.encode(),
        reason.encode(),
        details,
        _integer(first),
        _integer(count),
    ]
    for position, stream, version, name, body, written in events:
        columns += (_integer(position), stream.encode(), _integer(version), name.encode(), body, _integer(written))
    columns += sorted(key.encode() for key in claims) if claims else ()
    return hashlib.sha256(_prefixed(columns)).digest()


def _prefixed(columns: list[bytes]) -> bytes:
    parts = [b""] * (2 * len(columns))
    parts[1::2] = columns
    try:
        parts[::2] = map(_LENGTHS.__getitem__, map(len, columns))
    except IndexError:
        parts[::2] = [len(column).to_bytes(4, "big") for column in columns]
    return b"".join(parts)
