"""What the coding judge may ask of a contest's codes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DrawCodes:
    """(code, entry) pairs as the lot gave them; with a commitment the entries are empty and the map stays sealed."""

    contest: str
    pairs: tuple[tuple[str, str], ...]
    commitment: bytes = b""


@dataclass(frozen=True, slots=True)
class DecodeCodes:
    """`witnesses`: the accounts of the supervisors who are present; pairs and salt only for a sealed map."""

    contest: str
    witnesses: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    salt: bytes = b""
