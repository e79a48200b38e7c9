"""Who counts where: finishers, figures that are not there, modules of a stage, and which way a figure is better."""

from decimal import Decimal

import pytest

from domain.rulebook.reading import fixed
from domain.scoring.honours.roll import honours
from domain.scoring.ranking.places import rank
from domain.scoring.result import Known, contest_result
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from domain.scoring.teams import teams
from tests.domain.scoring.results.field import awards_of, entry, field, holders, prizes, rules, value
from tests.domain.scoring.rulebooks import HEAT_AND_FINAL, node

HALF = (
    '[[awards]]\nmode = "ratio"\nat_the_line = "demote"\nbase = "{}"\nrounding = "down"\n'
    'prizes = [{{ id = "prize", ratio = 0.5 }}]\n'
)
MEDALS = (
    '[[awards]]\nmode = "medals"\nnode = "scaled"\ntolerance = 0\n'
    + prizes(gold="", silver="", bronze="")
    + '\n[ranking]\nbetter = "lower"\n'
)


def places(book, scored, **more):
    return {each.key: each.place for each in rank(book, scored, **more)}


@pytest.mark.parametrize(("base", "having"), [("finishers", ["a"]), ("starters", ["a", "b"])])
def test_who_tried_and_has_no_result_started_and_did_not_finish(base, having):
    scored = field(a="9", b="8", c="7", d="DNF")
    assert holders(awards_of(rules(HALF.format(base)), scored)[0]) == {"prize": having}


def test_medals_by_a_figure_go_to_the_higher_even_where_the_lower_total_is_ranked_first():
    book = rules(MEDALS, nodes=("scaled",))
    scored = {"a": entry("1", scaled="700"), "b": entry("2", scaled="750"), "c": entry("3", scaled="720")}
    found = awards_of(book, scored)[0]
    assert holders(found) == {"gold": ["b"], "silver": ["c"], "bronze": ["a"]}
    assert not found.passed


def test_medals_of_zero_and_one_point_are_one_point_apart():
    book = rules(MEDALS.replace("tolerance = 0", "tolerance = 1"), nodes=("scaled",))
    scored = {"a": entry("1", scaled="2"), "b": entry("2", scaled="1"), "c": entry("3", scaled="0")}
    assert holders(awards_of(book, scored)[0]) == {"gold": ["a", "b"], "bronze": ["c"]}


def test_a_best_figure_of_zero_is_as_far_from_one_as_one_from_two():
    book = rules(MEDALS.replace("tolerance", 'better = "lower"\ntolerance'), nodes=("scaled",))
    scored = {"a": entry("1", scaled="0"), "b": entry("2", scaled="1"), "c": entry("3", scaled="2")}
    assert holders(awards_of(book, scored)[0]) == {"gold": ["a"], "silver": ["b"], "bronze": ["c"]}


def test_a_figure_that_is_not_there_reaches_no_pass_line():
    bar = 'minimum = [{ node = "theory", at_most = 60 }]\n'
    listed = '[[awards]]\nmode = "fixed"\nat_the_line = "extend"\n' + bar + prizes(first="count = 1")
    found = awards_of(rules(listed, nodes=("theory",)), {"a": entry("9", theory=None)})[0]
    assert not found.given
    assert found.passed["a"].word == "no-figure"


def test_an_open_tie_names_only_the_prizes_its_places_reach():
    listed = '[[awards]]\nmode = "fixed"\nat_the_line = "block"\n' + prizes(
        first="count = 1", second="count = 1", third="count = 1"
    )
    found = awards_of(rules(listed), field(a="9", b="8", c="8", d="8"))[0]
    assert holders(found) == {"first": ["a"]}
    assert [each.prizes for each in found.undecided] == [(("second", 1), ("third", 1))]


def test_a_title_for_the_second_place_alone_is_not_the_winners():
    book = rules('[[honours]]\nid = "t"\nplace_from = 2\nplace_to = 2\n')
    placed = rank(book, scored := field(a="9", b="8", c="7"))
    assert list(honours(book, placed, scored, {}, ()).given) == ["b"]


