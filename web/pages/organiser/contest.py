"""Where a contest stands: its phases as steps, the next step as one button, what is open, and what to mind."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.responses import Response

from domain import streams
from domain.contest.commands import FixRulebook
from domain.contest.events import RulebookFixed
from domain.errors import Malformed
from domain.roles import PHASES
from ledger.orders import Receipt
from projections.rows.view import Plain
from projections.wall import Wall
from web.pages.organiser.doing import carry_out, does
from web.pages.organiser.next_step import next_step, open_panels
from web.pages.organiser.rulebooks import LARGEST, presets, text_in
from web.pages.organiser.seating.people import not_kept_apart, unnamed_seats
from web.pages.organiser.sending import attachment
from web.pages.organiser.visit import Visit, at_desk
from web.parts import Parts
from web.security import KIB, takes

_ALARMS = 200  # of the latest; older ones somebody has heard of


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    parts = visit.parts
    with parts.hall.wall(visit.contest) as wall:
        known = {
            "phases": PHASES,
            "step": next_step(wall, parts.desk.clock.now(), unnamed_seats(parts, wall.marks)),
            "entries": len(wall.marks.contest.entries.keys() - wall.marks.contest.withdrawn),
            "rulebook": wall.marks.contest.rulebook,
            "version": wall.marks.contest.version,
            "digest": wall.marks.contest.digest,
            "proposed": wall.marks.contest.proposed is not None,
            "faults": (),
            "presets": [(name, rulebook.title) for name, (_, rulebook) in presets().items()],
            **_open(wall),
        }
    following = visit.request.app.state.following
    warnings = {
        "desk": not parts.desk.is_open,
        "boards": following is None or not following.is_alive,
        "mixed": not_kept_apart(parts, visit.contest) if visit.holds("organiser") else [],
        "links": links_used_twice(parts, visit.contest) if visit.holds("organiser") else 0,
    }
    return visit.show("desk/contest.html", status, **(known | {"warnings": warnings} | told))


def _open(wall: Wall) -> Plain:
    """The modules' progress and what is not signed; nothing before there is a rulebook."""
    if wall.marks.contest.rulebook is None:
        return {"progress": (), "open_panels": ()}
    return {"progress": wall.progress().modules, "open_panels": open_panels(wall, begun=True)}


def links_used_twice(parts: Parts, contest: str) -> int:
    """How often a link into this contest has been tried again after its use: somebody else may have seen it."""
    here = {grant.account for grant in parts.registry.grants.holders(contest)}
    lines = parts.registry.journal.alarms(limit=_ALARMS)
    return sum(line.act == "link-used-again" and bool(here.intersection(line.subjects)) for line in lines)


@at_desk("contest")
async def contest_page(visit: Visit) -> Response:
    """GET /desk/{contest}: for everybody with a part in it but judges and team leaders."""
    return await _shown(visit)


@takes(LARGEST + 64 * KIB)
@at_desk("contest", "organiser")
async def fix_rulebook(visit: Visit) -> Response:
    """POST /desk/{contest}/rulebook: a preset or a TOML file; while no module has opened."""

    async def fixed(form: FormData) -> Receipt:
        return await does(visit, form, FixRulebook(visit.contest, await text_in(form)))

    try:
        return await carry_out(visit, _shown, "rulebook", fixed)
    except Malformed as malformed:
        return await _shown(visit, 422, faults=malformed.faults)


@at_desk("contest")
async def rulebook_text(visit: Visit) -> Response:
    """GET /desk/{contest}/rulebook.toml: the rulebook as it is fixed, letter for letter."""
    events = [one.event for one in visit.parts.record.stream(streams.contest(visit.contest))]
    texts = [event.text for event in events if isinstance(event, RulebookFixed)]
    if not texts:
        raise HTTPException(404)
    return attachment(texts[-1], f"{visit.contest}-rulebook.toml")
