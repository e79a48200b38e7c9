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


def test_a_member_s_figure_counts_though_the_total_is_open_or_there_is_no_result():
    scored = {"a": entry("10", sum="10"), "b": entry("DNF", sum="4"), "c": entry(None, sum="3")}
    found = result(team_rule('of = "sum"', "members = 3"), scored, {"X": "abc"}, nodes=("sum",))
    assert (totals(found), found.figures["X"].complete) == ({"X": "17"}, True)


def test_whoever_a_status_takes_out_altogether_counts_for_no_team():
    scored = {"a": entry("10", sum="10"), "b": entry(None, sum="4", status="dsq")}
    found = result(team_rule('of = "sum"'), scored, {"X": "ab"}, nodes=("sum",))
    assert totals(found) == {"X": "10"}


GYMNASTS = {  # five in the team, four on each apparatus, three count; only a and b do both
    "a": entry("25", vault="13", bars="12"),
    "b": entry("27", vault="14", bars="13"),
    "c": entry(None, vault="15", bars=None),
    "d": entry(None, vault="12", bars="14.5"),
    "e": entry(None, vault=None, bars="11"),
}
BY_PART = ('of = ["vault", "bars"]', "count = 3")
CUP = 'awards = { mode = "fixed", at_the_line = "extend", prizes = [{ id = "cup", count = 1 }] }'


def test_the_best_three_on_each_apparatus_are_added_whoever_they_are():
    found = result(team_rule(*BY_PART, CUP), GYMNASTS, {"X": "abcde"}, nodes=("vault", "bars"))
    assert totals(found) == {"X": "81.5"}  # 15 + 14 + 13, and 14.5 + 13 + 12
    assert found.figures["X"].counted == ("c", "b", "a", "d")
    assert holders(found.awards[0]) == {"cup": ["X"]}


def test_a_team_with_too_few_on_one_apparatus_has_no_place_and_is_told_why():
    scored = {name: GYMNASTS[name] for name in "abc"}
    found = result(team_rule(*BY_PART), scored, {"X": "abc"}, nodes=("vault", "bars"))
    assert (totals(found), standings(found)) == ({"X": None}, [("X", None)])
    why = found.figures["X"].why
    assert why is not None
    assert why.told("en") == "members with a figure of “bars”: 2, needed: 3"
    zero = result(team_rule(*BY_PART, 'missing = "zero"'), scored, {"X": "abc"}, nodes=("vault", "bars"))
    assert totals(zero) == {"X": "67"}


def test_a_team_without_a_place_is_told_why():
    few = result(team_rule("members = 2"), field(a="9"), {"X": "a"}).figures["X"].why
    low = result(team_rule("above = 9"), field(a="9"), {"X": "a"}).figures["X"].why
    assert [why and why.told("en") for why in (few, low)] == [
        "members with a figure: 1, needed: 2",
        "the team's figure is not above 9",
    ]


def test_teams_of_each_category_are_ranked_and_given_prizes_by_themselves():
    book = rules(team_rule('per = "kind"', CUP))
    who = {"a": "x职工组", "b": "y职工组", "c": "x学生组", "d": "y学生组", "e": "z学生组"}
    attributes = {name: {"group": said[0], "kind": said[1:]} for name, said in who.items()}
    scored = field(a="9", b="8", c="6", d="7", e="5")
    found = teams(book, rank(book, scored, attributes), scored, attributes)[0]
    assert standings(found) == [("y/学生组", 1), ("x/学生组", 2), ("z/学生组", 3), ("x/职工组", 1), ("y/职工组", 2)]
    assert holders(found.awards[0]) == {"cup": ["x/职工组", "y/学生组"]}


def test_of_the_best_three_of_four_one_missing_member_costs_nothing_where_three_are_there():
    rule = team_rule('take = "mean"', "count = 3", "members = 4", 'missing = "zero"')
    found = result(rule, field(a="9", b="6", c="3", d="8", e="4"), {"X": "abc", "Y": "de"})
    assert totals(found) == {"X": "6", "Y": "4"}


def test_a_team_without_a_place_is_an_entrant_of_its_prizes_and_not_one_of_the_ranked():
    for base, having in (("ranked", ["X"]), ("entrants", ["X", "Y"])):
        ratio = f'mode = "ratio"\nat_the_line = "demote"\nbase = "{base}"\nrounding = "down"\n'
        rule = team_rule("members = 2", "count = 2") + f"[[teams.awards]]\n{ratio}" + prizes(cup="ratio = 0.5")
        members = {"X": "ab", "Y": "cd", "Z": "e", "W": "f", "V": "g", "U": "h"}
        found = result(rule, field(a="9", b="6", c="3", d="2", e="8", f="7", g="5", h="4"), members)
        assert sorted(found.awards[0].given) == having
