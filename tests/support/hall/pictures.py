"""Puts the browser tests' pictures into the documentation, packed as tightly as PNG allows without losing a dot."""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Iterator

from tests.house.rooms import ROOT

TAKEN, SHOWN = ROOT / "out" / "pictures", ROOT / "docs" / "pictures"
MOST_BYTES = 250_000
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def packed(picture: bytes) -> bytes:
    """The same picture, its dots deflated once more and with patience; browsers are in a hurry."""
    chunks = list(_chunks(picture))
    dots = zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT"))
    tight = zlib.compress(dots, 9)
    kept = [(kind, body) for kind, body in chunks if kind in (b"IHDR", b"sRGB")]
    return _SIGNATURE + b"".join(_chunk(*each) for each in (*kept, (b"IDAT", tight), (b"IEND", b"")))


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def main() -> int:
    """Prints each picture's size; fails for one that is too large."""
    SHOWN.mkdir(parents=True, exist_ok=True)
    sizes = {}
    for taken in sorted(TAKEN.glob("*.png")):
        picture = packed(taken.read_bytes())
        (SHOWN / taken.name).write_bytes(picture)
        sizes[taken.name] = len(picture)
        print(f"{len(picture) // 1000:5} kB  docs/pictures/{taken.name}")
    return int(not sizes or max(sizes.values()) > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
