"""The switch between Chinese and English: a small form on every page."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from web.identity.cookies import keep_language
from web.identity.forms import local_path, text_of
from web.parts import parts_of
from web.words.language import LANGUAGES


async def choose_language(request: Request) -> Response:
    """POST /language: `language` is zh or en, `next` the page to come back to."""
    form = await request.form()
    language = text_of(form, "language")
    if language not in LANGUAGES:
        raise HTTPException(400)
    response = RedirectResponse(local_path(text_of(form, "next")), 303)
    keep_language(response, parts_of(request).settings, language)
    return response
