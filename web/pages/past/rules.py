"""The page of one rule, for anybody who follows an explanation to it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from web.pages.past.texts import rule_texts
from web.rendering import render


async def rule_page(request: Request) -> Response:
    """GET /rules/{rule}: for anybody."""
    rule = rule_texts().get(request.path_params["rule"])
    if rule is None:
        raise HTTPException(404)
    return render(request, "past/rule.html", rule=rule)
