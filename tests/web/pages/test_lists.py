"""A published result with everything a rulebook may ask for: categories, stages, teams, several lists of prizes."""

from __future__ import annotations

import re

import pytest

from domain.rulings.commands import Corrected, DecideRuling, FileRuling, MakeCorrection
from tests.support.hall import fair
from tests.support.hall.fair import FAIR
from tests.support.house import House
from tests.support.small import ARBITER, LEADER, C
from web.people import person_of


@pytest.fixture
def held(house: House) -> House:
    fair.published(house)
    return house


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", markup).split())


def page(house: House, path: str = "/results/c1", language: str = "zh") -> str:
    """What stands in the page's middle, with its markup."""
    return house.visitor().opens(path, language).text.partition("<main")[2].partition("<footer")[0]


def listed(house: House, heading: str, path: str = "/results/c1", language: str = "zh") -> str:
    """The words of one list of the page, by the id of its heading."""
    found = re.search(rf'id="{heading}".*?(?=<h2 |$)', page(house, path, language), re.DOTALL)
    return words(f"<{found[0]}") if found else ""


def test_each_category_has_a_table_of_its_own_and_its_own_first(held: House):
    places = re.split(r"<caption>", page(held))[1:3]
    students, workers = (words(each) for each in places)
    assert students.startswith("学生组 3 名（队）参赛 · 初步成绩 · 第 1 版")
    assert re.search(r" 1 202 吴七 淮北 80\.0 89\.0 89\.0 一等奖 2 201 周六 ", students)
    assert workers.startswith("职工组 5 名（队）参赛")
    assert re.search(r" 1 102 李二 蚌埠 88\.0 92\.0 92\.0 一等奖 ", workers)


def test_who_competes_unofficially_stands_last_without_a_place_and_is_marked_as_such(held: House):
    workers = listed(held, "places").partition("职工组")[2]
    assert re.search(r" 4 104 赵四 合肥 70\.0 70\.0 三等奖 105 孙五 不计名次 淮南 95\.0 95\.0$", workers)
    assert "105 孙五 Unofficial" in listed(held, "places", language="en")


@pytest.mark.parametrize(
    ("display", "places"),
    [("fractional", ("2.5", "2.5")), ("1334", ("3", "3")), ("1224", ("2", "2")), ("1234", ("2", "3"))],
)
def test_a_place_is_written_as_the_rulebook_says(house: House, display: str, places: tuple[str, str]):
    fair.published(house, FAIR.replace('"fractional"', f'"{display}"'))
    second, third = places
    assert f"{second} 102 李二 蚌埠 88.0 晋级 {third} 103 张三" in listed(house, "stage-heat")


def test_each_stage_has_its_places_its_totals_and_who_goes_on(held: House):
    heat, final = listed(held, "stage-heat"), listed(held, "stage-final")
    assert heat.startswith("阶段 初赛 学生组")
    assert re.search(r"1 201 周六 淮北 85\.0 晋级 2 202 吴七 淮北 80\.0 晋级 3 203 郑八 亳州 60\.0 职工组", heat)
    assert re.search(r"4 104 赵四 合肥 70\.0 105 孙五 不计名次 淮南 95\.0$", heat)
    assert "晋级" not in final
    assert "赵四" not in final, "who was not in it"


def test_a_module_that_was_never_come_to_says_nothing(held: House):
    assert "等待" not in page(held)


def test_each_team_rule_has_its_list_with_the_members_that_counted_and_the_prizes(held: House):
    teams = listed(held, "team-units")
    assert re.search(r"1 蚌埠队 102 李二 103 张三 176\.0 团体金奖 2 淮北队 ", teams)
    assert "团体铜奖 · 奖项空缺 1 名。" in teams
    assert teams.startswith("团体成绩 队际")


def test_a_team_without_a_place_says_what_it_lacks(held: House):
    assert "亳州队 203 郑八 “初赛 · 得分”有成绩的队员 1 名，需要 2 名" in listed(held, "team-units")


