"""What happens on one sheet. Stream `sheet:C/PANEL/CODE/SEAT`; fields in order are the stored array.

Values are exact decimals as canonical text ("8.5", "0"). Contest, panel, code and seat are the stream's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from domain.notes import Note


@dataclass(slots=True)
class SheetOpened:
    """The seat has this code before it. Epochs name the module opening and the seat taking it was decided in."""

    module_epoch: int
    seat_epoch: int


class MarkEntered(NamedTuple):
    """`device_at`: the tablet's own clock, ms since 1970, evidence only (0: unknown).

    No dataclass as the others are: of all that a replay reads nearly every event is one of these, and a tuple is made
    of a stored array in half the time.
    """

    aspect: str
    value: str
    module_epoch: int
    seat_epoch: int
    device_at: int


@dataclass(slots=True)
class MarkChanged:
    """A mark is changed before signing; the old value stays readable."""

    aspect: str
    old: str
    value: str
    module_epoch: int
    seat_epoch: int
    device_at: int


@dataclass(slots=True)
class SheetSigned:
    """No further mark until reopened. `marks` is the number of marks signed for."""

    marks: int
    seat_epoch: int


@dataclass(slots=True)
class SheetReopened:
    """Marking goes on: `reason` is `chief-judge`, or `disagreement` / `spread` when the panel's own rule reopens it."""

    reason: str
    note: Note


@dataclass(slots=True)
class MarkCorrected:
    """A ruling or a corrected score file changes a signed mark; `ruling` is empty for a file, whose note says why."""

    aspect: str
    old: str
    value: str
    ruling: str
    note: Note
