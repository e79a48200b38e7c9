"""The records of an .xls stream (BIFF8) one by one, and the strings that may run on over several of them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from web.imports.reading.compound import BROKEN
from web.imports.reading.limits import unreadable

CONTINUE = 0x003C


@dataclass(slots=True)
class Record:
    """One record: its kind, where it begins in the stream, and its content with that of its continuations."""

    kind: int
    start: int
    pieces: list[bytes]

    @property
    def content(self) -> bytes:
        return self.pieces[0]

    def numbers(self, form: str, at: int = 0) -> tuple[int, ...]:
        """Little-endian whole numbers at this place. Raises Malformed when the record is too short."""
        try:
            return struct.unpack_from(f"<{form}", self.content, at)
        except struct.error as error:
            raise unreadable(*BROKEN) from error

    def real(self, at: int) -> float:
        if len(self.content) < at + 8:
            raise unreadable(*BROKEN)
        value: float = struct.unpack_from("<d", self.content, at)[0]
        return value


def records(stream: bytes, start: int = 0) -> Iterator[Record]:
    """Records from this place to the end of the stream, continuations joined to what they continue."""
    current: Record | None = None
    at = start
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            raise unreadable(*BROKEN)
        piece = stream[at + 4 : at + 4 + length]
        if kind == CONTINUE and current is not None:
            current.pieces.append(piece)
        else:
            if current is not None:
                yield current
            current = Record(kind, at, [piece])
        at += 4 + length
    if current is not None:
        yield current


@dataclass(slots=True)
class Strings:
    """Reads strings out of a record and its continuations, in order. Every method raises Malformed at the end."""

    record: Record
    piece: int = 0
    at: int = field(default=0)

    def skip(self, count: int) -> None:
        self._take(count)

    def number(self, size: int) -> int:
        return int.from_bytes(self._take(size), "little")

    def text(self, length: int) -> str:
        """A string of so many characters, with its flags, formatting runs and reading aids before and behind."""
        flags = self.number(1)
        runs = self.number(2) if flags & 0x08 else 0
        aids = self.number(4) if flags & 0x04 else 0
        found = self._letters(length, wide=bool(flags & 1))
        self.skip(runs * 4 + aids)
        return found

    def _letters(self, length: int, *, wide: bool) -> str:
        """A string that runs on into a continuation says there anew whether its letters are one or two bytes."""
        found = []
        while length:
            if self._ended():
                self._turn()
                wide = bool(self.number(1) & 1)
            left = len(self.record.pieces[self.piece]) - self.at
            count = min(length, left // 2 if wide else left)
            if count == 0:
                raise unreadable(*BROKEN)
            found.append(self._take(count * 2 if wide else count).decode("utf-16-le" if wide else "latin-1", "replace"))
            length -= count
        return "".join(found)

    def _ended(self) -> bool:
        return self.at >= len(self.record.pieces[self.piece])

    def _turn(self) -> None:
        if self.piece + 1 >= len(self.record.pieces):
            raise unreadable(*BROKEN)
        self.piece, self.at = self.piece + 1, 0

    def _take(self, count: int) -> bytes:
        taken, left = [], count
        while left:
            if self._ended():
                self._turn()
            taken.append(self.record.pieces[self.piece][self.at : self.at + left])
            left -= len(taken[-1])
            self.at += len(taken[-1])
        return b"".join(taken)


def shared_strings(record: Record) -> list[str]:
    """The table of strings that cells refer to. The number it claims is not believed: it ends with its record."""
    strings = Strings(record)
    strings.skip(4)
    count = strings.number(4)
    return [strings.text(strings.number(2)) for _ in range(count)]


def short_text(content: bytes, at: int, *, size: int) -> str:
    """A string within one record whose length takes `size` bytes. Raises Malformed."""
    strings = Strings(Record(0, 0, [content]), at=at)
    return strings.text(strings.number(size))
