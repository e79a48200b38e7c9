"""Where in the record it stands what an explanation rests on: marks, statuses and rulings, with their time."""

from __future__ import annotations

from collections.abc import Iterator

from domain import streams
from domain.contest.events import DeductionMade, EntryWithdrawn
from domain.panels.events import PerformanceStated
from domain.recorded import Recorded
from domain.rulebook.printing.speech import Language
from domain.scoring.beside import Beside
from domain.scoring.statuses import WHOLE_ENTRY, WITHDRAWN
from ledger.record import Record
from projections.folds.marks import Marks
from projections.folds.stamp import position_of, time_of
from web.pages.past.texts import rule_titles
from web.rendering import time_of_day

_RULING = {"zh": "{points} 分（{where}）", "en": "{points} ({where})"}


def beside(marks: Marks, record: Record, code: str, language: Language) -> Beside:
    """Each as `09:31:07 #1234`. Reasons are not in the record and are read where rulings are decided."""
    zone = marks.contest.zone
    places = {
        (panel, aspect, seat): _place(zone, position_of(stamped), time_of(stamped))
        for panel, work in marks.works.get(code, {}).items()
        for seat, entered in work.entered.items()
        for aspect, stamped in entered.items()
    }
    stated = {key: _place(zone, one.position, one.at) for key, one in _stated(marks, record, code)}
    ruled = [_ruling(zone, one, language) for one in _of_entry(marks, record, code) if _is_of(one, DeductionMade)]
    return Beside(places, stated=stated, ruled=ruled, rules=rule_titles())


def _stated(marks: Marks, record: Record, code: str) -> Iterator[tuple[tuple[str, str], Recorded]]:
    """(status, module) → the event that stated it; of several the last."""
    for panel, work in marks.works.get(code, {}).items():
        if work.status:
            for one in record.stream(streams.panel(streams.PanelKey(marks.contest_id, panel, code))):
                if isinstance(one.event, PerformanceStated) and one.event.status == work.status:
                    yield (work.status, marks.rulebook.panel(panel).module), one
    for one in _of_entry(marks, record, code):
        if _is_of(one, EntryWithdrawn):
            yield (WITHDRAWN.word, WHOLE_ENTRY), one


def _of_entry(marks: Marks, record: Record, code: str) -> Iterator[Recorded]:
    """What the contest's own stream says of who stands behind the code; read only where there is something to find."""
    entry = marks.codes.entry_of.get(code, "")
    if entry in marks.contest.withdrawn or entry in marks.contest.deductions:
        for one in record.stream(streams.contest(marks.contest_id)):
            if getattr(one.event, "entry", None) == entry:
                yield one


def _is_of(one: Recorded, kind: type) -> bool:
    return isinstance(one.event, kind)


def _ruling(zone: str, one: Recorded, language: Language) -> str:
    return _RULING[language].format(points=one.event.points, where=_place(zone, one.position, one.at))


def _place(zone: str, position: int, at: int) -> str:
    return f"{time_of_day(at, zone)} #{position}"
