"""The page of a judge's tablet and the routes of this room: after the page everything goes through the socket."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute

from judges_console.declaring import ask_for, declare, undeclared
from judges_console.socket import JudgesSocket
from judges_console.welcome import place_of_judge
from web.identity.guards import signed_in
from web.identity.identity import Identity
from web.identity.who import home_of
from web.parts import parts_of
from web.rendering import language_of, render

ROOM = Path(__file__).parent
SOCKET = "/judge/socket"


def routes(socket: JudgesSocket) -> list[BaseRoute]:
    """What the wiring adds to the web's own routes, together with ROOM's templates and files."""
    return [
        Route("/judge", console_page),
        Route("/judge/declare", declare, methods=["POST"]),
        WebSocketRoute(SOCKET, socket),
    ]


@signed_in
async def console_page(request: Request, identity: Identity) -> Response:
    """For a session in a seat; anybody else is shown to where they work. 404 while there is no such panel."""
    place, lang = identity.place, language_of(request)
    if not place.seat:
        return RedirectResponse(home_of(place), 303)
    try:
        with parts_of(request).hall.wall(place.contest) as wall:
            asks = undeclared(wall.marks, wall.marks.rulebook.panel(place.panel), identity)
            told = place_of_judge(wall.marks, place.panel, place.seat, lang)
            contest = {"id": place.contest, "title": wall.marks.title[lang]}
            drill = wall.marks.drill or parts_of(request).settings.drill
    except LookupError as error:
        raise HTTPException(404) from error
    if asks:
        return ask_for(request, identity)
    return render(
        request, "console.html", socket=SOCKET, contest=contest, panel=told["panel"], seat=place.seat, drill=drill
    )
