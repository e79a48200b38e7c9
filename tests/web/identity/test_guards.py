"""Who may open a page: default deny, by session, role and contest."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from registry.access.places import EVERYWHERE, Place
from tests.support.house import House, open_house
from tests.support.small import CHIEF, FLOOR, ORGANISER, C
from web.identity.guards import holding, signed_in
from web.identity.identity import Identity


@signed_in
async def mine(_request: Request, identity: Identity) -> Response:
    return PlainTextResponse(identity.account)


@holding("organiser", "chief_judge")
async def office(_request: Request, identity: Identity) -> Response:
    return PlainTextResponse(identity.account)


@pytest.fixture
def guarded(tmp_path):
    routes = [Route("/mine", mine), Route("/office/{contest}", office), Route("/office", office)]
    with open_house(tmp_path, routes) as house:
        yield house.opened()


def test_a_page_for_those_signed_in_leads_others_to_the_sign_in_page_and_back(guarded: House):
    response = guarded.visitor().opens("/mine?x=1")
    assert (response.status_code, response.headers["location"]) == (303, "/sign-in?next=%2Fmine%3Fx%3D1")
    assert guarded.stranger().opens("/mine").text == "ruth"


def test_a_program_is_told_401_instead(guarded: House):
    assert guarded.visitor().opens("/mine", Accept="application/json").status_code == 401


def test_a_role_opens_its_pages_and_no_others(guarded: House):
    for actor, status in ((ORGANISER, 200), (CHIEF, 200), (FLOOR[0], 403)):
        assert guarded.as_(actor).opens("/office/c1").status_code == status
    assert guarded.stranger().opens("/office/c1").status_code == 403
    assert guarded.visitor().opens("/office/c1").status_code == 303


def test_a_role_in_one_contest_is_none_in_another(guarded: House):
    guarded.parts.registry.grants.revoke(ORGANISER.account, ORGANISER.role, Place(C), "root")
    guarded.parts.registry.grants.revoke(ORGANISER.account, ORGANISER.role, EVERYWHERE, "root")
    guarded.parts.registry.grants.grant(ORGANISER.account, ORGANISER.role, Place("other"), "root")
    assert guarded.as_(ORGANISER).opens("/office/c1").status_code == 403


def test_a_page_of_the_whole_house_asks_for_a_role_everywhere(guarded: House):
    assert guarded.as_(ORGANISER).opens("/office").status_code == 200
    assert guarded.as_(CHIEF).opens("/office").status_code == 403


def test_a_contest_that_is_not_there_is_no_secret(guarded: House):
    assert guarded.as_(ORGANISER).opens("/office/elsewhere").status_code == 404


def test_a_session_that_has_ended_opens_nothing(guarded: House):
    visitor = guarded.as_(ORGANISER)
    guarded.parts.registry.sessions.end(visitor.token)
    assert visitor.opens("/office/c1").status_code == 303
