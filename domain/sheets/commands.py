"""What a judge does on a sheet, and what others may do to it.

Those on one sheet are not frozen: making a frozen one takes five times as long, and these come by the thousand.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.notes import NO_NOTE, Note
from domain.streams import SheetKey


@dataclass(slots=True)
class OnSheet:
    """The sheet meant, spelled out when the form was opened: never "the current one"."""

    contest: str
    panel: str
    code: str
    seat: str

    @property
    def sheet(self) -> SheetKey:
        return SheetKey(self.contest, self.panel, self.code, self.seat)


@dataclass(slots=True)
class OpenSheet(OnSheet):
    pass


@dataclass(slots=True)
class EnterMark(OnSheet):
    """`value`: decimal text, or a token of `marks.WITHOUT_RESULT`.

    `device_at`: the tablet's clock in ms since 1970, 0 if unknown.
    """

    aspect: str
    value: str
    device_at: int = 0


@dataclass(slots=True)
class SignSheet(OnSheet):
    pass


@dataclass(slots=True)
class ReopenSheet(OnSheet):
    note: Note


@dataclass(frozen=True, slots=True)
class EnterScores:
    """A score file for one seat of a panel (the first unless named): (code, aspect, value) rows, all of them or none.

    `absent`: (code, status) for who has no score but a status, such as dns. A row that differs from what stands is a
    correction and needs a note saying why.
    """

    contest: str
    panel: str
    rows: tuple[tuple[str, str, str], ...]
    note: Note = NO_NOTE
    absent: tuple[tuple[str, str], ...] = ()
    seat: str = ""
