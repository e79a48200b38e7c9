"""What an explanation says of attempts without a result, of statuses, of tables and of rules."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from domain.scoring.explanation import as_map, explain, explain_in_field
from domain.scoring.numbers import ABSENT, NoResult
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from domain.scoring.telling import tell
from domain.scoring.tree.trace import Trace
from tests.domain.scoring.explaining.field_of_all import fields
from tests.domain.scoring.rulebooks import marks, node, panel, rulebook, single_marks

ROOT = Path(__file__).parents[4]


def lines(rules, given_marks, **asked):
    return [line.strip() for line in tell(explain(rules, given_marks, **asked), rules, "en").splitlines()]


def lifts(*values):
    return {"t": {f"{turn}.lift": {"S1": value} for turn, value in enumerate(values, 1)}}


def attempts(op, *keys):
    return rulebook(panel("t", 1, ("lift",), "max = 99, step = 1", "attempts = 2"), node("total", op, *keys))


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(fields())
def test_every_value_names_a_rule_that_has_a_page(contest):
    rules, field = contest
    traces = {entry: Trace() for entry in field}
    scheme(rules).evaluate_all(field, traces)
    pages = {step.rule for trace in traces.values() for step in trace.steps.values()}
    assert {page for page in pages if not (ROOT / page).is_file()} == set()


def test_a_failed_attempt_that_counts_zero_is_told_so():
    rules = attempts("sum", 'panel = "t"', 'failed = "zero"')
    told = lines(rules, lifts(NoResult("DNF"), Decimal(8)))
    assert [line.partition(": ")[2] for line in told[2:]] == ["did not finish (no result, counts zero)", "8"]


@pytest.mark.parametrize(("op", "keys"), [("sum", ('of = ["x"]',)), ("formula", ('formula = "x * 2"',))])
def test_of_a_total_without_result_the_explanation_says_so(op, keys):
    rules = rulebook(
        panel("t", 1, ("lift",), "max = 99, step = 1", "attempts = 2"),
        node("x", "best", 'panel = "t"'),
        node("total", op, *keys),
    )
    found = explain(rules, lifts(NoResult("DNF"), NoResult("DNF")))
    assert (as_map(found)["value"], as_map(found)["remark"]) == ("NR", "no-result")


def test_only_of_a_formula_without_value_the_explanation_says_why():
    rules = rulebook(single_marks("x"), node("total", "formula", 'formula = "1 / (x - 5)"', "round = { places = 2 }"))
    assert as_map(explain(rules, marks({"x": "5"})))["remark"] == "division-by-zero"
    assert not as_map(explain(rules, marks({"x": "10"})))["remark"]


def test_of_who_is_one_of_the_field_nothing_is_remarked_and_equals_are_counted():
    rules = rulebook(single_marks("x"), node("place", "rank", 'of = "x"'), node("total", "sum", 'of = ["x"]'))
    field = {name: Given(marks({"x": mark})) for name, mark in (("a", "9"), ("b", "7"), ("c", "7"), ("d", "5"))}
    step = explain_in_field(rules, field, "c", node="place")
    assert not as_map(step)["remark"]
    assert dict(step.details) == {"field": 4, "better": 1, "better-values": 1, "equal": 2, "turn": 2}


def test_where_two_disagree_there_is_no_value_and_the_explanation_is_not_of_a_whole_one():
    rules = rulebook(panel("p", 2, rest="max_spread = 0"), node("total", "agreement", 'panel = "p"'))
    found = as_map(explain(rules, marks({"p": ["4", "5"]})))
    assert (found["value"], found["complete"], found["remark"]) == (None, False, "disagree")


def test_an_operation_told_in_full_is_told_in_chinese_with_a_chinese_colon():
    rules = rulebook(single_marks("x"), node("total", "formula", 'formula = "x * 2"'))
    assert "公式：x" in tell(explain(rules, marks({"x": "5"})), rules, "zh").splitlines()[1]


def test_a_table_tells_its_line_also_where_the_value_is_exactly_that_of_the_line():
    table = "exact = true\ntable = [{ from = 5, points = 1 }, { from = 9, points = 4 }]"
    rules = rulebook(single_marks("x"), node("total", "table", 'of = "x"', table, "below = 0"))
    reached, between = (lines(rules, marks({"x": given_mark}))[1] for given_mark in ("9", "7"))
    assert "9" in reached
    assert reached != between


def test_a_formula_whose_value_a_status_has_set_tells_the_status():
    rules = rulebook(single_marks("x"), node("total", "formula", 'formula = "x * 2"'))
    assert "disqualified" in lines(rules, marks({"x": "5"}), statuses={"m": "dsq"})[1]


def test_a_judge_who_was_absent_is_told_in_both_languages():
    rules = rulebook(
        panel("p", 2, rest='absent = "mean_of_present"'),
        node("total", "mean", 'panel = "p"', 'over = "judges"'),
    )
    step = explain(rules, {"p": {"a1": {"S1": Decimal(5), "S2": ABSENT}}})
    assert "S2 a1: judge absent (does not count)" in tell(step, rules, "en")
    assert tell(step, rules, "zh").splitlines()[-1].endswith("S2 a1：裁判缺席（不计）")


@pytest.mark.parametrize("op", ["median", "min", "max", "product"])
def test_only_sums_show_what_is_there_so_far(op):
    rules = rulebook(single_marks("x", "y"), node("total", op, 'of = ["x", "y"]'))
    assert scheme(rules).evaluate(marks({"x": "5"})).total is None
