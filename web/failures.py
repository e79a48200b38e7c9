"""What is said when something does not work out: one sentence in the reader's language, never a traceback."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ExceptionHandler

from domain.errors import Fault, Malformed, Refused
from domain.names import ID
from ledger.errors import CommandFailed, DeskClosed, RecordError
from web.acting import TooBusy
from web.parts import parts_of
from web.rendering import here, language_of, render
from web.security import headers_for
from web.words.refusals import sentences as refusal

log = logging.getLogger(__name__)

# Both languages at once, because a program is told both; a person reads one.
SAID: dict[int, tuple[str, str]] = {
    400: ("请求无法读懂。", "This request cannot be understood."),
    401: ("请先登录。", "Please sign in first."),
    403: (
        "您不能打开此页，或表单已过期。请返回上一页，刷新后重试。",
        "You may not do this, or the form is out of date. Go back, reload the page and try again.",
    ),
    404: ("没有这个页面。", "There is no such page."),
    405: ("此地址不接受这种请求。", "This address does not take such requests."),
    409: ("没有执行。", "This was not done."),
    413: ("发送的内容太大。", "What was sent is too large."),
    415: ("不接受这种格式。", "This format is not accepted."),
    421: ("此服务器不在这个地址上提供服务。", "This server does not answer under this address."),
    422: ("内容有误，没有执行。", "There are faults in what was sent; nothing was done."),
    429: ("尝试过于频繁，请稍候再试。", "Too many tries; wait a little and try again."),
    500: (
        "程序出错，请联系技术支持。已入库的成绩不受影响。",
        "The program has failed; tell the technicians. Recorded marks are safe.",
    ),
    503: ("服务器繁忙，请稍候再试。", "The server is busy; wait a little and try again."),
}


@dataclass(frozen=True, slots=True)
class Failure:
    """`said`: Chinese and English, else what stands for the status; `reason`: a word for programs; faults of a file."""

    status: int
    said: tuple[str, str] | None = None
    reason: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def sentences(self) -> tuple[str, str]:
        return self.said or SAID.get(self.status) or SAID[500 if self.status >= 500 else 400]  # noqa: PLR2004 - whose fault


def failure_of(error: Exception) -> Failure:
    """What to tell whoever caused it; for an error that is none of ours, 500."""
    match error:
        case HTTPException():
            reason = error.detail if ID.fullmatch(error.detail) else ""
            return Failure(error.status_code, reason=reason, headers=error.headers or {})
        case Refused():
            wait = error.details.get("wait_s")
            status, headers = (409, {}) if wait is None else (429, {"Retry-After": str(wait)})
            return Failure(status, refusal(error.reason, error.details), error.reason, headers)
        case Malformed():
            return Failure(422, reason="malformed", faults=tuple(error.faults))
        case TooBusy():
            return Failure(503, reason="busy", headers={"Retry-After": str(-(-error.retry_after_ms // 1000))})
        case RecordError():
            return Failure(503, (error.zh, error.en), _no_answer(error))
        case _:
            return Failure(500)


def _no_answer(error: RecordError) -> str:
    """As the judges' socket calls it: docs/protocol.md."""
    match error:
        case DeskClosed():
            return "desk-closed"
        case CommandFailed():
            return "command-failed"
        case _:
            return "record-unreadable"


async def told(request: Request, failure: Failure) -> Response:
    """The page, or JSON under /api and for whoever asks for JSON."""
    zh, en = failure.sentences
    status, faults = failure.status, failure.faults
    if wants_json(request):
        body: dict[str, object] = {"reason": failure.reason or str(status), "zh": zh, "en": en}
        if faults:
            body["faults"] = [asdict(fault) for fault in faults]
        return JSONResponse(body, status, headers=failure.headers)
    sentence = zh if language_of(request) == "zh" else en
    page = render(request, "failure.html", status, status=status, sentence=sentence, faults=faults)
    page.headers.update(failure.headers)
    return page


async def say(request: Request, status: int) -> Response:
    return await told(request, Failure(status))


def wants_json(request: Request) -> bool:
    accepted = request.headers.get("accept", "")
    return request.url.path.startswith("/api/") or ("application/json" in accepted and "text/html" not in accepted)


async def answer(request: Request, error: Exception) -> Response:
    """For errors that are answers; a person who has not signed in is shown the way."""
    failure = failure_of(error)
    if failure.status == HTTPStatus.UNAUTHORIZED and request.method == "GET" and not wants_json(request):
        return RedirectResponse(f"/sign-in?{urlencode({'next': here(request)})}", 303)
    return await told(request, failure)


async def broken(request: Request, error: Exception) -> Response:
    """For a bug. Sent from outside of everything else, so it brings the security headers itself."""
    # where it happened, without the error's own words: they may hold a name or a mark
    place = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s %s failed: %s\n%s", request.method, request.url.path, type(error).__name__, place)
    headers = headers_for(parts_of(request).settings) | {"Cache-Control": "no-store"}
    try:
        return await told(request, Failure(500, headers=headers))
    except Exception as another:  # noqa: BLE001 - whatever else is broken, this person gets an answer
        log.error("and the page that says so failed too: %s", type(another).__name__)  # noqa: TRY400
        return Response("\n".join(SAID[500]), 500, headers, "text/plain")


HANDLERS: dict[Any, ExceptionHandler] = {
    **dict.fromkeys((HTTPException, Refused, Malformed, TooBusy, RecordError), answer),
    Exception: broken,
}
