"""The desk's front page: my contests, each with its next step, and opening a new one."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.contest.commands import FixRulebook, OpenContest
from domain.errors import Malformed, Refused
from projections.rows import cells
from projections.rows.view import Plain
from web.acting import ask, fresh_counter, roles_held
from web.identity.forms import text_of
from web.identity.guards import holding, signed_in
from web.identity.identity import Identity
from web.pages.organiser.doing import Said, counter_of, followed
from web.pages.organiser.next_step import next_step
from web.pages.organiser.rulebooks import LARGEST, presets, text_in
from web.pages.organiser.seating.people import unnamed_seats
from web.pages.organiser.visit import STAFF
from web.pages.public import card_of
from web.parts import Parts, parts_of
from web.rendering import language_of, render
from web.security import KIB, takes
from web.words.refusals import sentences

ZONES = ("Asia/Shanghai", "Asia/Urumqi", "Asia/Hong_Kong", "Asia/Macau", "UTC")  # offered; any other may be typed


@signed_in
async def front_page(request: Request, identity: Identity) -> Response:
    """GET /desk: what I have a part in."""
    return _front(request, identity)


@takes(LARGEST + 64 * KIB)
@holding("organiser")
async def new_contest(request: Request, identity: Identity) -> Response:
    """POST /desk/new: the contest and its rulebook, checked before anything is opened.

    Two commands under `n` and `n + 1`: after a crash between them the contest stands without a rulebook, and its page
    asks for one.
    """
    form = await request.form()
    typed = {name: value for name, value in form.items() if isinstance(value, str)}
    parts, n = parts_of(request), counter_of(form)
    try:
        opening, fixing = await _wanted(form)
        _must_be_new(parts, identity, n, opening.contest)
        for number, command in ((n, opening), (n + 1, fixing)):
            await followed(parts, opening.contest, await ask(parts, identity, number, command))
    except Malformed as malformed:
        return _front(request, identity, 422, faults=malformed.faults, typed=typed)
    except Refused as refused:
        sentence = sentences(refused.reason, refused.details)[language_of(request) == "en"]
        return _front(request, identity, 409, said=Said("new", sentence), typed=typed)
    return RedirectResponse(f"/desk/{opening.contest}?n={n + 1}", 303)


def _must_be_new(parts: Parts, identity: Identity, n: int, contest: str) -> None:
    """Raises: Refused("contest-exists"), plainer than the desk's own answer, that it is too late to open it."""
    if contest in parts.hall.contests() and parts.record.receipt(identity.device, n) is None:
        raise Refused("contest-exists", contest=contest)


async def _wanted(form: FormData) -> tuple[OpenContest, FixRulebook]:
    """Raises: Refused for a blank title or a zone nobody knows; Malformed with the rulebook's faults."""
    rulebook = await text_in(form)
    contest, zone = text_of(form, "contest"), text_of(form, "zone")
    title_zh, title_en = text_of(form, "title_zh"), text_of(form, "title_en")
    if not (title_zh and title_en):
        raise Refused("text-missing")
    if zone not in available_timezones():
        raise Refused("unknown-zone", zone=zone[:40])
    opening = OpenContest(contest, title_zh, title_en, zone, drill=bool(text_of(form, "drill")))
    return opening, FixRulebook(contest, rulebook)


def _front(request: Request, identity: Identity, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    parts = parts_of(request)
    known = {
        "contests": [
            card for contest in reversed(parts.hall.contests()) if (card := _card(request, identity, contest))
        ],
        "may_open": "organiser" in roles_held(parts, identity, ""),
        "zones": ZONES,
        "presets": [(name, rulebook.title) for name, (_, rulebook) in presets().items()],
        "n": fresh_counter(parts, identity.device),
        "said": None,
        "typed": {},
        "faults": (),
    }
    return render(request, "desk/front.html", status, **(known | told))


def _card(request: Request, identity: Identity, contest: str) -> Plain | None:
    """A contest I have a part in, with the way to it and its next step; None for the others."""
    parts = parts_of(request)
    roles = roles_held(parts, identity, contest)
    if not roles:
        return None
    card = card_of(request, contest)
    if not set(roles).intersection(STAFF):
        is_leader = "team_leader" in roles
        return {**card, "roles": roles, "step": None, "url": f"/appeals/{contest}" if is_leader else "/judge"}
    with parts.hall.wall(contest) as wall:
        step = next_step(wall, parts.desk.clock.now(), unnamed_seats(parts, wall.marks))
        head = cells.head(wall.marks)
    return {**card, "roles": roles, "step": step, "head": head, "url": f"/desk/{contest}"}
