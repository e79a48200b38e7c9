"""Why no better prize: who stands before, a bar, a limit, a column, a prize of another list; teams and honours."""

import json

import pytest

from domain.scoring.why.entry import plain
from tests.domain.scoring.results.field import entry, field, prizes, rules
from tests.domain.scoring.why.asked import asked, told


def awards(mode, *keys, given):
    return "\n".join(["[[awards]]", f'mode = "{mode}"', *keys, given])


MEDALS = awards("fixed", 'at_the_line = "extend"', given=prizes(gold="count = 1", silver="count = 1"))


def test_behind_the_last_who_has_it():
    lines = told(rules(MEDALS), field(a="9", b="8", c="7"), "c", ["awards"])
    assert lines == ["prize: none; not silver: given to 1, the last of them b (place 2, 8)"]
    assert told(rules(MEDALS), field(a="9", b="8", c="7"), "c", ["awards"], "zh") == [
        "奖项：无；未获“silver”：已有 1 名获得，最后一名为 b（第 2 名，8）"
    ]


def test_of_who_has_the_best_prize_nothing_else_is_told():
    assert told(rules(MEDALS), field(a="9", b="8"), "a", ["awards"]) == ["prize: gold"]


def test_a_minimum_is_told_with_what_was_reached():
    minimum = 'count = 1, minimum = [{ node = "theory", at_least = 60 }]'
    book = rules(awards("fixed", 'at_the_line = "extend"', given=prizes(gold=minimum)), nodes=("theory",))
    scored = {"a": entry("9", theory="59.5"), "b": entry("8", theory="70")}
    assert told(book, scored, "a", ["awards"]) == ["prize: none; not gold: “theory” is 59.5, asked is ≥ 60"]


def test_a_minimum_of_the_better_prize_is_told_to_who_has_the_next():
    minimum = 'count = 1, minimum = [{ node = "theory", at_least = 60 }]'
    given = prizes(gold=minimum, silver="count = 1")
    book = rules(awards("fixed", 'at_the_line = "extend"', given=given), nodes=("theory",))
    scored = {"a": entry("9", theory="59.5"), "b": entry("8", theory="70")}
    assert "silver; not gold: “theory” is 59.5, asked is ≥ 60" in told(book, scored, "a", ["awards"])[0]


@pytest.mark.parametrize(
    ("cuts", "said"),
    [({}, "the jury has not decided where it begins"), ({"gold": 8}, "“total” is 7, asked is ≥ 8")],
)
def test_a_cut_of_the_jury_is_told_with_the_total(cuts, said):
    book = rules(awards("cuts", given=prizes(gold="")))
    assert said in told(book, field(a="9", b="7"), "b", ["awards"], cuts=cuts)[0]


def test_a_unit_that_has_its_prizes_is_named():
    keys = ('at_the_line = "extend"', 'limit = { by = "group", count = 1 }')
    book = rules(awards("fixed", *keys, given=prizes(gold="count = 2")))
    attributes = {"a": {"group": "G"}, "b": {"group": "G"}, "c": {"group": "H"}}
    line = told(book, field(a="9", b="8", c="7"), "b", ["awards"], attributes=attributes)[0]
    assert "group “G” has its 1 already" in line


def test_who_takes_part_without_a_place_or_has_a_prize_already_is_told_so():
    attributes = {"a": {"official": "no"}}
    assert "takes part without a place" in told(rules(MEDALS), field(a="9"), "a", ["awards"], attributes=attributes)[0]
    second = awards("threshold", 'id = "merit"', "at_least = 5", "unless_awarded = true", given=prizes(merit=""))
    lines = told(rules(MEDALS, second), field(a="9", b="8"), "a", ["awards"])
    assert lines == ["main: gold", "merit: none; not merit: has a prize of another list already"]


def test_a_column_that_says_something_else_is_told_with_what_it_says():
    when = 'when = [{ column = "class", is = ["A", "B"] }]'
    book = rules(awards("fixed", 'at_the_line = "extend"', when, given=prizes(gold="count = 1")))
    line = told(book, field(a="9"), "a", ["awards"], attributes={"a": {"class": "C"}})[0]
    assert "column “class” says C, asked is A / B" in line


