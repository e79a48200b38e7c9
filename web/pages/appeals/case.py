"""One ruling: its text, the marks it is about, the finding; and only after that what the finding leads to."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from domain.errors import Refused
from domain.rulings.commands import Corrected, DecideRuling, MakeCorrection
from domain.rulings.state import OUTCOMES
from ledger.orders import Receipt
from projections.rulings import Case
from projections.wall import Wall
from web.identity.forms import text_of
from web.pages.appeals.preview import preview
from web.pages.appeals.room import SEES_MARKS, Room, in_room
from web.pages.organiser.doing import Said, carry_out, does, reason_of
from web.people import person_of
from web.words.refusals import sentences

_FIELD, _OLD = "new|", "old|"


async def _shown(room: Room, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    case = room.case()
    documents, by = room.parts.registry.documents, room.identity.account
    texts = documents.read_all([each for each in (case.text, case.finding) if each], by, "ruling")
    with room.parts.hall.wall(room.contest) as wall:
        subject = room.subjects(wall, {case.entry})[case.entry]
        known = {
            "case": case,
            "subject": subject,
            "text": texts.get(case.text),
            "finding": texts.get(case.finding),
            "outcomes": OUTCOMES,
            "rulebook": wall.marks.rulebook,
            "detail": wall.standings.detail(subject["code"]) if subject["code"] and room.holds(*SEES_MARKS) else None,
            "published_in": _published_in(wall, case),
            "effect": None,
            "here": room.path(),  # a page that answers a form has no address to come back to
        }
    return room.show("appeals/case.html", status, **(known | told))


def _published_in(wall: Wall, case: Case) -> int:
    """The first revision of the result that has this ruling's corrections in it; 0 while it is due."""
    number = max((each.number for each in case.corrections), default=0)
    revisions = (step.event for step in wall.marks.publications if hasattr(step.event, "corrections"))
    return next((each.revision for each in revisions if number and each.corrections >= number), 0)


@in_room()
async def case_page(room: Room) -> Response:
    """GET /appeals/{contest}/{ruling}: reading its text is journalled."""
    return await _shown(room)


@in_room()
async def to_case(room: Room) -> Response:
    """GET of an address that only takes forms, as a copied address or the browser's history brings it: to the case."""
    return RedirectResponse(room.path(), 303)


@in_room("arbitrator")
async def decide(room: Room) -> Response:
    """POST /appeals/{contest}/{ruling}/finding: `outcome` with its `reason`."""
    case = room.case()

    async def decided(form: FormData) -> Receipt:
        note = reason_of(room, form, person_of(room.contest, case.entry))
        return await does(room, form, DecideRuling(room.contest, room.ruling, text_of(form, "outcome"), note))

    return await carry_out(room, _shown, "finding", decided)


@in_room("arbitrator")
async def show_effect(room: Room) -> Response:
    """POST /appeals/{contest}/{ruling}/preview: who would gain and lose by the marks filled in. Nothing is recorded."""
    form = await room.request.form()
    typed = {name: value for name, value in form.items() if isinstance(value, str)}
    at = room.parts.desk.clock.now()
    try:
        command = _correction(room, form)
        shown = await asyncio.to_thread(preview, room.parts.record, command, room.identity.account, at)
    except Refused as refused:
        said = Said("correction", sentences(refused.reason, refused.details)[room.english])
        return await _shown(room, 409, said=said, typed=typed)
    return await _shown(room, effect=shown, typed=typed, marks=command.marks)


@in_room("arbitrator")
async def correct(room: Room) -> Response:
    """POST /appeals/{contest}/{ruling}/correction: makes what was previewed, if no mark has moved since."""

    async def made(form: FormData) -> Receipt:
        return await does(room, form, _correction(room, form))

    return await carry_out(room, _shown, "correction", made)


def _correction(room: Room, form: FormData) -> MakeCorrection:
    """All marks whose new value is filled in and differs from the one seen; fields are new|panel|seat|aspect.

    Raises: Refused ruling-not-upheld: before the finding nobody learns what it would change.
    """
    case, code = room.case(), ""
    if case.state != "upheld":
        raise Refused("ruling-not-upheld", ruling=room.ruling)
    with room.parts.hall.wall(room.contest) as wall:
        code = room.subjects(wall, {case.entry})[case.entry]["code"]
    marks: list[Corrected] = []
    for field in form:
        if not field.startswith(_FIELD):
            continue
        place = field.removeprefix(_FIELD)
        panel, seat, aspect = [*place.split("|"), "", ""][:3]
        old, value = text_of(form, _OLD + place), text_of(form, field)
        if value and value != old:
            marks.append(Corrected(panel, seat, code, aspect, old, value))
    return MakeCorrection(room.contest, room.ruling, tuple(marks))
