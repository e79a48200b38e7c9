"""No result and no value without a reason: failures counted, what nobody marked, what stands in, how many judges."""

from decimal import Decimal

import pytest

from domain.scoring.explanation import explain, explain_in_field
from domain.scoring.numbers import NoResult
from domain.scoring.scored import Given
from domain.scoring.telling import tell
from tests.domain.scoring.rulebooks import marks, node, panel, rulebook, single_marks

DNF = NoResult("DNF")


def told(rules, given, language="en", **asked):
    return [line.strip() for line in tell(explain(rules, given, **asked), rules, language).splitlines()]


def solves(*keys):
    return rulebook(
        panel("t", 1, ("time",), "max = 99, step = 0.01", "attempts = 5"),
        node("total", "average_of_five", 'panel = "t"', "round = { places = 2 }", *keys),
    )


def times(*values):
    given = {f"{turn}.time": {"S1": value} for turn, value in enumerate(values, 1) if value is not None}
    return {"t": given}


@pytest.mark.parametrize(
    ("language", "said"), [("en", "2 of 5 without a result, therefore no result"), ("zh", "5 个中有 2 个无成绩")]
)
def test_an_average_that_two_failures_took_away_says_so(language, said):
    assert said in told(solves(), times(Decimal(8), DNF, Decimal(9), DNF, Decimal(7)), language)[1]


def test_an_attempt_nobody_made_is_a_failure_by_a_key_of_the_rulebook_and_named_after_it():
    lines = told(solves('missing = "no_result"'), times(Decimal(8), Decimal(9)))
    assert lines[0] == "total: no result"
    assert "3 of 5 without a result" in lines[1]
    assert [line for line in lines if "not yet marked" in line and "missing" not in line] == []
    assert sum('an attempt without a result (missing = "no_result")' in line for line in lines) == 3


def test_attempts_still_to_come_are_not_told_as_failures():
    lines = told(solves('missing = "no_result"'), times())
    assert lines[0] == "total: …"
    assert not any("no_result" in line for line in lines)


def test_what_a_formula_takes_in_the_place_of_a_mark_is_told_with_the_number():
    rules = rulebook(
        single_marks("x", "bonus"), node("total", "formula", 'formula = "x + number(bonus, 2) - number(bonus, 0)"')
    )
    assert told(rules, marks({"x": "5"}))[2:] == ["x: 5 (S1)", "bonus: not marked, taken as 2"]
    assert told(rules, marks({"x": "5"}), "zh")[3] == "bonus：未评，按 2 计"
    assert told(rules, marks({"x": "5", "bonus": "1"}))[3] == "bonus: 1 (S1)"


def test_a_veto_tells_which_fault_it_was():
    rules = rulebook(
        single_marks("x", "fire", "shock"),
        node("total", "veto", 'of = "x"', 'when = ["fire", "shock"]', 'gives = "no_result"'),
    )
    lines = told(rules, marks({"x": "5", "fire": "0", "shock": "1"}))
    assert "“shock” is above zero" in lines[1]
    assert "“fire” is above zero" not in lines[1]


def test_under_the_quorum_the_judges_are_counted_and_no_part_stands_as_a_total():
    rules = rulebook(panel("p", 5, rest='absent = "mean_of_present"\nquorum = 4'), node("total", "mean", 'panel = "p"'))
    lines = told(rules, {"p": {"a1": {"S1": Decimal(5), "S2": Decimal(6)}}})
    assert lines[0] == "total: …"
    assert "marked by 2, needed are at least 4 judges" in lines[1]


def test_a_rounding_that_changed_nothing_is_not_told():
    rules = rulebook(single_marks("x"), node("total", "sum", 'of = ["x"]', "round = { places = 2 }"))
    assert "rounded" not in told(rules, marks({"x": "5.25"}))[1]
    assert "rounded from 5.255 to 0.01" in told(rules, marks({"x": "5.255"}))[1]


def test_points_for_a_place_tell_the_place_and_how_many_were_better():

    rules = rulebook(single_marks("x"), node("total", "points_for_place", 'of = "x"', "points = [8, 6, 4, 2]"))
    field = {name: Given(marks({"x": mark})) for name, mark in (("a", "9"), ("b", "7"), ("c", "7"), ("d", "5"))}
    step = explain_in_field(rules, field, "c")
    assert "of 4 in the field 1 better: place 2; 1 more equal to it" in tell(step, rules, "en")
    assert "全场 4 个中 1 个更好，即第 2；另有 1 个相等" in tell(step, rules, "zh")