def test_the_team_an_entry_counts_in_is_told_with_its_place_and_prize():
    team = (
        '[[teams]]\nid = "cities"\nby = "group"\ntake = "sum"\ncount = 1\n'
        'awards = { mode = "fixed", at_the_line = "extend", prizes = [{ id = "cup", count = 1 }] }\n'
    )
    attributes = {name: {"group": "G" if name < "c" else "H"} for name in "abc"}
    found = field(a="9", b="8", c="7")
    assert told(rules(team), found, "a", attributes=attributes)[-1] == (
        "cities: G: place 1, 9, cup; this entry counts in it"
    )
    assert told(rules(team), found, "b", attributes=attributes)[-1].endswith("this entry does not count in it")


HONOURS = """
[[honours]]
id = "master"
place_to = 2
worker = true
rule = "Article 7"
[[honours]]
id = "grand"
place_to = 1
field_from = 9
"""


def test_honours_are_told_with_their_rule_or_what_refused_them():
    attributes = {"a": {"worker": "no"}, "b": {"worker": "yes"}, "c": {"worker": "yes"}}
    found = field(a="9", b="8", c="7")
    lines = {name: told(rules(HONOURS), found, name, ["honours"], attributes=attributes) for name in "abc"}
    assert lines["a"][0] == "master: not recommended: not a worker; rule: Article 7"
    assert lines["b"][0] == "master: recommended; rule: Article 7"
    assert lines["c"][0].startswith("master: not reached (up to place 2, worker yes)")
    assert lines["b"][1] == "grand: not given: not given in a field of 3"


def test_all_of_it_is_plain_for_json_with_exact_numbers():
    found = plain(asked(rules(MEDALS, HONOURS), field(a="9.50", b="8", c="7"), "c"))
    assert json.loads(json.dumps(found)) == found
    assert found["place"]["ahead"] == {
        "other": "b", "by": "total", "link": 0, "node": "total", "how": "value", "own": ["7"], "theirs": ["8"],
        "stage": "",
        "at": 0,
        "out": "",
        "without": "",
    }  # fmt: skip
    assert found["prizes"][0]["last"] == {"entry": "b", "place": 2, "figure": "8"}


def test_why_a_team_has_no_place_is_told_with_its_members():
    team = '[[teams]]\nid = "cities"\nby = "group"\ncount = 2\n'
    line = told(rules(team), field(a="9"), "a", attributes={"a": {"group": "G"}})[-1]
    assert line == "cities: G: no place, members with a figure: 1, needed: 2; this entry counts in it"


def test_the_best_of_each_unit_is_measured_against_its_own_unit():
    best = awards("best_of", 'by = "group"', given=prizes(best=""))
    attributes = {"a": {"group": "G"}, "b": {"group": "H"}, "c": {"group": "H"}}
    line = told(rules(best), field(a="9", b="8", c="7"), "c", ["awards"], attributes=attributes)[0]
    assert "the last of them b (place 2, 8)" in line


@pytest.mark.parametrize(("policy", "fate"), [("demote", "none"), ("extend", "all")])
def test_a_ratio_tells_how_many_it_is_and_what_a_tie_across_its_end_did(policy, fate):
    keys = (f'at_the_line = "{policy}"', 'base = "entrants"', 'rounding = "down"')
    book = rules(awards("ratio", *keys, given=prizes(gold='ratio = "1/2"')))
    line = told(book, field(a="9", b="8", c="8", d="7"), "d", ["awards"])[0]
    assert line.endswith(f"1/2 of 4 = 2: down to number 2, places 2–3 tie across it: {fate} of them")


def test_a_figure_without_a_result_is_said_not_to_be_one():
    book = rules(awards("threshold", "at_least = 7", 'node = "theory"', given=prizes(merit="")), nodes=("theory",))
    scored = {"a": entry("9", theory="DNF"), "b": entry("8", theory="7")}
    assert "“theory” has no result, asked is ≥ 7" in told(book, scored, "a", ["awards"])[0]


def test_of_a_team_of_several_figures_those_of_the_entry_that_count_are_named():
    team = '[[teams]]\nid = "cities"\nby = "group"\ncount = 1\nof = ["vault", "beam"]\n'
    scored = {"a": entry("9", vault="5", beam="4"), "b": entry("8", vault="3", beam="5")}
    attributes = {"a": {"group": "X"}, "b": {"group": "X"}}
    line = told(rules(team, nodes=("vault", "beam")), scored, "a", ["awards"], attributes=attributes)[-1]
    assert line.endswith("of this entry count in it: vault")
