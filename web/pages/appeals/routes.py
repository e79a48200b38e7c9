"""The addresses of the appeals room."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from web.pages.appeals import case, filing

_ROOM = "/appeals/{contest}"
_CASE = "/appeals/{contest}/{ruling}"

ROUTES: tuple[BaseRoute, ...] = (
    Route(_ROOM, filing.room_page),
    Route(_ROOM, filing.file_ruling, methods=["POST"]),
    Route(f"{_ROOM}/leaders", filing.name_leader, methods=["POST"]),
    Route(_CASE, case.case_page),
    Route(f"{_CASE}/finding", case.decide, methods=["POST"]),
    Route(f"{_CASE}/preview", case.show_effect, methods=["POST"]),
    Route(f"{_CASE}/correction", case.correct, methods=["POST"]),
    *(Route(f"{_CASE}/{form}", case.to_case) for form in ("finding", "preview", "correction")),
)
