"""What happens in one panel about one code. Stream `panel:C/PANEL/CODE`; fields in order are the stored array."""

from __future__ import annotations

from dataclasses import dataclass

from domain.notes import Note


@dataclass(slots=True)
class SeatSigned:
    """A seat signs its (aspect, value) pairs: a copy here, so that one stream decides about the whole panel."""

    seat: str
    marks: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class SeatReopened:
    seat: str


@dataclass(slots=True)
class SpreadExceeded:
    """All have signed, but these aspects lie further apart than the rulebook allows; the sheets are open again."""

    aspects: tuple[str, ...]


@dataclass(slots=True)
class PanelSigned:
    """All seats have signed within the permitted spread: the panel's figures may be released."""


@dataclass(slots=True)
class PanelReopened:
    """A seat was reopened after all had signed: the panel's figures are withdrawn until it signs again."""

    seat: str


@dataclass(slots=True)
class SeatAbsent:
    """The judge of this seat is not there for this code: the panel goes on with those who are."""

    seat: str
    note: Note


@dataclass(slots=True)
class SeatPresent:
    """The judge has come after all, and what the seat had marked counts again."""

    seat: str
    note: Note


@dataclass(slots=True)
class PerformanceStated:
    """`status`: a word of `panels.state.STATUSES`; `started` takes the others back."""

    status: str
    note: Note
