"""Teams: their members' figures taken together, who is missing, their places and prizes."""

import pytest

from domain.scoring.numbers import text
from domain.scoring.ranking.places import rank
from domain.scoring.teams import teams
from tests.domain.scoring.results.field import awards_of, entry, field, holders, prizes, rules


def team_rule(*lines):
    return "\n".join(["[[teams]]", 'id = "team"', 'by = "group"', *lines, ""])


def result(rule, scored, members, *parts, nodes=(), decided=None):
    """Of members like `{"X": "abc"}`: entries a, b and c are team X."""
    book = rules(rule, *parts, nodes=nodes)
    attributes = {name: {"group": team} for team, names in members.items() for name in names}
    placed = rank(book, scored, attributes)
    prizes_won = awards_of(book, scored, attributes)
    return teams(book, placed, scored, attributes, prizes_won, decided)[0]


def standings(found):
    return [(each.key, each.place) for each in found.placed]


def totals(found):
    return {team: None if each.total is None else text(each.total) for team, each in found.figures.items()}


def test_cn_11_the_sum_of_three_members_and_of_equal_sums_the_least_time():
    members = {"X": ("a", "b", "c"), "Y": ("d", "e", "f")}
    rows = {"a": ("85", "5000"), "b": ("84", "6000"), "c": ("83", "5000"), "d": ("84", "5300"), "e": ("84", "5300"),
            "f": ("84", "5300")}  # fmt: skip
    scored = {name: entry(total, time=time) for name, (total, time) in rows.items()}
    rule = team_rule("count = 3", 'ties = [{ of = "time", take = "sum", better = "lower" }]')
    found = result(rule, scored, members, nodes=("time",))
    assert totals(found) == {"X": "252", "Y": "252"}
    assert standings(found) == [("Y", 1), ("X", 2)]


@pytest.mark.parametrize(
    ("take", "expected"),
    [
        ('take = "sum"', "24"),
        ('take = "mean"', "8"),
        ('take = "best"', "9"),
        ("count = 2", "17"),
        ('take = "entrants"', "3"),
    ],
)
def test_what_a_team_takes_of_its_members(take, expected):
    found = result(team_rule(take), field(a="9", b="8", c="7"), {"X": "abc"})
    assert totals(found) == {"X": expected}


def test_cn_12_the_best_three_members_count():
    found = result(team_rule("count = 3"), field(a="9", b="8", c="7", d="6"), {"X": "abcd"})
    assert (totals(found), found.figures["X"].counted) == ({"X": "24"}, ("a", "b", "c"))


def test_a_team_with_too_few_members_has_no_place_or_counts_zero_for_who_is_missing():
    scored, members = field(a="9", b="8", c="DNF", d="5", e="5", f="5"), {"X": "abc", "Y": "def"}
    assert standings(result(team_rule("members = 3"), scored, members)) == [("Y", 1), ("X", None)]
    found = result(team_rule("members = 3", 'take = "mean"', 'missing = "zero"'), scored, members)
    assert totals(found) == {"X": "17/3", "Y": "5"}


def test_points_for_places_are_added():
    rule = team_rule('take = "places"', "points = [8, 4, 2]")
    found = result(rule, field(a="9", b="8", c="7", d="6"), {"X": "ad", "Y": "bc"})
    assert (totals(found), standings(found)) == ({"X": "8", "Y": "6"}, [("X", 1), ("Y", 2)])


def test_without_points_the_places_themselves_are_added_and_the_least_is_first():
    found = result(team_rule('take = "places"'), field(a="9", b="8", c="7", d="6"), {"X": "ad", "Y": "bc"})
    assert (totals(found), standings(found)) == ({"X": "5", "Y": "5"}, [("X", 1), ("Y", 1)])
    found = result(team_rule('take = "places"'), field(a="9", b="8", c="7", d="6"), {"X": "ac", "Y": "bd"})
    assert standings(found) == [("X", 1), ("Y", 2)]


def test_cn_32_prizes_bring_points_and_a_team_without_any_is_not_considered():
    awards = (
        '[[awards]]\nmode = "fixed"\nat_the_line = "extend"\n'
        + prizes(first="count = 1", second="count = 1", third="count = 1")
        + '\n[[awards]]\nid = "pass"\nmode = "threshold"\nat_least = 60\n'
        + prizes(qualified="")
        + "\n"
    )
    rule = team_rule(
        'take = "prizes"', "prize_points = { first = 8, second = 4, third = 2, qualified = 1 }", "above = 0"
    )
    scored = field(a="90", b="80", c="70", d="65", e="59")
    found = result(rule, scored, {"X": "ad", "Y": "bc", "Z": "e"}, awards)
    assert totals(found) == {"X": "9", "Y": "6", "Z": None}
    assert standings(found) == [("X", 1), ("Y", 2), ("Z", None)]


def test_teams_have_prizes_of_their_own():
    rule = team_rule('awards = { mode = "fixed", at_the_line = "extend", prizes = [{ id = "cup", count = 1 }] }')
    found = result(rule, field(a="9", b="8"), {"X": "a", "Y": "b"})
    assert [holders(each) for each in found.awards] == [{"cup": ["X"]}]


def test_equal_teams_share_the_place_until_a_decision():
    scored, members = field(a="9", b="9"), {"X": "a", "Y": "b"}
    assert standings(result(team_rule(), scored, members)) == [("X", 1), ("Y", 1)]
    assert standings(result(team_rule(), scored, members, decided={"Y": 1, "X": 2})) == [("Y", 1), ("X", 2)]


def test_where_less_is_better_for_entries_it_is_for_teams():
    found = result(team_rule(), field(a="9", b="8"), {"X": "a", "Y": "b"}, '[ranking]\nbetter = "lower"\n')
    assert standings(found) == [("Y", 1), ("X", 2)]


def test_unofficial_entries_and_entries_without_a_group_are_in_no_team():
    book = rules(team_rule())
    scored, attributes = field(a="9", b="8", c="7"), {"a": {"group": "X", "official": "no"}, "b": {"group": "X"}}
    found = teams(book, rank(book, scored, attributes), scored, attributes)[0]
    assert found.figures["X"].counted == ("b",)
    assert list(found.figures) == ["X"]