def test_who_has_a_title_by_its_own_place_does_not_succeed_to_it():
    book = rules('[[honours]]\nid = "t"\nplace_to = 2\nworker = true\n')
    attributes = {name: {"worker": "yes"} for name in "bc"}
    placed = rank(book, scored := field(a="9", b="8", c="7"))
    found = honours(book, placed, scored, attributes, ())
    assert [each.succeeds for listed in found.given.values() for each in listed] == [False]


def test_a_title_without_succession_by_a_place_above_leaves_nobody_a_successor():
    book = rules('[[honours]]\nid = "t"\nplace_from = 2\nplace_to = 3\nworker = true\n')
    attributes = {name: {"worker": "yes"} for name in "bcd"}
    placed = rank(book, scored := field(a="9", b="8", c="7", d="6"))
    found = honours(book, placed, scored, attributes, ())
    assert {name: [each.succeeds for each in listed] for name, listed in found.given.items()} == {
        "b": [False],
        "c": [False],
    }


def test_a_team_whose_member_lacks_the_figure_of_a_tie_stands_behind_its_equal():
    book = rules('[[teams]]\nid = "t"\nby = "group"\nties = [{ of = "time", better = "lower" }]', nodes=("time",))
    rows = {"a": ("5", "10"), "b": ("5", None), "c": ("5", "90"), "d": ("5", "90")}
    scored = {name: entry(total, time=time) for name, (total, time) in rows.items()}
    attributes = {name: {"group": "X" if name in "ab" else "Y"} for name in rows}
    found = teams(book, rank(book, scored, attributes), scored, attributes)[0]
    assert [(each.key, each.place) for each in found.placed] == [("Y", 1), ("X", 2)]


def test_a_mark_without_result_is_the_first_that_is_dropped():
    book = rules('[ranking]\nties = [{ node = "marks", how = "drop_lowest" }]')
    scored = {
        "a": entry("9", {"marks": ["5", "DNF", "4"]}),
        "b": entry("9", {"marks": ["5", None, "3"]}),
        "c": entry("9", {"marks": ["5", "2", "1"]}),
    }
    assert places(book, scored) == {"a": 1, "b": 2, "c": 3}


STAGES = """
format = 1
id = "two"
title = "two"
[[stages]]
id = "prelim"
total = "total-n"
advance = { first = 2 }
[[stages]]
id = "final"
total = "total-o"
"""


def _module(name, stage):
    return (
        f'[[modules]]\nid = "{name}"\nscore = "mark-{name}"\nstages = ["{stage}"]\n'
        f'[[panels]]\nid = "sheet-{name}"\nmodule = "{name}"\naspects = [{{ id = "{name}", max = 10 }}]\n'
        f'[nodes.mark-{name}]\nop = "mark"\npanel = "sheet-{name}"\n'
        f'[nodes.total-{name}]\nop = "sum"\nof = ["mark-{name}"]\nat_most = 1\n'
    )


def test_module_by_module_compares_only_the_modules_of_the_stage():
    order = '[ranking]\nties = [{ how = "module_by_module" }]\n'
    book = fixed(STAGES + _module("n", "prelim") + _module("o", "final") + order)
    modules = [module.node for module in book.modules]
    scored = {}
    for name, marks in (("a", ("5", "1")), ("b", ("1", "2"))):
        figures = {"total-o": value("1")} | dict(zip(modules, map(value, marks), strict=True))
        scored[name] = entry("1")._replace(values=figures, running=figures)
    assert places(book, scored, stage=book.stages[1]) == {"b": 1, "a": 2}


def test_dropping_begins_with_the_lowest_alone():
    book = rules('[ranking]\nties = [{ node = "marks", how = "drop_lowest" }]')
    scored = {"a": entry("16", {"marks": ["9", "6", "1"]}), "b": entry("16", {"marks": ["8", "8", "0"]})}
    assert places(book, scored) == {"b": 1, "a": 2}


