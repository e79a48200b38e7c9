"""Why a figure is what it is: from a total down to each seat's mark, its time and its place in the record."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, Response

from domain.recorded import Recorded
from domain.rulings.events import CorrectionMade
from domain.scoring.telling import tell
from projections.explanation import explanation, step_of
from projections.folds.marks import Marks
from projections.folds.stamp import position_of, time_of
from projections.rows.view import Plain
from projections.wall import Wall
from web.pages.organiser.visit import JURY, Visit, at_desk
from web.pages.past.rules import name_of, rule_texts, rule_titles
from web.pages.past.tree import titled
from web.rendering import language_of, time_of_day

READERS = (*JURY, "arbitrator", "organiser")
_PUBLISHED = ("provisional", "notice", "final")


@at_desk("explain", *READERS)
async def explain_page(visit: Visit) -> Response:
    """GET /desk/{contest}/explain/{code} and /{node}: the total, or another node; `key`: an aspect or seat of it.

    As a page, with `form=text` or `form=json` as those. The jury reads it at any time, an arbitrator of whom a ruling
    is about, the organiser what has been published; for others, and for a code nobody drew, it is not there.
    """
    code, node = visit.request.path_params["code"], visit.request.path_params.get("node")
    key = visit.request.query_params.get("key", "")
    with visit.parts.hall.wall(visit.contest) as wall:
        if not _may_read(visit, wall, code):
            raise HTTPException(403)
        try:
            told = explanation(wall.marks, code, node, key, rule_titles())
        except LookupError:
            raise HTTPException(404) from None
        match visit.request.query_params.get("form"):
            case "json":
                return JSONResponse({"contest": visit.contest, "position": wall.marks.position, **told})
            case "text":
                return PlainTextResponse(_as_text(visit, wall.marks, code, node, key) + "\n")
        known = {
            "code": code,
            "step": titled(told, step_of(wall.marks, code, node, key), wall.marks.rulebook, language_of(visit.request)),
            "rules": rule_texts(),
            "name_of": name_of,
            "subject": _subject(wall, code),
            "as_of": wall.marks.position,
            "corrected": {_place_of(one) for one in wall.marks.corrections},
        }
    return visit.show("past/explain.html", **known)


def _may_read(visit: Visit, wall: Wall, code: str) -> bool:
    if visit.holds(*JURY):
        return True
    marks = wall.marks
    entry = marks.codes.entry_of.get(code) if marks.codes.decoded else None
    if visit.holds("arbitrator") and any(case.entry == entry for case in wall.rulings.all()):
        return True
    return visit.holds("organiser") and marks.phase in _PUBLISHED


def _as_text(visit: Visit, marks: Marks, code: str, node: str | None, key: str) -> str:
    """The scoring's own telling, with time and number in the record behind each mark."""
    step = step_of(marks, code, node, key)
    beside = {
        (panel, aspect, seat): _place(marks, stamped)
        for panel, work in marks.works.get(code, {}).items()
        for seat, entered in work.entered.items()
        for aspect, stamped in entered.items()
    }
    return f"{code}\n{tell(step, marks.rulebook, language_of(visit.request), beside, rule_titles())}"


def _place(marks: Marks, stamped: int) -> str:
    return f"{time_of_day(time_of(stamped), marks.contest.zone)} #{position_of(stamped)}"


def _subject(wall: Wall, code: str) -> Plain:
    """Number and delegation once decoded."""
    row = wall.standings.view().row(code).cells
    return {word: row[word] for word in ("number", "delegation") if word in row}


def _place_of(corrected: Recorded) -> tuple[str, str, str, str]:
    event: CorrectionMade = corrected.event
    return event.code, event.panel, event.aspect, event.seat
