"""Argon2id, always at the same price: an unknown account costs a guesser as much time as a known one."""

from __future__ import annotations

import base64
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from domain.errors import Refused

SHORTEST = 10
LONGEST = 200
_AT_ONCE = 2  # each check holds its memory; more at once would let guessers exhaust the machine


@dataclass(frozen=True, slots=True)
class Cost:
    """The price of one check; the default takes between 0.1 and 0.2 s on a venue laptop."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 1

    def text(self) -> str:
        """As the kept texts spell it."""
        return f"m={self.memory_kib},t={self.iterations},p={self.lanes}"


class Passwords:
    """Hashing and checking under a pepper that is not in the file, so a stolen copy alone cannot be guessed at."""

    def __init__(self, cost: Cost, pepper: bytes, random: Callable[[int], bytes]) -> None:
        self._cost = cost
        self._pepper = pepper
        self._random = random
        self._turns = threading.BoundedSemaphore(_AT_ONCE)
        # Shaped like any other, of no password: checking against it costs the same and never agrees.
        self._nobodys = f"$argon2id$v=19${cost.text()}${_plain64(random(16))}${_plain64(random(32))}"

    def hashed(self, password: str) -> str:
        """The PHC text to keep. Raises Refused: `password-too-short`, `password-too-long`."""
        if len(password) < SHORTEST:
            raise Refused("password-too-short", least=SHORTEST)
        if len(password) > LONGEST:
            raise Refused("password-too-long", limit=LONGEST)
        with self._turns:
            return self._hash(_octets(password))

    def agree(self, password: str, kept: str | None) -> bool:
        """Whether the password is the kept one; with none kept, False after the same work."""
        with self._turns:
            try:
                Argon2id.verify_phc_encoded(_octets(password[: LONGEST + 1]), kept or self._nobodys, self._pepper)
            except InvalidKey:
                return False
        return kept is not None

    def outdated(self, kept: str) -> bool:
        """Whether a kept text was made at another price than today's."""
        return kept.split("$")[3] != self._cost.text()

    def _hash(self, octets: bytes) -> str:
        cost = self._cost
        maker = Argon2id(
            salt=self._random(16),
            length=32,
            iterations=cost.iterations,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
            secret=self._pepper,
        )
        return maker.derive_phc_encoded(octets)


def _octets(password: str) -> bytes:
    # NFKC, so that full-width digits from a Chinese keyboard are the same digits.
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def _plain64(octets: bytes) -> str:
    return base64.b64encode(octets).decode().rstrip("=")
