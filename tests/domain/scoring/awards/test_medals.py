"""Medals with a tolerance, thresholds, and the best of each delegation."""

import pytest

from tests.domain.scoring.results.field import awards_of, entry, field, holders, prizes, rules

MEDALS = '[[awards]]\nmode = "medals"\ntolerance = 2\n' + prizes(gold="", silver="", bronze="") + "\n"


@pytest.mark.parametrize(
    ("totals", "gold", "silver", "bronze"),
    [
        (["550", "540", "530", "520"], ["550"], ["540"], ["530"]),
        (["550", "549", "540", "538", "530"], ["550", "549"], [], ["540", "538"]),
        (["550", "549", "548", "546", "540"], ["550", "549", "548"], [], ["546"]),
        (["550", "549", "548", "545"], ["550", "549", "548"], [], []),
        (["550", "545", "544", "540"], ["550"], ["545", "544"], []),
        (["550", "540", "530", "529", "520"], ["550"], ["540"], ["530", "529"]),
    ],
)
def test_ws_16_figures_close_together_share_a_medal(totals, gold, silver, bronze):
    found = holders(awards_of(rules(MEDALS), field(**{f"t{total}": total for total in totals}))[0])
    assert {prize: sorted(names) for prize, names in found.items()} == {
        prize: sorted(f"t{total}" for total in having)
        for prize, having in (("gold", gold), ("silver", silver), ("bronze", bronze))
        if having
    }


def test_a_medal_a_tie_does_away_with_is_told_to_be_vacant():
    found = awards_of(rules(MEDALS), field(a="550", b="549", c="540"))[0]
    assert [(each.prize, each.reason.word) for each in found.vacant] == [("silver", "medals")]
    assert [each.reason.word for each in awards_of(rules(MEDALS), field(a="1"))[0].vacant] == ["nobody-left"] * 2


def test_medals_may_go_by_a_figure_that_is_not_the_total():
    book = rules(MEDALS.replace("tolerance", 'node = "scaled"\ntolerance'), nodes=("scaled",))
    scored = {"a": entry("9", scaled="700"), "b": entry("8", scaled="750"), "c": entry("7", scaled="749")}
    assert holders(awards_of(book, scored)[0]) == {"gold": ["b", "c"], "bronze": ["a"]}


def test_who_is_below_the_pass_line_has_no_medal_and_leaves_it_vacant_or_passes_it_on():
    bar = 'minimum = [{ node = "theory", at_least = 60 }]\n'
    scored = {"a": entry("90", theory="50"), "b": entry("80", theory="70"), "c": entry("70", theory="80")}
    for below, expected in (("vacant", {"silver": ["b"], "bronze": ["c"]}), ("next", {"gold": ["b"], "silver": ["c"]})):
        book = rules(MEDALS + bar + f'if_below = "{below}"', nodes=("theory",))
        assert holders(awards_of(book, scored)[0]) == expected


@pytest.mark.parametrize(("starters", "medals"), [(6, 3), (5, 2), (4, 1), (3, 0)])
def test_ws_19_which_medals_there_are_goes_by_the_number_of_starters(starters, medals):
    sets = (
        'field = [{ from = 6, prizes = ["gold", "silver", "bronze"] }, { from = 5, prizes = ["gold", "silver"] }, '
        '{ from = 4, prizes = ["gold"] }]\nbase = "starters"'
    )
    scored = field(**{f"e{n}": str(90 - 5 * n) for n in range(starters)}) | {"absent": entry(None, status="dns")}
    found = awards_of(rules(MEDALS + sets), scored)[0]
    assert sorted(found.given.values()) == sorted(["gold", "silver", "bronze"][:medals])
    assert [each.prize for each in found.vacant] == ["gold", "silver", "bronze"][medals:]
    assert {each.reason.word for each in found.vacant} <= {"field-size"}


def test_excellence_is_for_all_above_a_scale_value_who_have_no_medal():
    excellence = '[[awards]]\nid = "more"\nmode = "threshold"\nat_least = 500\nunless_awarded = true\n'
    book = rules(MEDALS, excellence + prizes(medallion=""))
    scored = field(a="550", b="540", c="530", d="520", e="500", f="499")
    assert holders(awards_of(book, scored)[1]) == {"medallion": ["d", "e"]}


def test_ws_18_the_best_of_each_delegation_and_equals_share_it():
    book = rules('[[awards]]\nmode = "best_of"\nby = "group"\n' + prizes(best=""))
    groups = {"a": {"group": "x"}, "b": {"group": "x"}, "c": {"group": "y"}, "d": {"group": "y"}, "e": {}}
    scored = field(a="9", b="8", c="7", d="7", e="10")
    assert holders(awards_of(book, scored, groups)[0]) == {"best": ["a", "c", "d"]}
