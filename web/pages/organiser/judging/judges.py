"""How the judges mark beside each other, whose marks a recusal bars, and when panels had to stop: for the eye alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from domain import streams
from domain.recorded import Recorded
from domain.scoring.judges.outliers import FAR
from domain.streams import PanelKey, SheetKey
from ledger.record import Record
from projections.folds.marks import Marks
from projections.jury.compared import sheets
from projections.jury.interruptions import interruptions
from projections.jury.judging import judging
from projections.jury.recusals import Barred, barred_marks
from projections.jury.struck import struck
from projections.rows import cells
from projections.rows.view import Plain
from projections.rulings import Case
from web.pages.organiser.judging.drawing import drawn
from web.pages.organiser.visit import JURY, PUBLISHED, Visit, at_desk


@at_desk("judges")
async def judges_page(visit: Visit) -> Response:
    """GET /desk/{contest}/judges: figures for who sees marks, the organiser once they are published."""
    return visit.show("desk/judging/judges.html", **await run_in_threadpool(_known, visit))


def _known(visit: Visit) -> Plain:
    """The record and the figures are read outside the wall: nobody's board waits for them."""
    known: dict[str, Any] = {"panels": (), "barred": (), "times": (), "decoded": False, "bars": (), "far": FAR}
    with visit.parts.hall.wall(visit.contest) as wall:
        marks, cases = wall.marks, list(wall.rulings.all())
        if marks.contest.rulebook is None:
            return known | {"sees_marks": True, "sees_codes": False, "titles": {}}
        sees_marks = visit.holds("chief_judge", "arbitrator") or marks.phase in PUBLISHED
        compared = (sheets(marks), struck(marks)) if sees_marks else None
        panels = {panel.id: panel for panel in marks.rulebook.panels}
        known["bars"] = [panel for panel in marks.rulebook.panels if panel.may_not_sit]
        known["decoded"] = marks.codes.decoded
        known |= {"sees_marks": sees_marks, "sees_codes": visit.holds(*JURY), "titles": panels}
        who = {code: cells.identity(marks, code) for code in marks.codes.codes}
        of_panels = [
            streams.panel(PanelKey(visit.contest, panel, code))
            for code, works in marks.works.items()
            for panel in works
            if panel in panels
        ]
        of_barred = _of_barred(marks) if marks.codes.decoded and known["bars"] else []
    record = visit.parts.record
    known["panels"] = [drawn(each) for each in judging(*compared)] if compared else ()
    known["times"] = interruptions(_events(record, of_panels))
    known["barred"] = _barred(visit, barred_marks(_events(record, of_barred), visit.contest), who, cases)
    return known


def _of_barred(marks: Marks) -> list[str]:
    """What tells whose marks are barred: the contest, its codes, and the sheets of panels with such a rule."""
    contest = marks.contest_id
    strict = {panel.id for panel in marks.rulebook.panels if panel.may_not_sit}
    found = [
        streams.sheet(SheetKey(contest, panel, code, seat))
        for code, works in marks.works.items()
        for panel, work in works.items()
        if panel in strict
        for seat in work.entered
    ]
    return [streams.contest(contest), streams.codes(contest), *found]


def _events(record: Record, names: list[str]) -> Iterator[Recorded]:
    return chain.from_iterable(record.stream(name) for name in names)


def _barred(visit: Visit, found: tuple[Barred, ...], who: dict[str, Plain], cases: list[Case]) -> list[Plain]:
    """One line for each judge and entry, with the rulings there are about that entry's marks of the panel."""
    key = _judge_and_entry
    lines = [(of, list(group)) for of, group in groupby(sorted(found, key=key), key=key)]
    accounts = {account for (_, _, account, _, _), _ in lines}
    names = visit.parts.registry.accounts.display_names(accounts, visit.identity.account, "recusals") if lines else {}
    return [
        {
            "panel": panel,
            "seat": seat,
            "name": names.get(account, ""),
            "code": code,
            "why": why,
            "entry": who[code],
            "positions": sorted(each.position for each in group),
            "cases": [case.ruling for case in cases if case.entry == who[code]["entry"] and case.panel in {"", panel}],
        }
        for (panel, seat, account, code, why), group in lines
    ]


def _judge_and_entry(barred: Barred) -> tuple[str, str, str, str, str]:
    return barred.panel, barred.seat, barred.account, barred.code, barred.why
