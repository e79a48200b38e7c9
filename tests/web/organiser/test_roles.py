"""Who may open what on the desk: marks for the jury, the map for the coding judge, names for whose lists they are."""

import pytest

from tests.support.desk import AtDesk
from tests.support.house import CHIEF, CLERK, CODER, NAMES, ORGANISER, SUPERVISOR, TALLY
from tests.support.small import ARBITER, FLOOR, LEADER, C
from web.pages.organiser.visit import PAGES

STAFF = (ORGANISER, CHIEF, CODER, CLERK, TALLY, SUPERVISOR, ARBITER)
PATHS = {"contest": ""} | {page: f"/{page}" for page in PAGES if page != "contest"}


@pytest.mark.parametrize("actor", [*STAFF, LEADER], ids=lambda actor: actor.role)
def test_a_page_opens_for_its_roles_alone_and_the_tabs_show_no_other(house, actor):
    house.prepared()
    visitor = house.as_(actor)
    opened = {page for page, path in PATHS.items() if visitor.opens(f"/desk/{C}{path}").status_code == 200}
    assert opened == {page for page, roles in PAGES.items() if actor.role in roles}
    if opened:
        tabs = visitor.opens(f"/desk/{C}").text
        assert {
            page for page in PAGES if f'href="/desk/{C}{PATHS[page]}"' in tabs.partition('class="tabs"')[2]
        } >= opened


def test_judges_and_strangers_open_nothing(house):
    house.prepared()
    for visitor in (house.as_(FLOOR[0]), house.stranger()):
        assert {visitor.opens(f"/desk/{C}{path}").status_code for path in PATHS.values()} == {403}


def test_who_is_not_signed_in_is_asked_to(house):
    house.prepared()
    for path in PATHS.values():
        response = house.visitor().opens(f"/desk/{C}{path}")
        assert response.status_code == 303
        assert response.headers["location"].startswith("/sign-in?next=")


def test_a_contest_that_is_not_there_is_not_found(house):
    assert house.as_(ORGANISER).opens("/desk/nowhere").status_code == 404


def test_a_role_in_one_contest_opens_no_other(house):
    house.opened()
    assert house.as_(CHIEF).opens(f"/desk/{C}").status_code == 200
    AtDesk(house.as_(ORGANISER)).opens()
    page = house.as_(ORGANISER).opens("/desk").text
    n = page.partition('name="n" value="')[2].partition('"')[0]
    fields = {"contest": "c2", "title_zh": "二", "title_en": "Two", "zone": "UTC", "preset": "wanbei-power"}
    assert house.as_(ORGANISER).sends("/desk/new", n=n, **fields).status_code == 303
    assert house.as_(CHIEF).opens("/desk/c2").status_code == 403


@pytest.mark.parametrize("path", PATHS.values())
def test_before_decoding_only_the_coding_judge_sees_a_name_beside_a_code(house, path):
    house.marked()
    for actor in STAFF:
        page = AtDesk(house.as_(actor)).opens(path)
        shows_names = page.status == 200 and any(name in page.text for name in NAMES.values())
        may = (path == "/codes" and actor is CODER) or (path == "/entries" and actor in {ORGANISER, CLERK})
        assert shows_names == may, (actor.role, path)


def test_marks_are_for_the_jury_alone_before_they_are_published(house):
    house.prepared().marks(FLOOR[0], "07", p1="17")
    for actor in STAFF:
        standings = AtDesk(house.as_(actor)).opens("/standings?code=07")
        assert (standings.status == 200 and " 17 " in standings.text) == (actor in {CHIEF, TALLY, SUPERVISOR})
        assert ("given 17" in AtDesk(house.as_(actor)).opens("/journal").text) == (
            actor in {CHIEF, TALLY, SUPERVISOR, ARBITER}
        )


def test_that_the_coding_judge_looked_is_written_down(house):
    house.prepared()
    assert AtDesk(house.as_(CODER)).opens("/codes").says("07", "101", "王一")
    line = house.parts.registry.journal.about(C, 1)[0]
    assert (line.by, line.act, line.subjects) == (CODER.account, "saw-codes", (C,))


def test_a_form_without_its_token_does_nothing(house):
    house.prepared()
    visitor = house.as_(CHIEF)
    response = visitor.sends(f"/desk/{C}/modules", csrf="0" * 64, n="5", module="task", move="close")
    assert response.status_code == 403


@pytest.mark.parametrize("n", ["", "x", "-1", "0", "9" * 30, "１２"])
def test_a_form_without_a_number_is_not_understood(house, n):
    house.prepared()
    response = house.as_(CHIEF).sends(f"/desk/{C}/modules", n=n, module="task", move="close")
    assert response.status_code == 400
