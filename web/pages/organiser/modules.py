"""Modules: opening, closing and reopening them, and stating that somebody did not start or finish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from starlette.datastructures import FormData
from starlette.responses import Response

from domain.contest.commands import CloseModule, OpenModule, ReopenModule
from domain.contest.staging import later_stage
from domain.contest.state import Contest
from domain.notes import NO_NOTE
from domain.panels.commands import StatePerformance, StateSeatAbsent, StateSeatPresent
from domain.rulebook.panels import Panel
from domain.scoring.statuses import STATABLE
from ledger.orders import Receipt
from projections.folds.marks import Marks
from web.identity.forms import text_of
from web.pages.organiser.doing import carry_out, does, reason_of
from web.pages.organiser.visit import Visit, at_desk


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    with visit.parts.hall.wall(visit.contest) as wall:
        marks = wall.marks
        progress = wall.progress().modules if marks.contest.rulebook else ()
        codes = [code for code in sorted(marks.codes.codes) if not marks.is_withdrawn(code)]
        modules = [module.module for module in progress]
        stated = {code: _stated(marks, code) for code in codes}
        awaited = [each for each in modules if not _decided(marks.contest, each)]
        absent = list(_absent(marks, codes))
        panels = [panel for panel in _panels(marks) if panel.absent == "mean_of_present"]
    known = {
        "progress": progress,
        "awaited": awaited,
        "panels": panels,
        "absent": absent,
        "codes": codes,
        "statuses": STATABLE,
        "stated": [
            (code, [(module, said[module]) for module in modules if module in said])
            for code, said in stated.items()
            if said
        ],
    }
    return visit.show("desk/modules.html", status, **(known | told))


def _decided(contest: Contest, module: str) -> bool:
    """Whether it is known who takes part in a module."""
    stage = later_stage(contest, module)
    return not stage or stage in contest.advanced


def _panels(marks: Marks) -> tuple[Panel, ...]:
    return marks.rulebook.panels if marks.contest.rulebook else ()


def _absent(marks: Marks, codes: Iterable[str]) -> Iterator[tuple[str, Panel, list[str]]]:
    """Code, panel, and the seats whose judges were stated absent for it."""
    for code in codes:
        works = marks.works.get(code, {})
        for panel in _panels(marks):
            seats = [seat for seat in panel.seats if panel.id in works and seat in works[panel.id].absent]
            if seats:
                yield code, panel, seats


def _stated(marks: Marks, code: str) -> dict[str, str]:
    """Module → what was stated of this code in it."""
    works = marks.works.get(code, {}).values()
    return {marks.rulebook.panel(work.panel).module: work.status for work in works if work.status}


@at_desk("modules")
async def modules_page(visit: Visit) -> Response:
    """GET /desk/{contest}/modules: what is open, and how far each has come."""
    return await _shown(visit)


@at_desk("modules")
async def move_module(visit: Visit) -> Response:
    """POST /desk/{contest}/modules: `module` is to `open`, `close` or `reopen` (with `reason`), as `move` says."""
    module = text_of(await visit.request.form(), "module")

    async def moved(form: FormData) -> Receipt:
        match text_of(form, "move"):
            case "open":
                return await does(visit, form, OpenModule(visit.contest, module))
            case "close":
                return await does(visit, form, CloseModule(visit.contest, module))
        return await does(visit, form, ReopenModule(visit.contest, module, reason_of(visit, form)))

    return await carry_out(visit, _shown, module, moved)


@at_desk("modules")
async def state_performance(visit: Visit) -> Response:
    """POST /desk/{contest}/modules/state: `status` of a `code` in a `module`, with `reason` if there is one."""

    async def stated(form: FormData) -> Receipt:
        code, module, status = (text_of(form, name) for name in ("code", "module", "status"))
        note = reason_of(visit, form) if text_of(form, "reason") else NO_NOTE
        return await does(visit, form, StatePerformance(visit.contest, module, code, status, note))

    return await carry_out(visit, _shown, "state", stated)


@at_desk("modules", "chief_judge")
async def state_seat(visit: Visit) -> Response:
    """POST …/modules/seat: the judge in `seat` (PANEL.SEAT) is `absent` or `present` for a `code`, with a `reason`."""

    async def stated(form: FormData) -> Receipt:
        panel, _, seat = text_of(form, "seat").rpartition(".")
        said = StateSeatPresent if text_of(form, "is") == "present" else StateSeatAbsent
        place = (visit.contest, panel, text_of(form, "code"), seat)
        return await does(visit, form, said(*place, reason_of(visit, form)))

    return await carry_out(visit, _shown, "seat", stated)