def test_teams_that_tie_across_the_line_of_a_prize_are_named_and_none_gets_it(house: House):
    tied = FAIR.replace('of = "heat.points"\ntake = "sum"\ncount = 2', 'take = "entrants"\nmembers = 1')
    line = '[teams.awards]\nmode = "fixed"\nat_the_line = '
    fair.published(house, tied.replace(f'{line}"extend"', f'{line}"block"'))
    teams = listed(house, "team-units", language="en")
    assert "“Team gold” is undecided: these teams tie across its line" in teams
    assert "淮北队 · 蚌埠队" in teams
    assert not re.search(r"\d Team gold", teams)


def test_several_lists_of_prizes_stand_under_their_titles_and_an_entry_has_what_it_got_of_each(held: House):
    awards = listed(held, "awards")
    assert re.search(r"个人奖 一等奖 .*单项奖 理论单项奖", awards)
    assert "2 201 周六 淮北 85.0 77.0 77.0 二等奖 · 理论单项奖" in listed(held, "places")


def test_the_winners_of_a_prize_stand_category_by_category(held: House):
    assert re.search(
        r"一等奖 .*学生组 1 202 吴七 淮北 89\.0 职工组 1 102 李二 蚌埠 92\.0 二等奖", listed(held, "awards")
    )


def test_a_prize_for_one_figure_shows_that_figure_and_no_place(held: House):
    best = listed(held, "awards").partition("理论单项奖")[2]
    assert re.search(r"^ 初赛 · 得分 .*学生组 201 周六 淮北 85\.0 职工组 101 王一 合肥 90\.0$", best)


def test_recommendations_for_honours_are_on_no_public_page(held: House):
    for path in ("/results/c1", "/results/c1/1", "/api/1/contests/c1/results/1"):
        for language in ("zh", "en"):
            text = held.visitor().opens(path, language).text
            assert not [word for word in ("能手", "技师", "expert", "promotion", "荣誉", "onour") if word in text], path


def test_lists_of_a_revision_stay_as_they_were_announced(held: House):
    told = [page(held, language=language) for language in ("zh", "en")]
    ruled(held)
    assert [page(held, language=language) for language in ("zh", "en")] == told, "before the next is published"
    held.publishes(corrections=1)
    assert "1 淮北队" in listed(held, "team-units")
    assert "1 蚌埠队" in listed(held, "team-units", "/results/c1/1")
    assert "88.0 晋级" in listed(held, "stage-heat", "/results/c1/1")
    assert "1 101 王一" in listed(held, "stage-heat")


def test_a_name_that_was_erased_is_gone_from_every_list_of_every_revision(held: House):
    held.parts.registry.people.erase([person_of(C, "e2")], "olga")
    with held.parts.hall.wall(C) as wall:
        wall.board.forget_names()
    assert "李二" not in page(held)
    assert "102 103 张三" in listed(held, "team-units")


def test_programs_read_the_same_lists(held: House):
    told = held.visitor().opens("/api/1/contests/c1/results/1").json()
    assert [(row["category"], row["shown"], row["code"]) for row in told["rows"]][-2:] == [
        ("职工组", "4", "C4"),
        ("职工组", "", "C5"),
    ]
    assert [row["official"] for row in told["rows"]].count(False) == 1
    assert told["rows"][1]["awards"] == ["second", "best-theory"]
    assert [each["stage"] for each in told["stages"]] == ["heat", "final"]
    assert told["teams"][0]["rows"][0]["members"] == ["C2", "C3"]


def ruled(house: House) -> None:
    """An appeal of entry 102 is upheld, and its theory mark of the heat becomes 50."""
    house.does(LEADER, FileRuling(C, "r1", "appeal", "e2", "heat.paper", "", "score", house.note()))
    house.does(ARBITER, DecideRuling(C, "r1", "upheld", house.note()))
    seat = fair.SEAT
    house.does(ARBITER, MakeCorrection(C, "r1", (Corrected("heat.paper", seat, "C2", "score", "88", "50"),)))
