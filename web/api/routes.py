"""Read-only JSON under /api/1; numbers are exact decimals as text, times official µs since 1970, UTC."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from web.pages.public import announced, board_of, card_of, chosen_of
from web.pages.revisions import revisions
from web.parts import parts_of


async def contests(request: Request) -> Response:
    """GET /api/1/contests."""
    hall = parts_of(request).hall
    return _told({"contests": [card_of(request, contest) for contest in hall.contests()]})


async def contest(request: Request) -> Response:
    """GET /api/1/contests/{contest}: the card, the board's head, and what has been published."""
    wanted = request.path_params["contest"]
    head = board_of(request, wanted)["head"]
    published = [
        {"revision": each.number, "kind": each.kind, "at": each.at, "digest": each.digest}
        for each in revisions(parts_of(request).record, wanted)
    ]
    return _told({**card_of(request, wanted), "head": head, "results": published})


async def board(request: Request) -> Response:
    """GET /api/1/contests/{contest}/board: what the public board shows."""
    return _told(board_of(request, request.path_params["contest"]))


async def result(request: Request) -> Response:
    """GET /api/1/contests/{contest}/results/{revision}: as it was announced."""
    wanted, number = request.path_params["contest"], request.path_params["revision"]
    board_of(request, wanted)
    chosen = chosen_of(revisions(parts_of(request).record, wanted), number)
    shown = await announced(request, wanted, chosen)
    told = {"revision": chosen.number, "kind": chosen.kind, "at": chosen.at, "digest": chosen.digest}
    modules = [{word: module[word] for word in ("id", "title", "kind")} for module in shown["head"]["modules"]]
    lists = {word: shown[word] for word in ("awards", "rows", "stages", "teams")}
    lists["prizes"] = shown["head"]["prizes"]
    return _told({**told, "modules": modules, **lists})


async def progress(request: Request) -> Response:
    """GET /api/1/contests/{contest}/progress: how many codes stand where, by module; no names, no marks."""
    wanted = request.path_params["contest"]
    try:
        with parts_of(request).hall.wall(wanted) as wall:
            phase = wall.marks.phase
            modules = wall.progress().modules if wall.marks.contest.rulebook else ()
    except KeyError:
        raise HTTPException(404) from None
    listed = [{"id": each.module, "open": each.is_open, "states": each.states} for each in modules]
    return _told({"contest": wanted, "phase": phase, "modules": listed})


def _told(body: dict[str, object]) -> Response:
    return JSONResponse(body, headers={"Cache-Control": "no-cache"})


_ONE = "/api/1/contests/{contest}"
ROUTES: tuple[BaseRoute, ...] = (
    Route("/api/1/contests", contests),
    Route(_ONE, contest),
    Route(f"{_ONE}/board", board),
    Route(f"{_ONE}/results/{{revision:int}}", result),
    Route(f"{_ONE}/progress", progress),
)
