"""The award list on the results page and in the read-only API: as announced, and honest about what nobody gets."""

from __future__ import annotations

import re

import pytest

from domain.rulings.commands import Corrected, DecideRuling, FileRuling, MakeCorrection
from tests.support import course
from tests.support.house import CHIEF, House
from tests.support.small import ARBITER, FLOOR, LEADER, RULEBOOK, C
from web.people import person_of

FIRST = '{ id = "first", title = { zh = "一等奖", en = "First prize" }, count = 1 }'
SECOND = '{ id = "second", title = { zh = "二等奖", en = "Second prize" }, count = 3 }'
TIED = "these entries tie across the line of this prize"


def _shown(house: House, path: str = "/results/c1", language: str = "en") -> str:
    """The words of the award list on a results page; nothing if there is none."""
    part = house.visitor().opens(path, language).text.partition('class="prizes"')[2].partition("<caption>")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", part))


def _told(house: House, revision: int = 1) -> list[dict]:
    return house.visitor().opens(f"/api/1/contests/c1/results/{revision}").json()["awards"]


def _blocking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two entries share place 1 and the first prize is one: nobody may share it."""
    alike = RULEBOOK.replace("theory = 0.3, task = 0.7", "task = 1").replace(
        '{ node = "task" }, { node = "theory" }', ""
    )
    monkeypatch.setattr(course, "RULEBOOK", alike.replace('"extend"', '"block"').replace(FIRST, f"{FIRST}, {SECOND}"))


def test_the_award_list_stands_above_the_ranking_and_says_how_far_the_result_has_come(house: House):
    house.provisional()
    assert re.search(
        r"Award list Provisional results · Revision 1 .*First prize .* 1 102 李二 蚌埠 83\.70", _shown(house)
    )
    assert "获奖名单 初步成绩" in _shown(house, language="zh")


def test_the_award_list_of_a_drill_says_so(house: House):
    house.provisional(drill=True)
    assert "Revision 1 · Drill" in _shown(house)
    assert "演练" in _shown(house, language="zh")


def test_the_award_list_of_a_revision_stays_as_it_was_announced(house: House):
    house.provisional()
    first = _told(house)
    _corrected(house)
    assert _told(house) == first
    house.publishes(corrections=1)
    assert _told(house) == first
    assert [[each["name"] for each in _told(house, number)[0]["winners"]] for number in (1, 2)] == [["李二"], ["王一"]]
    for path, winner, other in (("/results/c1/1", "李二", "王一"), ("/results/c1", "王一", "李二")):
        assert winner in _shown(house, path), path
        assert other not in _shown(house, path), path


def test_a_name_that_was_erased_is_gone_from_every_award_list(house: House):
    house.final()
    house.parts.registry.people.erase([person_of(C, "e2")], "olga")
    with house.parts.hall.wall(C) as wall:
        wall.board.forget_names()
    for path in ("/results/c1/1", "/results/c1/2"):
        assert "102 蚌埠" in _shown(house, path), path


def test_before_publication_there_is_no_award_list(house: House):
    house.tallied()
    assert _shown(house) == ""
    assert house.visitor().opens("/api/1/contests/c1/results/1").status_code == 404


def test_a_vacant_prize_is_said(house: House, monkeypatch: pytest.MonkeyPatch):
    first = FIRST.replace("count = 1", "count = 3")
    monkeypatch.setattr(course, "RULEBOOK", RULEBOOK.replace(FIRST, f"{first}, {SECOND}"))
    house.provisional()
    assert [(len(each["winners"]), each["vacant"], each["decided"]) for each in _told(house)] == [
        (2, 1, True),
        (0, 3, True),
    ]
    assert re.search(r"1 prize stays vacant\. .*Second prize This prize stays vacant: nobody gets it\.", _shown(house))
    assert re.search(r"奖项空缺 1 名。 .*二等奖 奖项空缺。", _shown(house, language="zh"))


def test_a_prize_that_a_tie_leaves_undecided_is_said_to_be_so_and_its_places_are_not_vacant(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    _blocking(monkeypatch)
    house.provisional()
    for prize, vacant in zip(_told(house), (0, 2), strict=True):
        assert (prize["winners"], prize["vacant"], prize["decided"]) == ([], vacant, False)
        assert [(each["number"], each["name"], each["place"]) for each in prize["tied"]] == [
            ("101", "王一", 1),
            ("102", "李二", 1),
        ]
    assert _shown(house).count(TIED) == 2
    assert _shown(house, language="zh").count("待定") == 2
    assert "nobody gets it" not in _shown(house)


def test_the_desk_names_who_ties_at_the_line_of_a_prize(house: House, monkeypatch: pytest.MonkeyPatch):
    _blocking(monkeypatch)
    house.tallied()
    page = house.as_(CHIEF).opens(f"/desk/{C}/publication").text
    notice = page.partition('data-tied="first"')[2].partition("</div>")[0]
    assert re.findall(r'class="code">(\d+)<', notice) == ["07", "12"]
    assert "101" not in notice, "codes are not decoded yet"


def test_where_no_tie_lies_across_a_line_the_desk_has_nothing_to_name(house: House):
    house.provisional()
    assert "data-tied" not in house.as_(CHIEF).opens(f"/desk/{C}/publication").text
    assert TIED not in _shown(house)


def _corrected(house: House) -> None:
    """An appeal about code 12, the winner, is upheld, and both floor judges' mark for its sequence becomes 1."""
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e2", "process", "", "p2", house.note()))
    house.does(ARBITER, DecideRuling(C, "r1", "upheld", house.note()))
    marks = tuple(Corrected("process", judge.seat.partition(".")[2], "12", "p2", "16", "1") for judge in FLOOR)
    house.does(ARBITER, MakeCorrection(C, "r1", marks))
