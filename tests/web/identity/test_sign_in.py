"""Signing in with a password, and out again."""

from __future__ import annotations

import pytest

from tests.support.client import Visitor
from tests.support.house import PASSWORD, House
from tests.support.small import ORGANISER


@pytest.fixture
def olga(house: House) -> Visitor:
    """At the sign-in page, not yet signed in."""
    house.parts.registry.accounts.set_password("olga", PASSWORD, "root")
    return house.visitor()


def test_the_right_password_lets_in_and_leads_to_the_page_wanted(house: House, olga):
    response = olga.sends("/sign-in", account="olga", password=PASSWORD, next="/desk/c1")
    assert (response.status_code, response.headers["location"]) == (303, "/desk/c1")
    session = house.parts.registry.sessions.find(olga.token)
    assert session
    assert session.account == "olga"


@pytest.mark.parametrize(("account", "password"), [("olga", "wrong"), ("nobody", PASSWORD), ("", ""), ("olga", "")])
def test_anything_else_gets_one_and_the_same_answer(olga, account, password):
    response = olga.sends("/sign-in", account=account, password=password)
    assert response.status_code == 403
    assert "The account or the password is wrong." in response.text
    assert not olga.token


def test_after_five_wrong_tries_even_the_right_password_has_to_wait(olga):
    for _ in range(5):
        assert olga.sends("/sign-in", account="olga", password="wrong").status_code == 403
    response = olga.sends("/sign-in", account="olga", password=PASSWORD)
    assert response.status_code == 429
    assert "try again in" in response.text


def test_the_password_is_never_shown_again(olga):
    assert "hunter22" not in olga.sends("/sign-in", account="olga", password="hunter22").text


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "desk",
        "",
    ],
)
def test_nobody_is_sent_to_another_server(olga, elsewhere):
    response = olga.sends("/sign-in", account="olga", password=PASSWORD, next=elsewhere)
    assert response.headers["location"] == "/desk"


@pytest.mark.parametrize("next_account", ["olga", "chen"])
def test_signing_in_ends_the_session_this_browser_had(house: House, olga, next_account):
    olga.sends("/sign-in", account="olga", password=PASSWORD)
    earlier = olga.token
    house.parts.registry.accounts.set_password("chen", PASSWORD, "root")
    olga.sends("/sign-in", account=next_account, password=PASSWORD)
    assert olga.token != earlier
    assert house.parts.registry.sessions.find(earlier) is None


def test_a_device_that_comes_back_keeps_its_id(house: House, olga):
    devices = set()
    for _ in range(2):
        olga.sends("/sign-in", account="olga", password=PASSWORD)
        session = house.parts.registry.sessions.find(olga.token)
        assert session
        devices.add(session.device)
        olga.sends("/sign-out")
    assert len(devices) == 1


def test_somebody_elses_device_is_not_taken_over(house: House, olga):
    """Two people sign in on one browser: each has a device, or one's unsent marks would go out as the other's."""
    devices = {}
    for account in ("olga", "chen"):
        house.parts.registry.accounts.set_password(account, PASSWORD, "root")
        olga.sends("/sign-in", account=account, password=PASSWORD)
        session = house.parts.registry.sessions.find(olga.token)
        assert session
        devices[session.account] = session.device
    assert devices["olga"] != devices["chen"]


def test_signing_out_ends_the_session_and_its_cookie(house: House):
    visitor = house.as_(ORGANISER)
    token = visitor.token
    response = visitor.sends("/sign-out")
    assert (response.status_code, response.headers["location"]) == (303, "/")
    assert house.parts.registry.sessions.find(token) is None
    assert not visitor.token


def test_whoever_is_signed_in_is_sent_on_from_the_sign_in_page(house: House):
    assert house.as_(ORGANISER).opens("/sign-in").headers["location"] == "/desk"
    assert house.as_(ORGANISER).opens("/sign-in?next=/desk/c1").headers["location"] == "/desk/c1"


def test_the_page_stands_in_both_languages(house: House):
    assert "Password" in house.visitor().opens("/sign-in", "en").text
    chinese = house.visitor().opens("/sign-in", "zh").text
    assert "密码" in chinese
    assert "Password" not in chinese


def test_half_a_character_is_no_text(olga):
    fields = {"csrf": olga.csrf(), "account": "\\ud800", "password": "x"}
    parts = (f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{said}\r\n' for name, said in fields.items())
    kind = {"Content-Type": "multipart/form-data; boundary=b; charset=unicode_escape"}  # reads the escape as a half
    assert olga.http.post("/sign-in", content="".join(parts) + "--b--\r\n", headers=kind).status_code == 400
