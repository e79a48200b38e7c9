"""The addresses of looking back."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from web.pages.past.explain import explain_page
from web.pages.past.replay import replay_page
from web.pages.past.rules import rule_page

ROUTES: tuple[BaseRoute, ...] = (
    Route("/desk/{contest}/explain/{code}", explain_page),
    Route("/desk/{contest}/explain/{code}/{node}", explain_page),
    Route("/desk/{contest}/replay", replay_page),
    Route("/rules/{rule}", rule_page),
)
