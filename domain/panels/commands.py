"""What officials may state about a performance."""

from __future__ import annotations

from dataclasses import dataclass

from domain.notes import Note


@dataclass(frozen=True, slots=True)
class StatePerformance:
    """`status`: dns, dnf, dsq, declined, or `started` to take one back; it goes for all panels of the module."""

    contest: str
    module: str
    code: str
    status: str
    note: Note
