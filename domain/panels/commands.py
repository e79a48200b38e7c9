"""What officials may state about a performance, and about who is there to judge it."""

from __future__ import annotations

from dataclasses import dataclass

from domain.notes import Note
from domain.streams import PanelKey


@dataclass(frozen=True, slots=True)
class StatePerformance:
    """`status`: dns, dnf, dsq, module_void, declined, or `started` to take one back; for all panels of the module."""

    contest: str
    module: str
    code: str
    status: str
    note: Note


@dataclass(frozen=True, slots=True)
class _OfSeat:
    contest: str
    panel: str
    code: str
    seat: str
    note: Note

    @property
    def of_panel(self) -> PanelKey:
        return PanelKey(self.contest, self.panel, self.code)


@dataclass(frozen=True, slots=True)
class StateSeatAbsent(_OfSeat):
    """The judge in this seat is not there for this code."""


@dataclass(frozen=True, slots=True)
class StateSeatPresent(_OfSeat):
    """The judge stated absent has come after all."""
