"""The rulings of one contest, folded from the record: what was filed, when, what was found, what was corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace

from domain import streams
from domain.recorded import Recorded
from domain.rulings import events
from domain.rulings.state import Ruling, evolve
from projections.folds.work import Work


@dataclass(frozen=True, slots=True)
class Case:
    """One ruling as it stands: `state` is a word of `domain.rulings.state`, times in µs UTC.

    `text` and `finding` are ids of documents in the registry, "" where there is none; `closes_at` 0: no end; `late_by`
    µs beyond it. `position` is that of the filing in the record.
    """

    ruling: str
    kind: str
    entry: str
    panel: str
    seat: str
    aspect: str
    position: int
    filed_at: int
    closes_at: int
    text: str
    state: str = "open"
    late_by: int = 0
    outcome: str = ""
    decided_at: int = 0
    finding: str = ""
    corrected_at: int = 0
    corrections: tuple[events.CorrectionMade, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether somebody still has to decide it, or to correct what it upheld."""
        return self.state in {"open", "upheld"}


class Rulings:
    """Events of other streams pass by."""

    def __init__(self) -> None:
        self._cases: dict[str, Case] = {}
        self._states: dict[str, Ruling] = {}

    def fold(self, recorded: Recorded, work: Work | None = None) -> None:
        if work is not None:
            return
        kind, *subject = streams.parts(recorded.stream)
        if kind != "ruling":
            return
        ruling = subject[1]
        state = self._states[ruling] = evolve(self._states.get(ruling) or Ruling(), recorded.event)
        event = recorded.event
        case = _filed(ruling, recorded) if type(event) is events.RulingFiled else _after(self._cases[ruling], recorded)
        self._cases[ruling] = replace(case, state=state.state)

    def further_marks(self, work: Work, count: int) -> None:
        """No mark is a ruling."""

    def all(self) -> tuple[Case, ...]:
        """In order of filing."""
        return tuple(self._cases.values())

    def of(self, ruling: str) -> Case:
        """Raises: KeyError for one that has not been filed."""
        return self._cases[ruling]


def _filed(ruling: str, recorded: Recorded) -> Case:
    event = recorded.event
    subject = (event.kind, event.entry, event.panel, event.seat, event.aspect)
    return Case(ruling, *subject, recorded.position, recorded.at, event.closes_at, event.note.document)


def _after(case: Case, recorded: Recorded) -> Case:
    """The case after one more event of its stream."""
    event = recorded.event
    match event:
        case events.RulingLate():
            return replace(case, late_by=event.late_by)
        case events.RulingDecided():
            return replace(case, outcome=event.outcome, decided_at=recorded.at, finding=event.note.document)
        case events.RulingCarriedOut():
            return replace(case, corrected_at=recorded.at)
        case events.CorrectionMade():
            return replace(case, corrected_at=recorded.at, corrections=(*case.corrections, event))
    return case
