"""Roles and seats: given, taken back, and heard of."""

import pytest

from domain.errors import Refused
from registry.access.grants import Grant
from registry.access.places import EVERYWHERE, Place

WANBEI = Place("wanbei")
SEAT = Place("wanbei", "stay-wire", "F1")


@pytest.fixture
def li(registry):
    registry.accounts.create("li", "李", by="wang")
    return registry


def test_nobody_holds_a_role_that_was_not_given(li):
    assert li.grants.roles_of("li", "wanbei") == frozenset()
    assert li.grants.roles_of("nobody", "wanbei") == frozenset()


def test_a_role_holds_in_its_contest_alone(li):
    li.grants.grant("li", "chief_judge", WANBEI, by="wang")
    assert li.grants.roles_of("li", "wanbei") == {"chief_judge"}
    assert li.grants.roles_of("li", "other") == frozenset()
    assert li.grants.seats_of("li", "wanbei") == ()


def test_a_role_given_everywhere_holds_in_every_contest(li):
    li.grants.grant("li", "organiser", EVERYWHERE, by="wang")
    assert li.grants.roles_of("li", "wanbei") == {"organiser"}
    assert li.grants.holders("wanbei") == ()
    assert li.grants.everywhere() == (Grant("li", "organiser", EVERYWHERE),)


def test_a_judge_may_take_the_seats_he_was_given_and_no_other(li):
    li.grants.grant("li", "floor_judge", SEAT, by="wang")
    assert li.grants.seats_of("li", "wanbei") == (SEAT,)
    assert li.grants.may_sit("li", SEAT)
    assert not li.grants.may_sit("li", SEAT._replace(seat="F2"))
    assert not li.grants.may_sit("li", SEAT._replace(contest="other"))
    assert li.grants.holders("wanbei") == (Grant("li", "floor_judge", SEAT),)


def test_a_role_taken_back_is_gone_and_taking_it_back_again_says_so(li):
    li.grants.grant("li", "floor_judge", SEAT, by="wang")
    assert li.grants.revoke("li", "floor_judge", SEAT, by="wang") is True
    assert li.grants.revoke("li", "floor_judge", SEAT, by="wang") is False
    assert li.grants.of("li") == ()


def test_giving_a_role_again_changes_nothing(li):
    heard: list[str] = []
    li.listen(heard.append)
    for _ in range(2):
        li.grants.grant("li", "chief_judge", WANBEI, by="wang")
    assert heard == ["li"]
    assert [line.act for line in li.journal.about("li")].count("granted") == 1


def test_the_journal_says_who_gave_and_took_which_role(li):
    li.grants.grant("li", "chief_judge", WANBEI, by="wang")
    li.grants.revoke("li", "chief_judge", WANBEI, by="zhao")
    lines = [(line.by, line.act, line.why, line.subjects) for line in li.journal.latest(2)]
    assert lines == [
        ("zhao", "revoked", "chief_judge", ("li", "wanbei")),
        ("wang", "granted", "chief_judge", ("li", "wanbei")),
    ]


def test_a_seat_taken_back_ends_its_sessions_and_no_others(li):
    li.grants.grant("li", "floor_judge", SEAT, by="wang")
    li.grants.grant("li", "organiser", WANBEI, by="wang")
    seated, desk = li.sessions.open("li", SEAT), li.sessions.open("li", WANBEI)
    heard: list[str] = []
    li.listen(heard.append)
    li.grants.revoke("li", "floor_judge", SEAT, by="wang")
    assert li.sessions.find(seated.token) is None
    assert li.sessions.find(desk.token) is not None
    assert set(heard) == {"li"}


def test_a_seat_held_in_two_roles_is_kept_until_both_are_gone(li):
    for role in ("floor_judge", "entry_clerk"):
        li.grants.grant("li", role, SEAT, by="wang")
    token = li.sessions.open("li", SEAT).token
    li.grants.revoke("li", "floor_judge", SEAT, by="wang")
    assert li.sessions.find(token) is not None
    li.grants.revoke("li", "entry_clerk", SEAT, by="wang")
    assert li.sessions.find(token) is None


def test_a_closed_account_holds_nothing(li):
    li.grants.grant("li", "floor_judge", SEAT, by="wang")
    li.accounts.close("li", by="wang")
    assert li.grants.of("li") == ()
    assert li.grants.roles_of("li", "wanbei") == frozenset()
    with pytest.raises(Refused, match="account-closed"):
        li.grants.grant("li", "floor_judge", SEAT, by="wang")


@pytest.mark.parametrize(
    ("role", "place", "reason"),
    [
        ("chief judge", WANBEI, "bad-id"),
        ("", WANBEI, "bad-id"),
        ("floor_judge", Place("wan bei"), "bad-id"),
        ("floor_judge", Place("wanbei", "p"), "seat-without-panel"),
        ("floor_judge", Place("wanbei", "", "F1"), "seat-without-panel"),
        ("floor_judge", Place("", "p", "F1"), "seat-without-panel"),
        ("floor_judge", Place("wanbei", "p", "F/1"), "bad-id"),
        ("floor_judge", Place("wanbei", "final.", "F1"), "bad-id"),
        ("floor_judge", Place("wan.bei", "p", "F1"), "bad-id"),
    ],
)
def test_a_role_is_given_at_a_place_there_can_be(li, role, place, reason):
    with pytest.raises(Refused, match=reason):
        li.grants.grant("li", role, place, by="wang")


def test_a_seat_may_be_in_a_panel_of_one_stage(li):
    li.grants.grant("li", "floor_judge", Place("wanbei", "final.dives", "1"), by="wang")
    assert li.grants.roles_of("li", "wanbei") == {"floor_judge"}


def test_a_role_is_given_to_an_account_there_is(registry):
    with pytest.raises(Refused, match="account-unknown"):
        registry.grants.grant("nobody", "organiser", WANBEI, by="wang")
