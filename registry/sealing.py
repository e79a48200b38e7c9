"""The canonical form of what is sealed, and the seal: HMAC-SHA256 under a salt of the row's own.

A document's canonical bytes are its text in UTF-8. A person's are, for each field in the order of its name's bytes:
length of the name (4 bytes, big-endian), name, length of the value (4 bytes, big-endian), value; all in UTF-8.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from domain.errors import Refused

SALT_BYTES = 16
_LENGTH = 4


class Opening(NamedTuple):
    """What opens a seal: 16 bytes of salt and the canonical bytes it was taken over."""

    salt: bytes
    plain: bytes

    @property
    def seal(self) -> bytes:
        """32 bytes that commit to `plain` and tell nothing about it once the salt is gone."""
        return hmac.new(self.salt, self.plain, hashlib.sha256).digest()

    def opens(self, seal: bytes) -> bool:
        return hmac.compare_digest(self.seal, seal)


def tidy(text: str, limit: int, *, lines: bool = False) -> str:
    """The text in NFC, without blanks at its ends; rare characters stay what they are.

    `limit` in characters. `lines`: whether it may have several. Raises Refused: `text-too-long`, `text-unreadable`
    for control characters and broken pairs that no keyboard writes.
    """
    if lines:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > limit:
        raise Refused("text-too-long", limit=limit)
    allowed = "\n\t" if lines else ""
    if any(unicodedata.category(letter) in {"Cc", "Cs"} and letter not in allowed for letter in text):
        raise Refused("text-unreadable")
    return text


def canonical(fields: Mapping[str, str]) -> bytes:
    """The bytes a person's seal is taken over."""
    words = (word.encode() for pair in sorted(fields.items(), key=_by_name) for word in pair)
    return b"".join(len(word).to_bytes(_LENGTH, "big") + word for word in words)


def _by_name(pair: tuple[str, str]) -> bytes:
    return pair[0].encode()


def fields_of(plain: bytes) -> dict[str, str]:
    """The way back from `canonical`."""
    words: list[str] = []
    place = 0
    while place < len(plain):
        start = place + _LENGTH
        place = start + int.from_bytes(plain[place:start], "big")
        words.append(plain[start:place].decode())
    return dict(zip(words[::2], words[1::2], strict=True))
