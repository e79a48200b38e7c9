"""Numbers that are missing: where a formula needs them, where it can do without, and families with gaps."""

from decimal import Decimal

import pytest

from domain.rulebook.formula.parser import parse
from domain.scoring.formula.evaluation import evaluate
from domain.scoring.numbers import NO_RESULT
from tests.domain.scoring.formula.formulas import Given, worked_out

NOTHING = {"gone": None, "dnf": NO_RESULT}
MIXED = ["3", None, "1", NO_RESULT, "8", "2"]

MISSING = [
    ("gone + 1", None),
    ("dnf * 2", NO_RESULT),
    ("gone + dnf", NO_RESULT),
    ("dnf + gone", NO_RESULT),
    ("-gone", None),
    ("not dnf", NO_RESULT),
    ("gone = gone", None),
    ("gone^2", None),
    ("2^dnf", NO_RESULT),
    ("floor(dnf)", NO_RESULT),
    ("round(gone, 1)", None),
    ("max(1, gone)", None),
    ("max(dnf, gone)", NO_RESULT),
    ("if(gone, 1, 2)", None),
    ("if(dnf, 1, 2)", NO_RESULT),
    ("gone and 0", None),
    ("dnf / 0.5", NO_RESULT),
    ("if(1, 2, gone)", Decimal(2)),
    ("if(0, 1 / (gone - gone), 3)", Decimal(3)),
    ("0 and gone", Decimal(0)),
    ("1 or dnf", Decimal(1)),
    ("0 or dnf", NO_RESULT),
    ("number(gone, 5)", Decimal(5)),
    ("number(dnf, 5)", Decimal(5)),
    ("number(gone + 1, dnf)", NO_RESULT),
]

OVER_FAMILY = {
    "sum(f)": "14",
    "mean(f)": "3.5",
    "median(f)": "2.5",
    "product(f)": "48",
    "count(f)": "4",
    "smallest(f)": "1",
    "largest(f)": "8",
    "min(f)": "1",
    "max(f)": "8",
    "sum(f >= 2)": "3",
    "count(f >= 2)": "4",
    "sum(number(f, 10))": "34",
    "mean(f * k)": "7",
    "median(f - k)": "0.5",
    "mean((f - mean(f))^2)": "7.25",
    "sum(mean(f) * f)": "49",
    "max(f) - min(f) + sum(f)": "21",
    "max(min(f), k)": "2",
    "sum(if(f > k, 1, 0))": "2",
}


@pytest.mark.parametrize(("formula", "value"), MISSING)
def test_a_number_that_is_missing_is_missed_only_where_it_is_needed(formula, value):
    assert worked_out(formula, **NOTHING) == value


@pytest.mark.parametrize(("formula", "value"), OVER_FAMILY.items())
def test_a_function_over_a_family_leaves_out_members_without_a_number(formula, value):
    assert worked_out(formula, f=MIXED, k=2) == Decimal(value)


@pytest.mark.parametrize("family", [[], [None]])
def test_of_no_member_the_sum_and_the_count_are_zero_and_all_else_has_no_value(family):
    values = {name: worked_out(f"{name}(f)", f=family) for name in ("sum", "count", "mean", "median", "product")}
    values |= {name: worked_out(f"{name}(f)", f=family) for name in ("smallest", "largest", "min", "max")}
    assert {name for name, value in values.items() if value == 0} == {"sum", "count"}
    assert [value for name, value in values.items() if name not in {"sum", "count"}] == [None] * 7


def test_the_median_of_an_odd_number_is_the_middle_one():
    assert worked_out("median(f)", f=["9", "1", "4"]) == 4


def test_only_what_is_needed_is_looked_at():
    scope = Given({"x": Decimal(1), "y": Decimal(2), "z": Decimal(3)})
    assert evaluate(parse("if(x, x, y) + (x or z) + (x and not x and z)"), scope) == 2
    assert set(scope.asked) == {"x"}


def test_a_family_is_gone_through_once_however_often_it_is_asked_for():
    scope = Given({"f": [Decimal(n) for n in range(10)]})
    evaluate(parse("mean((f - mean(f))^2) + mean(f)"), scope)
    assert len(scope.asked) == 20
    deep = "f"
    for _ in range(12):
        deep = f"sum(f + {deep})"
    scope.asked.clear()
    evaluate(parse(deep), scope)
    assert len(scope.asked) <= 10 * 14


def test_a_family_of_which_nobody_has_a_number_and_somebody_tried_has_no_result():
    assert worked_out("sum(f)", f=[NO_RESULT, NO_RESULT]) == NO_RESULT
    assert worked_out("sum(round(f * 2, 1)) + 1", f=[NO_RESULT, None]) == NO_RESULT
    assert worked_out("sum(f)", f=[NO_RESULT, Decimal(2)]) == 2
    assert worked_out("count(f)", f=[NO_RESULT, NO_RESULT]) == 0
