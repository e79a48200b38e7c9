"""A rulebook printed as rules says of each aspect what may be entered and what a level brings, and no bare keys."""

import pytest

from domain.rulebook.printing.whole import printed_rules
from tests.domain.scoring.rulebooks import node, rulebook, single_marks


def shown(*parts, language="en"):
    return printed_rules(rulebook(*parts), language)


def aspect(written):
    panel = f'[[panels]]\nid = "p"\nmodule = "m"\naspects = [{{ id = "a", {written} }}]\n'
    return panel, node("total", "mark", 'panel = "p"')


def test_a_measurement_is_shown_with_what_the_rulebook_states_of_it_and_nothing_else():
    assert "a: a measured number, from -5 to 5, in steps of 1" in shown(
        *aspect('kind = "measured", min = -5, max = 5, step = 1'), "[nodes.total.round]\nplaces = 0"
    )
    assert "a：实测值，步长 0.5" in shown(*aspect('kind = "measured", step = 0.5'), language="zh")
    assert "a: a measured number\n" in shown(*aspect('kind = "measured"'))


@pytest.mark.parametrize(
    "lost",
    [
        "{ id = 'x', lose = 14.1 }, { id = 'y', lose = 0 }",
        "{ id = 'x', lose_percent = 70.5 }, { id = 'y', lose = 0 }",
        "{ id = 'x', points = 5.9 }, { id = 'y', points = 20 }",
    ],
)
def test_a_level_is_shown_with_the_points_it_brings(lost):
    written = f'kind = "choice", max = 20, choices = [{lost}]'
    assert "x (5.9), y (20)" in shown(*aspect(written))


def test_judges_who_give_each_place_once_and_a_step_without_a_column_are_told():
    panel = '[[panels]]\nid = "p"\nmodule = "m"\neach_place_once = true\n'
    panel += 'aspects = [{ id = "a", min = 1, max = 8, step = 1 }]\n'
    parts = panel, node("total", "mark", 'panel = "p"', "show = false")
    assert "places, each given once within a class by every judge" in shown(*parts)
    assert "not a column of the results" in shown(*parts)
    assert "每名裁判在一组内各名次只给一次" in shown(*parts, language="zh")
    assert "不列入成绩表" in shown(*parts, language="zh")


def test_teams_and_limits_are_told_in_words():
    team = '[[teams]]\nid = "cities"\nby = "group"\ntake = "entrants"\n'
    prizes = (
        '[[awards]]\nmode = "fixed"\nat_the_line = "extend"\nif_below = "next"\n'
        'minimum = [{ node = "total", at_least = 60 }]\n'
        'prizes = [{ id = "gold", count = 1 }]\n'
    )
    said = shown(single_marks("total"), team, prizes, language="zh")
    assert "取 参赛人数" in said
    assert "达不到时 顺延给下一名" in said


def test_an_exact_share_is_told_as_one_that_is_not_made_whole():
    head = '[[awards]]\nmode = "ratio"\nbase = "entrants"\nat_the_line = "nearest"\ncumulative = true\n'
    listed = 'prizes = [{ id = "gold", ratio = "1/12" }]\n'
    said = shown(single_marks("total"), head, 'rounding = "exact"\n', listed)
    assert "shares are not made whole: nearness is to the exact share" in said
    assert "added up" not in said
    assert "added up before they are made whole" in shown(single_marks("total"), head, 'rounding = "up"\n', listed)
