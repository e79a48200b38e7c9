"""The addresses of everything about who is at the door."""

from __future__ import annotations

from starlette.routing import BaseRoute, Route

from web.identity.account.changes import end_session, set_password
from web.identity.account.page import account_page
from web.identity.enrol import enrol, enrol_page
from web.identity.language import choose_language
from web.identity.sign_in import sign_in, sign_in_page, sign_out

ROUTES: tuple[BaseRoute, ...] = (
    Route("/sign-in", sign_in_page),
    Route("/sign-in", sign_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/enrol", enrol_page),
    Route("/enrol", enrol, methods=["POST"]),
    Route("/account", account_page),
    Route("/account/password", set_password, methods=["POST"]),
    Route("/account/sessions/end", end_session, methods=["POST"]),
    Route("/language", choose_language, methods=["POST"]),
)
