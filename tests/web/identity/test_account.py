"""My account: a password to come back with, and the sessions that are open."""

from __future__ import annotations

import pytest

from projections.rows import cells
from tests.support.client import Visitor
from tests.support.house import PASSWORD, House
from tests.support.small import CHIEF, FLOOR, ORGANISER

NEW = "  another horse, another battery "
DOORS = ("/account/password", "/account/sessions/end")


def sets(visitor: Visitor, new=NEW, again=None, reader="en", **fields):
    return visitor.sends("/account/password", reader, new=new, again=new if again is None else again, **fields)


def comes_in(house: House, password: str) -> int:
    return int(house.visitor().sends("/sign-in", account="olga", password=password).status_code)


def number_of(house: House, visitor: Visitor) -> str:
    session = house.parts.registry.sessions.find(visitor.token)
    assert session
    return str(session.number)


def is_open(house: House, visitor: Visitor) -> bool:
    return house.parts.registry.sessions.find(visitor.token) is not None


def test_whoever_came_by_a_link_sets_a_password_and_signs_in_with_it_elsewhere(house: House):
    olga = house.as_(ORGANISER)
    assert "Old password" not in olga.opens("/account").text
    assert sets(olga).headers["location"] == "/account?done=password"
    assert comes_in(house, NEW) == 303
    assert comes_in(house, NEW.strip()) == 403


def test_this_browser_stays_signed_in_on_its_device_with_a_fresh_session_and_all_others_end(house: House):
    olga, other, chen = house.as_(ORGANISER), house.as_(ORGANISER), house.as_(CHIEF)
    before, session = olga.token, house.parts.registry.sessions.find(olga.token)
    response = sets(olga)
    fresh = house.parts.registry.sessions.find(olga.token)
    assert session
    assert fresh
    assert olga.token != before
    assert (fresh.account, fresh.device, fresh.place) == ("olga", session.device, session.place)
    assert "The password is set." in olga.opens(response.headers["location"]).text
    assert house.parts.registry.sessions.find(before) is None
    assert not is_open(house, other)
    assert is_open(house, chen)


def test_a_password_is_changed_with_the_old_one_only(house: House):
    house.parts.registry.accounts.set_password("olga", PASSWORD, "root")
    olga = house.as_(ORGANISER)
    assert "Old password" in olga.opens("/account").text
    for wrong in ("", "wrong", NEW):
        response = sets(olga, old=wrong)
        assert response.status_code == 403
        assert "The old password is wrong." in response.text
    assert comes_in(house, NEW) == 403
    assert sets(olga, old=PASSWORD).status_code == 303
    assert (comes_in(house, NEW), comes_in(house, PASSWORD)) == (303, 403)


def test_the_old_password_cannot_be_guessed_at_here_either(house: House):
    house.parts.registry.accounts.set_password("olga", PASSWORD, "root")
    olga = house.as_(ORGANISER)
    assert [sets(olga, old="wrong").status_code for _ in range(5)] == [403] * 5
    response = sets(olga, old=PASSWORD)
    assert response.status_code == 429
    assert "try again in" in response.text


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        (NEW, NEW.strip(), "The new password and its repeat differ."),
        (NEW, "", "The new password and its repeat differ."),
        ("short", "short", "A password has at least 10 characters."),
        ("x" * 201, "x" * 201, "A password has at most 200 characters."),
    ],
)
def test_a_slip_is_named_and_nothing_is_set_nor_ended(house: House, new, again, said):
    olga, other = house.as_(ORGANISER), house.as_(ORGANISER)
    response = sets(olga, new, again)
    assert response.status_code == 422
    assert said in response.text
    assert new not in response.text
    assert not house.parts.registry.accounts.has_password("olga")
    assert is_open(house, olga)
    assert is_open(house, other)


def test_a_judge_in_a_seat_may_not(house: House):
    fay = house.as_(FLOOR[0])
    assert fay.opens("/account").status_code == 403
    assert sets(fay).status_code == 403
    assert fay.sends("/account/sessions/end", number=number_of(house, fay)).status_code == 403
    assert not house.parts.registry.accounts.has_password(FLOOR[0].account)
    assert is_open(house, fay)


def test_nobody_comes_here_without_signing_in(house: House):
    assert house.visitor().opens("/account", Accept="text/html").headers["location"].startswith("/sign-in")
    for path in DOORS:
        assert house.visitor().sends(path, new=NEW, again=NEW, number="1").status_code in {303, 401}
    assert not any(house.parts.registry.accounts.has_password(each.id) for each in house.parts.registry.accounts.all())


def test_only_a_form_of_this_browser_is_taken(house: House):
    olga, other = house.as_(ORGANISER), house.as_(ORGANISER)
    for sent in ({}, {"csrf": other.csrf()}):
        fields = {"new": NEW, "again": NEW, "number": number_of(house, other), **sent}
        assert [olga.http.post(path, data=fields).status_code for path in DOORS] == [403, 403]
    assert not house.parts.registry.accounts.has_password("olga")
    assert is_open(house, other)


def test_ending_another_session_closes_it_and_no_more(house: House):
    olga, lost, third = house.as_(ORGANISER), house.as_(ORGANISER), house.as_(ORGANISER)
    page = olga.opens("/account").text
    assert f'value="{number_of(house, lost)}"' in page
    assert f'value="{number_of(house, olga)}"' not in page
    number = number_of(house, lost)
    for _ in range(2):
        assert olga.sends("/account/sessions/end", number=number).headers["location"] == "/account"
    assert not is_open(house, lost)
    assert is_open(house, olga)
    assert is_open(house, third)


def test_nobody_ends_somebody_elses_session(house: House):
    olga, chen = house.as_(ORGANISER), house.as_(CHIEF)
    olga.sends("/account/sessions/end", number=number_of(house, chen))
    assert is_open(house, chen)


@pytest.mark.parametrize("number", ["", "x", "-1", "²", "9" * 30])
def test_what_is_no_number_ends_nothing(house: House, number):
    olga = house.as_(ORGANISER)
    assert olga.sends("/account/sessions/end", number=number).status_code == 400
    assert is_open(house, olga)


def test_the_page_says_who_i_am_and_what_i_hold_where(house: House):
    house.prepared()
    page = house.as_(ORGANISER).opens("/account").text
    with house.parts.hall.wall("c1") as wall:
        title = cells.head(wall.marks)["title"]["en"]
    for said in (">olga<", "Olga", title, "The whole house", "Organiser", "This browser"):
        assert said in page, said


def test_roles_of_a_contest_not_opened_yet_and_of_nobody_are_no_trouble(house: House):
    assert house.as_(CHIEF).opens("/account").status_code == 200
    assert house.stranger().opens("/account").status_code == 200


def test_the_page_stands_in_both_languages_and_is_linked_beside_signing_out(house: House):
    olga = house.as_(ORGANISER)
    chinese = olga.opens("/account", "zh").text
    assert "我的账号" in chinese
    assert "My account" not in chinese
    assert 'href="/account"' in olga.opens("/desk").text
