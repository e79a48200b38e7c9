"""Pages, their files and their times."""

from __future__ import annotations

import re

import pytest
from jinja2 import UndefinedError

from tests.support.house import House
from web.rendering import ROOM, Press, moment, time_of_day, to_the_second

AT = 1_795_138_267_000_000  # 2026-11-20 01:31:07 UTC


def test_times_are_told_in_the_contests_zone():
    assert time_of_day(AT, "Asia/Shanghai") == "09:31:07"
    assert moment(AT, "Asia/Shanghai") == "2026-11-20 09:31"
    assert time_of_day(AT, "") == "01:31:07"
    assert to_the_second(AT, "Asia/Shanghai") == "2026-11-20 09:31:07"


def test_a_template_that_is_not_given_what_it_needs_is_a_bug_and_loud():
    with pytest.raises(UndefinedError):
        Press().printed("sign_in.html", "en", {})


def test_a_file_that_is_not_there_is_a_bug_and_loud():
    with pytest.raises(KeyError):
        Press().path_of("web/static/css/nothing.css")


def test_the_digest_moves_with_any_file(tmp_path):
    room = tmp_path / "room"
    (room / "static").mkdir(parents=True)
    (room / "static" / "one.css").write_text("a {}")
    before = Press((ROOM, room)).digest
    assert Press((ROOM, room)).digest == before
    (room / "static" / "one.css").write_text("b {}")
    assert Press((ROOM, room)).digest != before


def test_a_file_of_an_unknown_kind_stops_the_start(tmp_path):
    room = tmp_path / "room"
    (room / "static").mkdir(parents=True)
    (room / "static" / "odd.exe").write_text("")
    with pytest.raises(KeyError):
        Press((ROOM, room))


def test_every_file_a_page_names_is_there_and_comes_from_here(house: House):
    house.final()
    for path in ("/", "/boards/c1", "/results/c1", "/sign-in", "/enrol", "/nowhere"):
        page = house.visitor().opens(path).text
        named = re.findall(r'(?:src|href)="([^"#]*)"', page)
        assert named
        for each in named:
            assert each.startswith("/"), (path, each)
            if each.startswith("/static/"):
                assert house.visitor().opens(each).status_code == 200, each


def test_pages_hold_no_inline_script_style_or_event_attribute(house: House):
    """The policy would stop them; better that nobody writes one."""
    house.final()
    for path in ("/", "/boards/c1", "/results/c1", "/sign-in", "/enrol", "/nowhere"):
        page = house.visitor().opens(path).text
        for script in re.findall(r"<script[^>]*>", page):
            assert "src=" in script or 'type="application/json"' in script, (path, script)
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page), path