def test_who_has_no_result_has_no_prize_though_prizes_are_left():
    listed = '[[awards]]\nmode = "fixed"\nat_the_line = "extend"\n' + prizes(first="count = 3")
    found = awards_of(rules(listed), field(a="9", b="8", c="DNF"))[0]
    assert holders(found) == {"first": ["a", "b"]}


def test_medals_go_to_the_lower_figure_where_the_rulebook_says_so():
    book = rules(MEDALS.replace("tolerance", 'better = "lower"\ntolerance'), nodes=("scaled",))
    scored = {"a": entry("1", scaled="700"), "b": entry("2", scaled="750"), "c": entry("3", scaled="720")}
    assert holders(awards_of(book, scored)[0]) == {"gold": ["a"], "silver": ["c"], "bronze": ["b"]}


def test_a_prize_of_teams_may_ask_a_least_figure_of_the_team():
    cup = 'awards = { mode = "fixed", at_the_line = "extend", minimum = [{ node = "total", at_least = 9 }], '
    book = rules('[[teams]]\nid = "t"\nby = "group"\n' + cup + 'prizes = [{ id = "cup", count = 2 }] }\n')
    scored = field(a="9", b="8")
    attributes = {name: {"group": name.upper()} for name in scored}
    found = teams(book, rank(book, scored, attributes), scored, attributes)[0]
    assert [holders(each) for each in found.awards] == [{"cup": ["A"]}]


def test_two_over_their_units_limit_do_not_keep_a_third_from_the_next_prize():
    bar = "minimum = [{ node = 'theory', at_least = 60 }]"
    listed = (
        '[[awards]]\nmode = "fixed"\nat_the_line = "demote"\nif_below = "next"\nlimit = { by = "unit", count = 1 }\n'
        + prizes(first=f"count = 1, {bar}", second="count = 1")
    )
    scored = {name: entry("9", theory=mark) for name, mark in (("a", "50"), ("b", "70"), ("c", "70"))}
    units = {name: {"unit": "x"} for name in scored}
    assert holders(awards_of(rules(listed, nodes=("theory",)), scored, units)[0]) == {"second": ["a"]}


def test_a_finalist_who_did_not_start_there_holds_up_no_prize_and_no_team():
    """The total is settled: none. Nobody waits for a figure that will not come."""
    overall = node("overall", "sum", 'of = ["heat.points", "final.points"]')
    lists = '[[awards]]\nmode = "fixed"\nat_the_line = "extend"\nprizes = [{ id = "first", count = 1 }]\n'
    team = '[[teams]]\nid = "team"\nby = "group"\ncount = 1\n' + lists.replace("[[awards]]", "[[teams.awards]]")
    book = fixed(HEAT_AND_FINAL + overall + lists + team)
    marks = {
        "a": {"heat.p": {"a": {"1": Decimal(20)}}, "final.p": {"a": {"1": Decimal(20)}}},
        "b": {"heat.p": {"a": {"1": Decimal(19)}}},
        "c": {"heat.p": {"a": {"1": Decimal(5)}}},
    }
    field_ = {key: Given(each, {"final.task": "dns"} if key == "b" else {}) for key, each in marks.items()}
    known = Known({key: {"group": "X"} for key in "abc"}, been={"heat": "abc", "final": "ab"})
    found = contest_result(book, scheme(book).evaluate_all(field_), known)
    assert [(each.key, each.place) for each in found.placed] == [("a", 1), ("b", 2), ("c", 3)]
    (teams_found,) = found.teams
    assert teams_found.awards[0].given == {"X": "first"}
    assert found.prizes[0].given == {"a": "first"}


@pytest.mark.parametrize(("base", "having"), [("ranked", ["a"]), ("entrants", ["a", "b"])])
def test_who_has_no_result_and_no_place_is_not_among_the_ranked(base, having):
    book = rules(HALF.format(base) + '\n[ranking]\nno_result = "unranked"\n')
    scored = field(a="9", b="8", c="DNF", d="DNF")
    assert holders(awards_of(book, scored)[0]) == {"prize": having}
