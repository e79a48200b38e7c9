"""Why a figure is what it is: from a total down to each seat's mark, its time and its place in the record.

Of a total also why the place and the prize that were published with it, whoever may read the one.
"""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, PlainTextResponse, Response

from domain.recorded import Recorded
from domain.rulings.events import CorrectionMade
from domain.scoring.telling import tell
from domain.scoring.why.entry import Why, plain
from domain.scoring.why.telling import tell_why, told_why
from projections.explanation import explanation, step_of, why_of
from projections.folds.marks import Marks
from projections.rows import cells
from projections.rows.view import Plain
from projections.wall import Wall
from web.pages.organiser.visit import JURY, Visit, at_desk
from web.pages.past.beside import beside
from web.pages.past.texts import name_of, rule_texts, rule_titles
from web.pages.past.tree import titled
from web.rendering import language_of

READERS = (*JURY, "arbitrator", "organiser")
_PUBLISHED = ("provisional", "notice", "final")


@at_desk("explain", *READERS)
async def explain_page(visit: Visit) -> Response:
    """GET /desk/{contest}/explain/{code} and /{node}: the total, or another node; `key`: an aspect or seat of it.

    As a page, with `form=text` or `form=json` as those. The jury reads it at any time, an arbitrator of whom a ruling
    is about, the organiser what has been published; for others, and for a code nobody drew, it is not there. With the
    total stands why the place, prizes and honours are those that were published, as soon as they are.
    """
    code, node = visit.request.path_params["code"], visit.request.path_params.get("node")
    key, form = visit.request.query_params.get("key", ""), visit.request.query_params.get("form")
    with visit.parts.hall.wall(visit.contest) as wall:
        marks, language = wall.marks, language_of(visit.request)
        if not _may_read(visit, wall, code):
            raise HTTPException(403)
        try:
            told = explanation(marks, code, node, key, rule_titles())
        except LookupError:
            raise HTTPException(404) from None
        announced = None if node else why_of(marks, wall.board.published(), code)
        if form == "json":
            result = {} if announced is None else {"result": plain(announced)}
            return JSONResponse({"contest": visit.contest, "position": marks.position, **result, **told})
        if form == "text":
            return PlainTextResponse(_as_text(visit, marks, code, (node, key), announced))
        step, said = step_of(marks, code, node, key), beside(marks, visit.parts.record, code, language)
        known = {
            "code": code,
            "step": titled(told, step, marks.rulebook, language, said),
            "why": [] if announced is None else [*told_why(announced, marks.rulebook, language, _called(marks))],
            "rules": rule_texts(),
            "name_of": name_of,
            "subject": _subject(wall, code),
            "as_of": marks.position,
            "corrected": {_place_of(one) for one in marks.corrections},
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


def _as_text(visit: Visit, marks: Marks, code: str, asked: tuple[str | None, str], announced: Why | None) -> str:
    """The scoring's own telling, with time and number in the record behind each mark."""
    language = language_of(visit.request)
    said = beside(marks, visit.parts.record, code, language)
    lines = [code] if announced is None else [tell_why(announced, marks.rulebook, language, _called(marks)), ""]
    return "\n".join([*lines, tell(step_of(marks, code, *asked), marks.rulebook, language, said), ""])


def _called(marks: Marks) -> Callable[[str], str]:
    """The number of who stands behind a code, as the published list has it."""
    return lambda code: cells.identity(marks, code).get("number") or code


def _subject(wall: Wall, code: str) -> Plain:
    """Number and delegation once decoded."""
    row = wall.standings.view().row(code).cells
    return {word: row[word] for word in ("number", "delegation") if word in row}


def _place_of(corrected: Recorded) -> tuple[str, str, str, str]:
    event: CorrectionMade = corrected.event
    return event.code, event.panel, event.aspect, event.seat
