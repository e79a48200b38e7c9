"""Naming judges and officials, and the one-time links that let them in; nobody gets in by another's right."""

import pytest

from domain.contest.commands import FixRulebook, LeaveSeat, OpenContest
from domain.errors import Refused
from domain.roles import ROLES
from registry.access.places import EVERYWHERE, Place
from tests.support.desk import SECRET, AtDesk, secret_in
from tests.support.house import CHIEF, CODER, ORGANISER
from tests.support.small import FLOOR, RULEBOOK
from web.pages.organiser.seating.people import OFFICIALS

C = "fresh"  # a contest in which nobody has been named for anything


@pytest.fixture
def desk(house):
    house.does(ORGANISER, OpenContest(C, "新赛", "Fresh contest", "Asia/Shanghai", drill=False))
    house.does(ORGANISER, FixRulebook(C, RULEBOOK))
    return AtDesk(house.as_(ORGANISER), C).opens("/seats")


def holders(house):
    return {(grant.role, *grant.place[1:]): grant.account for grant in house.parts.registry.grants.holders(C)}


def named(house, account):
    return house.parts.registry.accounts.display_names([account], public=True)[account]


def test_a_judge_is_named_and_gets_a_link_with_a_code_to_scan(house, desk):
    desk.sends("/seats/links", **{"seat": "process.F1", "name.process.F1": "周现场", "life": "600"})
    assert desk.says("周现场", "Floor judge · Process", "F1", "Works once, until")
    assert desk.page.text.count("<svg") == 1
    account = holders(house)["floor_judge", "process", "F1"]
    assert named(house, account) == "周现场"
    assert "周" not in account


def test_the_link_lets_its_finder_into_the_seat_once(house, desk):
    desk.sends("/seats/links", **{"seat": "process.F1", "name.process.F1": "周现场"})
    secret = secret_in(desk.page.text)
    opened = house.parts.registry.links.use(secret)
    assert opened.session.place == Place(C, "process", "F1")
    assert "used" not in AtDesk(house.as_(ORGANISER), C).opens().text
    with pytest.raises(Refused, match="link-used"):
        house.parts.registry.links.use(secret)
    assert AtDesk(house.as_(ORGANISER), C).opens().says("A one-time link was tried again after its use")


def test_links_for_all_seats_come_on_one_sheet_and_the_unnamed_are_called_by_their_seat(house, desk):
    desk.sends("/seats/links", **{"seat": "*", "name.product.S2": "郑评分", "life": "43200"})
    assert len(set(SECRET.findall(desk.page.text))) == 5
    assert sorted(named(house, account) for account in holders(house).values()) == ["F1", "F2", "S1", "S3", "郑评分"]


def test_one_panel_at_a_time(house, desk):
    desk.sends("/seats/links", seat="process.*")
    assert {key[1] for key in holders(house)} == {"process"}


def test_a_new_link_for_a_seat_is_for_the_same_person(house, desk):
    desk.sends("/seats/links", **{"seat": "process.F1", "name.process.F1": "周现场"})
    first = holders(house)
    desk.opens("/seats").sends("/seats/links", **{"seat": "process.F1", "name.process.F1": "somebody else"})
    assert desk.says("周现场")
    assert holders(house) == first


def test_naming_somebody_twice_by_one_form_names_one(house, desk):
    n = desk.n
    for _ in range(2):
        desk.sends("/seats/officials", n, role="chief_judge", account="", name="陈裁判长")
        assert desk.says("陈裁判长", "Chief judge")
    assert list(holders(house)) == [("chief_judge", "", "")]


@pytest.mark.parametrize("role", OFFICIALS)
def test_every_official_role_is_given_by_a_link(house, desk, role):
    desk.sends("/seats/officials", role=role, name="某人")
    opened = house.parts.registry.links.use(secret_in(desk.page.text))
    assert opened.session.place == Place(C)
    assert house.parts.registry.grants.roles_of(opened.session.account, C) == {role}


def test_a_name_is_needed_and_what_was_chosen_stays(desk):
    desk.sends("/seats/officials", role="supervisor", name=" ")
    assert desk.status == 409
    assert desk.says("The text is empty")
    assert '<option value="supervisor" selected>' in desk.page.text


def test_a_second_role_for_oneself_needs_no_link(house, desk):
    desk.sends("/seats/officials", role="tally_clerk", account=ORGANISER.account)
    assert not SECRET.search(desk.page.text)
    assert ("tally_clerk", "", "") in holders(house)


