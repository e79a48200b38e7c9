"""The appeals room: every ruling with its clock, filing one, and who leads which delegation."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count
from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from domain.errors import Refused
from domain.publication.state import Publication
from domain.rulings.commands import FileRuling
from domain.rulings.decisions import window_of
from domain.rulings.state import KINDS
from ledger.orders import Receipt
from projections.rows.view import Plain
from projections.wall import Wall
from web.identity.forms import text_of
from web.pages.appeals.delegations import delegations_in, delegations_of, speaks_for, speaks_no_more
from web.pages.appeals.room import Room, in_room
from web.pages.organiser.doing import carry_out, does, once, reason_of
from web.pages.organiser.seating.people import officials_of
from web.people import person_of

NO_END, NOT_YET, OPEN, CLOSED = "no-end", "not-yet", "open", "closed"


async def _shown(room: Room, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    now = room.parts.desk.clock.now()
    with room.parts.hall.wall(room.contest) as wall:
        cases = [case for case in reversed(wall.rulings.all()) if room.sees(wall, case)]
        entries = _may_be_named(room, wall) if room.may("file-ruling") else []
        rulebook, publication = wall.marks.contest.rulebook, wall.marks.publication
        subjects = room.subjects(wall, {case.entry for case in cases} | set(entries))
        known = {
            "cases": cases,
            "subjects": subjects,
            "windows": {kind: window(kind, publication, now) for kind in KINDS},
            "entries": entries,
            "panels": rulebook.panels if rulebook else (),
            "due": publication.corrections != publication.published,
            "own": sorted(room.own_delegations(wall)),
            "leaders": _leaders(room, wall) if room.holds("organiser") else [],
            "delegations": delegations_in(wall.marks),
            "here": room.path(),  # a page that answers a form has no address to come back to
        }
    return room.show("appeals/room.html", status, **(known | told))


def window(kind: str, publication: Publication, now: int) -> Plain:
    """How things stand with one kind at official time `now`: a state, when it ends (µs, 0: never), seconds left."""
    try:
        closes_at = window_of(kind, publication)
    except Refused:
        return {"state": NOT_YET, "closes_at": 0, "left": 0}
    if not closes_at:
        return {"state": NO_END, "closes_at": 0, "left": 0}
    state = OPEN if now <= closes_at else CLOSED
    return {"state": state, "closes_at": closes_at, "left": max(0, closes_at - now) // 1_000_000}


def _next_id(taken: Collection[str]) -> str:
    """r1, r2 … short enough to be called out in a hall."""
    return next(ruling for number in count(1) if (ruling := f"r{number}") not in taken)


def _may_be_named(room: Room, wall: Wall) -> list[str]:
    """The entries whose marks this person may question: a leader's own, an official's all."""
    own, is_official = room.own_delegations(wall), room.is_official
    entries = wall.marks.contest.entries.values()
    return [each.entry for each in entries if is_official or each.delegation in own]


def _leaders(room: Room, wall: Wall) -> list[Plain]:
    """Every team leader with the delegations he speaks for."""
    registry, by = room.parts.registry, room.identity.account
    accounts = officials_of(room.parts, room.contest)["team_leader"]
    names = registry.accounts.display_names(accounts, by, "rulings")
    return [
        {
            "account": account,
            "name": names.get(account, account),
            "delegations": sorted(delegations_of(registry, account, wall.marks)),
        }
        for account in accounts
    ]


@in_room()
async def room_page(room: Room) -> Response:
    """GET /appeals/{contest}: rulings, the newest first; how long each kind may still be filed; the form."""
    return await _shown(room)


@in_room("team_leader", "chief_judge")
async def file_ruling(room: Room) -> Response:
    """POST /appeals/{contest}: `kind`, `entry`, perhaps `panel`, `seat` and `aspect`, and the text as `reason`."""

    async def filed(form: FormData) -> Receipt:
        entry = text_of(form, "entry")
        with room.parts.hall.wall(room.contest) as wall:
            if entry not in _may_be_named(room, wall):
                raise Refused("unknown-entry", entry=entry)
            taken = {case.ruling for case in wall.rulings.all()}
        ruling = once(room, form, "ruling", lambda: _next_id(taken))
        kind, panel, seat, aspect = (text_of(form, word) for word in ("kind", "panel", "seat", "aspect"))
        note = reason_of(room, form, person_of(room.contest, entry))
        return await does(room, form, FileRuling(room.contest, ruling, kind, entry, panel, seat, aspect, note))

    return await carry_out(room, _shown, "file", filed)


@in_room("organiser")
async def name_leader(room: Room) -> Response:
    """POST /appeals/{contest}/leaders: a team leader's `account` speaks for a `delegation`, or (`no_more`) does not."""
    form = await room.request.form()
    account, delegation, by = text_of(form, "account"), text_of(form, "delegation"), room.identity.account
    with room.parts.hall.wall(room.contest) as wall:
        is_known = delegation in delegations_in(wall.marks)
    if not is_known or account not in officials_of(room.parts, room.contest)["team_leader"]:
        raise HTTPException(400)
    change = speaks_no_more if text_of(form, "no_more") else speaks_for
    change(room.parts.registry, account, room.contest, delegation, by)
    return RedirectResponse(room.path(), 303)
