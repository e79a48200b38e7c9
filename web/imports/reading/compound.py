"""The streams of an OLE compound file, the wrapping of every .xls: a small file system of sectors and chains."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from web.imports.reading.limits import unreadable

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
END = 0xFFFFFFFA  # this and above: no sector, but an end or a mark
HEADER = 512
ENTRY = 128
MINI = 64
SMALL = 4096  # streams below it lie in the mini stream
STREAM, ROOT = 2, 5
BROKEN = ("文件已损坏，不是完整的 .xls", "damaged, not a whole .xls file")


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    kind: int
    start: int
    size: int


class Compound:
    """Streams by name. Every chain is followed at most once round, so what is read is never more than the file."""

    def __init__(self, content: bytes) -> None:
        """Raises Malformed for a damaged file."""
        if len(content) < HEADER:
            raise unreadable(*BROKEN)
        shift = struct.unpack_from("<H", content, 30)[0]
        if shift not in {9, 12}:
            raise unreadable(*BROKEN)
        self._content, self._sector = content, 1 << shift
        directory, mini_table = struct.unpack_from("<I", content, 48)[0], struct.unpack_from("<I", content, 60)[0]
        self._table = _numbers(b"".join(self._at(sector) for sector in self._table_sectors()))
        self._entries = list(_entries(self._chain(directory)))
        self._mini_table = _numbers(self._chain(mini_table))
        self._mini = b"".join(self._chain(each.start) for each in self._entries[:1] if each.kind == ROOT)

    @property
    def names(self) -> set[str]:
        return {entry.name for entry in self._entries}

    def stream(self, name: str) -> bytes:
        """The whole stream of this name. Raises Malformed when there is none or it is cut short."""
        for entry in self._entries:
            if entry.name == name and entry.kind == STREAM:
                found = self._small(entry.start) if entry.size < SMALL else self._chain(entry.start)
                if len(found) >= entry.size:
                    return found[: entry.size]
        raise unreadable(*BROKEN)

    def _table_sectors(self) -> list[int]:
        """Sectors of the allocation table: 109 named in the header, the rest in a chain of their own."""
        content = self._content
        sectors = list(struct.unpack_from("<109I", content, 76))
        following, seen = struct.unpack_from("<I", content, 68)[0], set()
        while following < END and following not in seen:
            seen.add(following)
            *more, following = _numbers(self._at(following))
            sectors += more
        named = [sector for sector in sectors if sector < END]
        if len(set(named)) != len(named):
            raise unreadable(*BROKEN)
        return named

    def _at(self, sector: int) -> bytes:
        start = (sector + 1) * self._sector
        found = self._content[start : start + self._sector]
        if not found:
            raise unreadable(*BROKEN)
        return found.ljust(self._sector, b"\0")  # some writers cut the last sector short

    def _chain(self, start: int) -> bytes:
        return b"".join(self._at(sector) for sector in _links(start, self._table))

    def _small(self, start: int) -> bytes:
        return b"".join(self._mini[link * MINI : (link + 1) * MINI] for link in _links(start, self._mini_table))


def _numbers(content: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(content) // 4}I", content)


def _links(start: int, table: Sequence[int]) -> list[int]:
    links: list[int] = []
    link = start
    while link < END:
        if link >= len(table) or len(links) > len(table):  # out of the table, or going round in it
            raise unreadable(*BROKEN)
        links.append(link)
        link = table[link]
    return links


def _entries(directory: bytes) -> list[_Entry]:
    found = []
    for at in range(0, len(directory) - ENTRY + 1, ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + min(length, 64)].decode("utf-16-le", "replace")
        found.append(_Entry(name.partition("\0")[0], kind, start, size))
    return found
