"""One-time links: one scan, one tablet, one seat."""

from __future__ import annotations

import json

import pytest

from registry.access.places import Place
from tests.support.client import ORIGIN
from tests.support.house import House
from tests.support.small import FLOOR, C

SEAT = Place(C, "process", "F1")
PROGRAM = {"Content-Type": "application/json"}


@pytest.fixture
def secret(house: House) -> str:
    house.prepared()
    return house.parts.registry.links.make("fay", "olga", SEAT).secret


def _post(house, body, **headers):
    visitor = house.visitor()
    return visitor, visitor.http.post("/enrol", content=body, headers=PROGRAM | headers)


def test_a_link_lets_a_judge_in_at_the_seat(house: House, secret):
    visitor = house.visitor()
    response = visitor.sends("/enrol", secret=secret)
    assert (response.status_code, response.headers["location"]) == (303, "/judge")
    session = house.parts.registry.sessions.find(visitor.token)
    assert session
    assert (session.account, session.place) == ("fay", SEAT)


def test_a_link_without_a_seat_leads_to_the_desk(house: House):
    secret = house.parts.registry.links.make("olga", "root").secret
    assert house.visitor().sends("/enrol", secret=secret).headers["location"] == "/desk"


def test_a_link_may_lead_to_a_page_of_this_server_and_to_no_other(house: House):
    for wanted, led in (
        ("/appeals/c1/r1", "/appeals/c1/r1"),
        ("//else.where/", "/desk"),
        ("https://else.where", "/desk"),
    ):
        visitor = house.visitor()
        assert f'name="next" value="{wanted}"' in visitor.opens(f"/enrol?next={wanted}").text
        secret = house.parts.registry.links.make("olga", "root").secret
        assert visitor.sends("/enrol", secret=secret, next=wanted).headers["location"] == led


def test_a_program_enrols_with_json_alone_and_goes_on_with_its_token(house: House, secret):
    _, response = _post(house, json.dumps({"secret": secret}))
    told = response.json()
    session = house.parts.registry.sessions.find(told.pop("session"))
    assert session
    assert told.pop("device") == session.device
    assert told == {
        "contest": C,
        "role": "floor_judge",
        "panel": "process",
        "seat": "F1",
        "next": "/judge",
    }


def test_a_page_that_enrols_with_json_needs_the_token_of_ours(house: House, secret):
    visitor = house.visitor()
    headers = PROGRAM | {"Origin": ORIGIN, "Accept": "application/json"}
    body = json.dumps({"secret": secret})
    assert visitor.http.post("/enrol", content=body, headers=headers).status_code == 403
    token = {"X-CSRF-Token": visitor.csrf()}
    assert visitor.http.post("/enrol", content=body, headers=headers | token).status_code == 200


def test_a_second_scan_is_refused_and_raises_an_alarm(house: House, secret):
    house.visitor().sends("/enrol", secret=secret)
    response = house.visitor().sends("/enrol", secret=secret)
    assert response.status_code == 409
    assert "has been used already" in response.text
    assert [line.act for line in house.parts.registry.journal.alarms()] == ["link-used-again"]


def test_a_link_that_is_too_old_is_refused(house: House, secret):
    house.later(11)
    response = house.visitor().sends("/enrol", reader="zh", secret=secret)
    assert response.status_code == 409
    assert "链接已过期" in response.text


@pytest.mark.parametrize("secret_sent", ["", "nonsense", "x" * 5000])
def test_nonsense_opens_nothing(house: House, secret_sent):
    visitor = house.visitor()
    assert visitor.sends("/enrol", secret=secret_sent).status_code == 409
    assert not visitor.token


@pytest.mark.parametrize(
    "body", ["", "{", "[]", '"x"', '{"secret": 7}', '{"secret": "x", "device": []}', "[" * 5000, "\xff"]
)
def test_json_of_another_shape_is_refused(house: House, body):
    _, response = _post(house, body.encode("latin-1"), Accept="application/json")
    assert response.status_code == 400


def test_a_tablet_that_comes_back_keeps_its_id_and_with_it_its_unsent_marks(house: House, secret):
    _, response = _post(house, json.dumps({"secret": secret}))
    device = response.json()["device"]
    another = house.parts.registry.links.make("fay", "olga", SEAT).secret
    _, response = _post(house, json.dumps({"secret": another, "device": device}))
    assert response.json()["device"] == device


def test_a_device_that_is_somebody_elses_is_not_given(house: House, secret):
    _, response = _post(house, json.dumps({"secret": secret}))
    device = response.json()["device"]
    other = house.parts.registry.links.make("fritz", "olga", Place(C, "process", "F2")).secret
    _, response = _post(house, json.dumps({"secret": other, "device": device}))
    assert response.status_code == 200
    assert response.json()["device"] != device


def test_a_bearers_token_is_as_good_as_a_cookie_and_needs_no_form(house: House):
    token = house.as_(FLOOR[0]).token
    bearer = {"Authorization": f"Bearer {token}"}
    assert house.visitor().http.get("/sign-in", headers=bearer).headers["location"] == "/judge"
    assert house.visitor().http.post("/language", data={"language": "en"}, headers=bearer).status_code == 303


@pytest.mark.parametrize("body", ['{"secret":' + "9" * 5000 + "}", "[" * 50_000, '"x"', "", '{"secret":null}', b"\xff"])
def test_what_is_not_the_json_described_is_not_understood(house: House, body):
    _, response = _post(house, body)
    assert response.status_code == 400
