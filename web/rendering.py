"""Turns templates into pages in the reader's language, and gives every stylesheet and script its path by digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, cast
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, Response

from web.identity import cookies, csrf
from web.parts import parts_of
from web.words.catalogue import install, words
from web.words.language import Language, pick

ROOM = Path(__file__).parent
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


class Asset(NamedTuple):
    """One file as it is sent."""

    content: bytes
    media_type: str


class Press:
    """Templates and files of all rooms with pages (folders with `templates/` and `static/`), read once at the start.

    One digest for all of them: scripts import each other by relative paths, so a release moves as a whole.
    Raises: KeyError for a file of a kind no page uses.
    """

    def __init__(self, rooms: Iterable[Path] = (ROOM,)) -> None:
        rooms = tuple(rooms)
        words("zh")  # a catalogue with holes stops the start, not a page
        self.assets = dict(sorted(item for room in rooms for item in _assets(room)))
        self.digest = _digest(self.assets)
        self._environment = Environment(
            loader=FileSystemLoader([room / "templates" for room in rooms]),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        install(self._environment)
        self._environment.globals["asset"] = self.path_of
        self._environment.filters.update(moment=moment, to_the_second=to_the_second, time_of_day=time_of_day)

    def path_of(self, name: str) -> str:
        """`web/static/css/base.css` → its path on the server. Raises: KeyError for a file that is not there."""
        if name not in self.assets:
            raise KeyError(name)
        return f"/static/{self.digest}/{name}"

    def printed(self, template: str, language: Language, context: dict[str, Any]) -> str:
        """Raises: jinja2.UndefinedError for a word the template needs and is not given."""
        return self._environment.get_template(template).render(context, language=language)


def render(request: Request, template: str, status_code: int = 200, **context: Any) -> HTMLResponse:  # noqa: ANN401
    """A page. Besides `context` every template knows `language`, `language_url`, `here`, `csrf` and `drill`."""
    ticket = csrf.ticket_for(request)
    known = {
        "language_url": "/language",
        "here": here(request),
        "csrf": ticket.token,
        "drill": parts_of(request).settings.drill,
    }
    press = cast("Press", request.app.state.press)
    response = HTMLResponse(press.printed(template, language_of(request), known | context), status_code)
    ticket.keep(response)
    response.headers["Vary"] = "Cookie, Accept-Language"
    return response


def language_of(connection: HTTPConnection) -> Language:
    return pick(connection.headers.get("accept-language"), cookies.kept(connection, cookies.LANGUAGE))


def here(request: Request) -> str:
    """Path and query of the page, for links that lead back to it."""
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


async def static_file(request: Request) -> Response:
    """A file under the digest of all files: it never changes, so that browsers ask for it once."""
    press = cast("Press", request.app.state.press)
    asset = press.assets.get(request.path_params["path"])
    if asset is None or request.path_params["digest"] != press.digest:
        raise HTTPException(404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(asset.content, media_type=asset.media_type, headers=headers)


def moment(at: int, zone: str) -> str:
    """Official time (µs UTC) as "2026-11-20 09:31" in a zone, as the pages' scripts write it."""
    return f"{_local(at, zone):%Y-%m-%d %H:%M}"


def to_the_second(at: int, zone: str) -> str:
    """Official time (µs UTC) as "2026-11-20 09:31:07" in a zone."""
    return f"{_local(at, zone):%Y-%m-%d %H:%M:%S}"


def time_of_day(at: int, zone: str) -> str:
    """Official time (µs UTC) as "09:31:07" in a zone."""
    return f"{_local(at, zone):%H:%M:%S}"


def _local(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at // 1_000_000, _zone(zone))


@cache
def _zone(name: str) -> ZoneInfo | Any:  # noqa: ANN401 - UTC is a timezone of another class
    return ZoneInfo(name) if name else UTC


def _assets(room: Path) -> Iterable[tuple[str, Asset]]:
    static = room / "static"
    for path in static.rglob("*"):
        if path.is_file():
            name = f"{room.name}/{path.relative_to(room).as_posix()}"
            yield name, Asset(path.read_bytes(), _TYPES[path.suffix])


def _digest(assets: dict[str, Asset]) -> str:
    whole = hashlib.sha256()
    for name, asset in assets.items():
        whole.update(f"{name}\n{len(asset.content)}\n".encode() + asset.content)
    return whole.hexdigest()[:16]
