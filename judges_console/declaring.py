"""Before a judge sits down where the rules keep judges off entries: which delegation is theirs, and what they declare.

Only for panels that ask for it (`may_not_sit`); programs say the same with `take-seat`.
"""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.rulebook.panels import Panel
from judges_console.greeting import Parting, judge_of, seated
from judges_console.words import farewell
from projections.folds.marks import Marks
from web.acting import roles_held
from web.identity.forms import text_of
from web.identity.guards import signed_in
from web.identity.identity import Identity
from web.pages.appeals.delegations import delegations_in
from web.parts import parts_of
from web.rendering import language_of, render


def undeclared(marks: Marks, panel: Panel, identity: Identity) -> bool:
    """Whether this judge is to be asked: where it matters, and as long as somebody else or nobody sits there."""
    seat = marks.contest.seat(panel.id, identity.place.seat)
    return bool(panel.may_not_sit) and not (seat.taken and seat.account == identity.account)


def ask_for(request: Request, identity: Identity, refusal: str = "") -> Response:
    """The form. Raises: HTTPException 404 while there is no such panel."""
    parts, place, language = parts_of(request), identity.place, language_of(request)
    try:
        with parts.hall.wall(place.contest) as wall:
            panel, title = wall.marks.rulebook.panel(place.panel), wall.marks.title[language]
            delegations = [each for each in delegations_in(wall.marks) if each]
            drill = wall.marks.drill or parts.settings.drill
    except LookupError as error:
        raise HTTPException(404) from error
    return render(
        request, "declare.html", 409 if refusal else 200, here="/judge", title=title, panel=panel, seat=place.seat,
        delegations=sorted(delegations), drill=drill, refusal=refusal,
    )  # fmt: skip


@signed_in
async def declare(request: Request, identity: Identity) -> Response:
    """POST /judge/declare: takes the seat with the `delegation` and the `interest`s named, then opens the console."""
    parts, form = parts_of(request), await request.form()
    if not identity.place.seat:
        raise HTTPException(403)
    interests = tuple(each for each in form.getlist("interest") if isinstance(each, str))
    try:
        judge = judge_of(parts, identity, roles_held(parts, identity, identity.place.contest))
        await seated(parts, identity, judge, text_of(form, "delegation"), interests)
    except Parting as parting:
        why = farewell(parting.reason, parting.details)
        return ask_for(request, identity, why.en if language_of(request) == "en" else why.zh)
    return RedirectResponse("/judge", 303)
