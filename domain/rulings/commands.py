"""What parties and arbitrators may ask of a ruling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from domain.notes import Note


class Corrected(NamedTuple):
    """One mark to change: `old` is what the asker saw; if it moved since, the correction is refused."""

    panel: str
    seat: str
    code: str
    aspect: str
    old: str
    value: str


@dataclass(frozen=True, slots=True)
class FileRuling:
    """`kind`: floor-report, score-query, appeal or objection; panel, seat and aspect narrow it down, or are empty."""

    contest: str
    ruling: str
    kind: str
    entry: str
    panel: str
    seat: str
    aspect: str
    note: Note


@dataclass(frozen=True, slots=True)
class DecideRuling:
    """The finding: `upheld` (marks will be corrected), `upheld-no-change`, or `dismissed`."""

    contest: str
    ruling: str
    outcome: str
    note: Note


@dataclass(frozen=True, slots=True)
class MakeCorrection:
    contest: str
    ruling: str
    marks: tuple[Corrected, ...]
