"""The page of a judge's tablet: for a session in a seat, in both languages, with what its scripts need."""

from __future__ import annotations

import re

import pytest

from tests.support.small import CHIEF, FLOOR


def test_a_judge_gets_the_console_of_the_seat(house):
    house.prepared()
    page = house.as_(FLOOR[0]).opens("/judge")
    assert page.status_code == 200
    assert "F1" in page.text
    assert "Process" in page.text
    assert "/judge/socket" in page.text
    assert "演练" not in page.text


@pytest.mark.parametrize(("language", "title", "panel"), [("zh", "小赛", "过程"), ("en", "Small contest", "Process")])
def test_the_console_speaks_the_readers_language_and_no_other(house, language, title, panel):
    house.prepared()
    page = house.as_(FLOOR[0]).opens("/judge", language).text
    assert title in page
    assert panel in page
    assert not ("Small contest" in page and "小赛" in page)


def test_a_rehearsal_says_so_on_the_console(house):
    house.prepared(drill=True)
    assert "演练" in house.as_(FLOOR[0]).opens("/judge", "zh").text


def test_somebody_without_a_seat_is_shown_to_the_desk(house):
    house.prepared()
    page = house.as_(CHIEF).opens("/judge")
    assert (page.status_code, page.headers["location"]) == (303, "/desk")


def test_somebody_unknown_is_shown_to_the_sign_in(house):
    house.prepared()
    page = house.visitor().opens("/judge")
    assert page.status_code == 303
    assert page.headers["location"].startswith("/sign-in")


def test_before_there_is_a_rulebook_there_is_no_console(house):
    assert house.as_(FLOOR[0]).opens("/judge").status_code == 404


def test_every_script_and_style_the_console_asks_for_is_there(house):
    house.prepared()
    judge = house.as_(FLOOR[0])
    page = judge.opens("/judge").text
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert files
    for file in files:
        assert judge.opens(file).status_code == 200, file
