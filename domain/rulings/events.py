"""What happens in one ruling. Stream `ruling:C/R`; fields in order are the stored array.

Four different things share this shape: `floor-report` (equipment, injury), `score-query` (missing mark,
arithmetic, wrong code), `appeal` (by the team leader) and `objection` (to the public notice, by anyone by name).
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.notes import Note


@dataclass(slots=True)
class RulingFiled:
    """`panel`, `seat` and `aspect` narrow it down or are empty; `closes_at` is the window's end, µs UTC, 0: none."""

    kind: str
    entry: str
    panel: str
    seat: str
    aspect: str
    closes_at: int
    note: Note


@dataclass(slots=True)
class RulingLate:
    """Filed after its window: not accepted 逾期不予受理; `late_by` in µs."""

    late_by: int


@dataclass(slots=True)
class RulingDecided:
    """The finding, before anybody looks at its effect: `upheld`, `upheld-no-change` or `dismissed`, with its reason."""

    outcome: str
    note: Note


@dataclass(slots=True)
class RulingCarriedOut:
    """The effect of an upheld finding that changes no mark: `action` names the command that had it."""

    action: str


@dataclass(slots=True)
class CorrectionMade:
    """The effect of an upheld finding on one mark, written to the sheet too. `number` counts in the contest."""

    number: int
    panel: str
    seat: str
    code: str
    aspect: str
    old: str
    value: str