def test_no_link_is_made_for_somebody_with_rights_elsewhere(house, desk):
    house.parts.registry.grants.grant(CHIEF.account, "supervisor", Place(C), "root")  # and chief judge of another one
    desk.sends("/seats/officials", role="chief_judge", account=CHIEF.account)
    assert not SECRET.search(desk.page.text)
    house.parts.registry.accounts.create("admin", "Admin", "root")
    house.parts.registry.grants.grant("admin", "organiser", EVERYWHERE, "root")
    house.parts.registry.grants.grant("admin", "supervisor", Place(C), "root")
    desk.opens("/seats").sends("/seats/officials", role="supervisor", account="admin")
    assert not SECRET.search(desk.page.text)


def test_nobody_of_another_contest_is_given_a_role(house, desk):
    desk.sends("/seats/officials", role="supervisor", account=CODER.account)
    assert desk.status == 409
    assert desk.says("There is no account")
    assert holders(house) == {}


@pytest.mark.parametrize(
    "fields", [{"role": "floor_judge"}, {"role": "god"}, {"life": "9999999"}, {"origin": "http://evil"}]
)
def test_what_was_not_offered_is_not_understood(house, desk, fields):
    wanted = {"role": "supervisor", "name": "x", **fields}
    assert desk.sends("/seats/officials", **wanted).status == 400
    assert not {key[0] for key in holders(house)} - {"supervisor"}


def test_a_role_taken_back_ends_with_its_unused_links(house, desk):
    desk.sends("/seats/officials", role="supervisor", name="孙监督")
    secret = secret_in(desk.page.text)
    desk.opens("/seats").sends("/seats/revoke", role="supervisor", account=holders(house)["supervisor", "", ""])
    assert holders(house) == {}
    with pytest.raises(Refused, match="link-unknown"):
        house.parts.registry.links.use(secret)


def test_taking_a_role_back_here_voids_no_link_into_another_contest(house, desk):
    desk.opens("/seats")
    secret = house.parts.registry.links.make(CODER.account, "root").secret
    desk.sends("/seats/revoke", role="coding_judge", account=CODER.account)
    assert house.parts.registry.links.use(secret).session.account == CODER.account


def test_the_chief_judge_empties_a_seat_and_whoever_had_it_is_out(house):
    house.prepared()
    chief = AtDesk(house.as_(CHIEF)).opens("/seats")
    assert chief.says("Sits here")
    judge = house.as_(FLOOR[0])
    chief.sends("/seats/leave", seat="process.F1")
    assert chief.says("In the record")
    with house.parts.hall.wall("c1") as wall:
        assert not wall.marks.contest.seat("process", "F1").taken
    assert not house.parts.registry.grants.may_sit(FLOOR[0].account, Place("c1", "process", "F1"))
    assert judge.opens("/judge").status_code in {302, 303, 401, 403, 404}


def test_an_empty_seat_cannot_be_emptied_and_the_page_says_so_there(house):
    house.prepared().does(CHIEF, LeaveSeat("c1", "process", "F1"))
    house.parts.registry.grants.revoke(FLOOR[0].account, FLOOR[0].role, Place("c1", "process", "F1"), "root")
    page = AtDesk(house.as_(CHIEF)).opens("/seats").sends("/seats/leave", seat="process.F1")
    assert page.status == 409
    assert page.says("Nobody sits in seat F1 of Process")


def test_a_judge_who_never_came_is_let_go_and_the_link_with_him(house, desk):
    desk.sends("/seats/links", **{"seat": "process.F1", "name.process.F1": "周现场"})
    secret, before = secret_in(desk.page.text), house.parts.record.head()
    desk.opens("/seats").sends("/seats/leave", seat="process.F1")
    assert holders(house) == {}
    assert house.parts.record.head() == before
    with pytest.raises(Refused, match="link-unknown"):
        house.parts.registry.links.use(secret)


def test_only_the_organiser_names_people(house):
    house.prepared()
    page = AtDesk(house.as_(CHIEF)).opens("/seats")
    assert "Give a role" not in page.text
    for path in ("/seats/links", "/seats/officials", "/seats/revoke"):
        assert page.sends(path, n="5", seat="*", role="supervisor", name="x").status == 403


def test_who_knows_whose_code_it_is_and_sees_marks_is_pointed_out(house, desk):
    desk.sends("/seats/officials", role="coding_judge", name="柯加密")
    account = holders(house)["coding_judge", "", ""]
    assert "Coding judge, and" not in desk.opens("/seats").text
    desk.sends("/seats/officials", role="chief_judge", account=account)
    assert desk.opens("/seats").says("Coding judge, and marking or seeing marks as well: 柯加密")


def test_every_role_has_its_place():
    assert set(OFFICIALS) | {"floor_judge", "scoring_judge"} == set(ROLES)
