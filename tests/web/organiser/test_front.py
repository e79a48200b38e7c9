"""The front page: my contests with their next step, and a new one with every fault of its rulebook."""

import pytest

from domain.contest.commands import OpenContest
from tests.support.desk import number_in
from tests.support.house import CHIEF, CLERK, ORGANISER
from tests.support.small import FLOOR, LEADER, RULEBOOK, C

FIELDS = {
    "contest": "c2",
    "title_zh": "二号赛",
    "title_en": "Second contest",
    "zone": "Asia/Shanghai",
    "preset": "wanbei-power",
}


def new(visitor, files=None, language="en", n="", **changed):
    n = n or number_in(visitor.opens("/desk").text)
    return visitor.sends("/desk/new", language, files, n=n, **{**FIELDS, **changed})


def test_a_contest_is_opened_with_a_rulebook_that_comes_with_the_program(house):
    olga = house.as_(ORGANISER)
    response = new(olga)
    assert response.status_code == 303
    page = olga.opens(response.headers["location"]).text
    assert "Second contest" in page
    assert "In the record: no." in page
    assert "Bring in the list of entries" in page
    with house.parts.hall.wall("c2") as wall:
        assert wall.marks.contest.rulebook.id == "wanbei-power"
        assert not wall.marks.drill


def test_a_contest_opened_twice_by_one_form_is_one(house):
    olga = house.as_(ORGANISER)
    n = number_in(olga.opens("/desk").text)
    before = house.parts.record.head().position
    assert [new(olga, n=n).status_code for _ in range(2)] == [303, 303]
    assert house.parts.record.head().position == before + 2


def test_ones_own_rulebook_may_be_sent_as_a_file(house):
    files = {"rulebook": ("small.toml", b"\xef\xbb\xbf" + RULEBOOK.replace("\n", "\r\n").encode())}
    assert new(house.as_(ORGANISER), files).status_code == 303
    text = house.as_(ORGANISER).opens("/desk/c2/rulebook.toml")
    assert text.text == RULEBOOK
    assert 'filename="c2-rulebook.toml"' in text.headers["content-disposition"]


@pytest.mark.parametrize(("language", "said"), [("en", "There is no node named"), ("zh", "没有名为")])
def test_every_fault_of_a_rulebook_is_shown_with_its_place_and_nothing_is_opened(house, language, said):
    faulty = RULEBOOK.replace('total = "total"', 'total = "nowhere"').replace("max = 100, step", "max = -1, step")
    response = new(house.as_(ORGANISER), {"rulebook": ("r.toml", faulty.encode())}, language)
    assert response.status_code == 422
    assert ">total</th>" in response.text
    assert "panels" in response.text
    assert 'value="Second contest"' in response.text
    assert "c2" not in house.parts.hall.contests()


def test_a_file_that_is_no_text_is_said_to_be_none(house):
    response = new(house.as_(ORGANISER), {"rulebook": ("r.toml", "标题".encode("gb18030"))})
    assert response.status_code == 422
    assert "This is not UTF-8 text" in response.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"contest": "c1"}, "The contest c1 exists already"),
        ({"contest": "not an id"}, "is not a valid id"),
        ({"zone": "Mars/Olympus"}, "There is no time zone “Mars/Olympus”"),
        ({"title_en": " "}, "The text is empty"),
    ],
)
def test_what_cannot_be_opened_is_said_and_nothing_typed_is_lost(house, changed, said):
    house.opened()
    response = new(house.as_(ORGANISER), **changed)
    assert response.status_code == 409
    assert said in response.text
    assert 'value="二号赛"' in response.text
    assert house.parts.hall.contests() == (C,)


def test_only_an_organiser_of_the_whole_house_opens_contests(house):
    house.opened()
    for actor in (CHIEF, CLERK):
        assert "New contest" not in house.as_(actor).opens("/desk").text
        assert new(house.as_(actor), n="5").status_code == 403


def test_my_contests_are_those_i_have_a_part_in_with_their_next_step(house):
    house.opened().does(ORGANISER, OpenContest("c2", "别的", "Another", "UTC", drill=True))
    olga, chen = house.as_(ORGANISER).opens("/desk").text, house.as_(CHIEF).opens("/desk").text
    assert "Another" in olga
    assert "Choose the rulebook this contest is scored by" in olga
    assert "Drill" in olga
    assert "Another" not in chen
    assert "Draw codes for 2 entries" in chen


def test_judges_and_team_leaders_are_shown_to_their_own_rooms(house):
    house.opened()
    assert 'href="/judge"' in house.as_(FLOOR[0]).opens("/desk").text
    assert f'href="/appeals/{C}"' in house.as_(LEADER).opens("/desk").text


def test_who_has_no_part_in_anything_is_told_so(house):
    house.opened()
    assert "You have no part in any contest yet" in house.stranger().opens("/desk").text


def test_a_drill_says_so_on_every_page(house):
    house.opened(drill=True)
    for path in ("", "/entries", "/journal"):
        assert "data-drill" in house.as_(ORGANISER).opens(f"/desk/{C}{path}").text


def test_the_rulebook_is_replaced_until_a_module_opens(house):
    house.opened()
    olga = house.as_(ORGANISER)
    n = number_in(olga.opens(f"/desk/{C}").text)
    assert olga.sends(f"/desk/{C}/rulebook", n=n, preset="wanbei-power").status_code == 303
    with house.parts.hall.wall(C) as wall:
        assert (wall.marks.contest.rulebook.id, wall.marks.contest.version) == ("wanbei-power", 2)


def test_a_faulty_rulebook_replaces_nothing_and_every_fault_is_shown(house):
    house.opened()
    olga = house.as_(ORGANISER)
    n = number_in(olga.opens(f"/desk/{C}").text)
    response = olga.sends(f"/desk/{C}/rulebook", files={"rulebook": ("r.toml", b"format = 1")}, n=n)
    assert response.status_code == 422
    assert "faults; nothing was entered" in response.text


def test_after_the_first_module_the_rulebook_stands(house):
    house.prepared()
    olga = house.as_(ORGANISER)
    assert "Fix this rulebook" not in olga.opens(f"/desk/{C}").text
    assert olga.sends(f"/desk/{C}/rulebook", n="5", preset="wanbei-power").status_code == 409
