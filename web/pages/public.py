"""What everybody may read: the contests, each one's board, and its results by revision."""

from __future__ import annotations

from typing import Any, cast

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from projections.rows.view import Plain
from web.acting import roles_held
from web.identity.who import identity_of
from web.live.blocks import lines
from web.pages.organiser.visit import explains
from web.pages.revisions import Announced, Revision, as_announced, revisions
from web.parts import parts_of
from web.rendering import language_of, render


async def contests_page(request: Request) -> Response:
    """GET /: every contest there is, the newest first."""
    hall, language = parts_of(request).hall, language_of(request)
    listed = [card_of(request, contest) for contest in reversed(hall.contests())]
    shown = [{**card, "title": card["title"][language], "url": f"/boards/{card['id']}"} for card in listed]
    return _public(render(request, "boards.html", contests=shown))


async def board_page(request: Request) -> Response:
    """GET /boards/{contest}: a correct still picture, which its script then keeps up to date."""
    contest = request.path_params["contest"]
    board, as_of = board_of(request, contest), parts_of(request).desk.clock.now()
    told: dict[str, Any] = {
        "board": board,
        "lines": lines(board["rows"]),
        "as_of": as_of,
        "socket": f"/boards/{contest}/socket",
    }
    return _public(render(request, "board.html", **told))


async def results_page(request: Request) -> Response:
    """GET /results/{contest}: the latest published result; and with /{revision}: that one, as it was announced."""
    contest, wanted = request.path_params["contest"], request.path_params.get("revision")
    head = board_of(request, contest)["head"]
    published = revisions(parts_of(request).record, contest)
    if not published and wanted is None:
        return _public(render(request, "no_results.html", 404, head=head, drill=head["drill"]))
    chosen = chosen_of(published, wanted)
    result = await announced(request, contest, chosen)
    latest = published[-1].number == chosen.number
    phase = head["phase"] if latest else chosen.kind
    told: dict[str, Any] = {"result": result, "chosen": chosen, "published": published, "is_latest": latest}
    told["explains"] = latest and _explains(request, contest, phase)  # explanations are of today
    return _public(render(request, "results.html", **told, phase=phase, head=head, drill=head["drill"]))


def _explains(request: Request, contest: str, phase: str) -> bool:
    """Whether who reads this may also read the explanations, which nobody outside the jury's room may."""
    identity = identity_of(request)
    return identity is not None and explains(roles_held(parts_of(request), identity, contest), phase)


def board_of(request: Request, contest: str) -> Plain:
    """The public board as a page gets it. Raises: HTTPException 404."""
    try:
        with parts_of(request).hall.wall(contest) as wall:
            return wall.board.view().plain()
    except KeyError:
        raise HTTPException(404) from None


def chosen_of(published: list[Revision], wanted: int | None) -> Revision:
    """The revision asked for, the latest for None. Raises: HTTPException 404."""
    found = [each for each in published if wanted in (None, each.number)]
    if not found:
        raise HTTPException(404)
    return found[-1]


async def announced(request: Request, contest: str, revision: Revision) -> Plain:
    """The board as of a publication, with its lists: the latest hangs there, older ones are folded on a thread."""
    with parts_of(request).hall.wall(contest) as wall:
        board, lists = wall.board.view().plain(), wall.announced()
    if lists is not None and board["head"]["result"] == revision.number:
        return as_announced(board, lists)
    results = cast("Announced", request.app.state.announced)
    return await run_in_threadpool(results.board, contest, revision)


def card_of(request: Request, contest: str) -> Plain:
    """A contest in a few words: id, title by language, phase, entries, zone, drill."""
    with parts_of(request).hall.wall(contest) as wall:
        marks = wall.marks
        return {
            "id": contest,
            "title": marks.title,
            "phase": marks.phase,
            "entries": len(marks.contest.entries.keys() - marks.contest.withdrawn),
            "zone": marks.contest.zone,
            "drill": marks.drill,
        }


def _public(response: Response) -> Response:
    """For anybody, but not for a cache between us: the page's forms carry the visitor's own token."""
    response.headers["Cache-Control"] = "private, no-cache"
    return response


ROUTES: tuple[BaseRoute, ...] = (
    Route("/", contests_page),
    Route("/boards/{contest}", board_page),
    Route("/results/{contest}", results_page),
    Route("/results/{contest}/{revision:int}", results_page),
)
