"""What an explanation says beside its numbers: entries, floor and cap, tables, formulas, rulings, the field."""

import json
from decimal import Decimal

import pytest

from domain.rulebook.parts import Words
from domain.scoring.beside import Beside
from domain.scoring.explanation import as_map, explain, explain_in_field
from domain.scoring.scored import Given
from domain.scoring.telling import tell
from tests.domain.scoring.rulebooks import marks, node, panel, rulebook, single_marks


def lines(rules, given_marks, language="en", **asked):
    return [line.strip() for line in tell(explain(rules, given_marks, **asked), rules, language).splitlines()]


def sheet(**entries):
    return {"p": {aspect.replace("_", "."): {"S1": Decimal(entry)} for aspect, entry in entries.items()}}


KINDS = rulebook(
    """[[panels]]
    id = "p"
    module = "m"
    seats = ["S1"]
    aspects = [
      { id = "j", kind = "judgement", max = 1.5 },
      { id = "c", kind = "choice", max = 2, choices = [{ id = "all", lose = 0 }, { id = "half", lose_percent = 50 }] },
      { id = "f", kind = "fault_item", max = 9, faults = [{ id = "burr", points = 1 }, { id = "gap", points = 2 }] },
      { id = "e", kind = "deduction", max = 4 },
    ]""",
    node("total", "sum", 'panel = "p"', 'over = "aspects"', "at_most = 11"),
)
ENTERED = {"j": "2", "c": "2", "f_burr": "3", "e": "1.5"}


def test_what_was_entered_stands_beside_the_points_it_became():
    told = lines(KINDS, sheet(**ENTERED))
    assert told[2:] == [
        "S1 j: 2 of 0–3 → 1",
        "S1 c: level 2 half → 1",
        "S1 f: burr 3 lost → 6",
        "S1 e: 1.5 lost → -1.5",
    ]
    assert "S1 j：2（0–3） → 1" in lines(KINDS, sheet(**ENTERED), "zh")


def test_the_map_has_what_was_entered_and_what_the_rulebook_says_of_it():
    judged, _, fault, _ = json.loads(json.dumps(as_map(explain(KINDS, sheet(**ENTERED)))))["inputs"]
    assert (judged["entered"], judged["value"], judged["item"]["scale"]) == ("2", "1", 3)
    assert fault["faults"] == [{"aspect": "f.burr", "lost": "3"}]


def test_what_nobody_marked_and_counts_zero_by_a_status_is_told_so():
    given_marks = sheet(j="3")
    told = lines(KINDS, given_marks, statuses={"m": "dnf"})
    assert "S1 e: 0 (not marked, counts zero)" in told
    beside = Beside(stated={("dnf", "m"): "marks.csv line 4"})
    step = explain(KINDS, given_marks, {"m": "dnf"})
    assert "S1 e: 0 (not marked, counts zero; did not finish: marks.csv line 4)" in tell(step, KINDS, "en", beside)
    assert "S1 j: 3 of 0–3 → 1.5" in told


def test_floor_and_cap_are_told_before_the_rounding():
    rules = rulebook(panel("p", 3), node("total", "sum", 'panel = "p"', "at_most = 10.06", "round = { places = 1 }"))
    assert (
        "cut from 12 to the most, 10.06; rounded from 10.06 to 0.1, half up" in lines(rules, marks({"p": ["4"] * 3}))[1]
    )


def test_a_number_without_end_is_told_exactly_and_nearly():
    rules = rulebook(
        panel("p", 3),
        node("third", "mean", 'panel = "p"'),
        node("total", "sum", 'of = ["third"]', "round = { places = 2 }"),
    )
    assert lines(rules, marks({"p": ["83", "83", "84"]}), node="third")[0] == "third: 250/3 (≈ 83.3333)"


def test_the_line_of_a_table_that_was_reached_is_told():
    rules = rulebook(
        single_marks("x"),
        node("total", "table", 'of = "x"', "table = [{ from = 0, points = 1 }, { from = 60, points = 2 }]"),
    )
    assert "line from 60 of the table reached: 2" in lines(rules, marks({"x": "75"}))[1]


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("1 / (x - 5)", "division by zero: no value"),
        ("sqrt(x - 9)", "root of a number below zero: no value"),
        ("ln(x - 5)", "logarithm of a number not above zero: no value"),
        ("exp(x * 10000000)", "too large to be worked out: no value"),
        ("x * 2", "formula: x * 2"),
    ],
)
def test_a_formula_is_told_with_its_text_and_why_it_has_no_value(formula, said):
    rules = rulebook(single_marks("x"), node("total", "formula", f'formula = "{formula}"', "round = { places = 2 }"))
    told = lines(rules, marks({"x": "5"}))
    assert said in told[1]
    assert told[2] == "x: 5 (S1)"


def test_a_ratio_by_zero_is_told():
    rules = rulebook(single_marks("x", "y"), node("total", "ratio", 'of = ["x", "y"]', "round = { places = 2 }"))
    assert "division by zero" in lines(rules, marks({"x": "5", "y": "0"}))[1]


def test_what_a_ruling_took_is_told_with_its_reason_and_what_it_was_taken_from():
    rules = rulebook(single_marks("x"), node("total", "sum", 'of = ["x"]'))
    field = {"e1": Given(marks({"x": "5"}), taken={"total": Decimal("0.5")})}
    step = explain_in_field(rules, field, "e1")
    ruled = Beside(ruled=["0.5, talking (rulings.csv line 2)"])
    assert tell(step, rules, "en", ruled).splitlines()[:2] == [
        "total: 4.5",
        "  [sum; 0.5 taken off 5 by a ruling: 0.5, talking (rulings.csv line 2); rule: docs/rules/sum.md]",
    ]
    assert as_map(step)["taken"] == "0.5"


def test_an_entry_of_a_field_is_told_with_the_figures_of_the_field():
    rules = rulebook(
        single_marks("x"),
        node("place", "rank", 'of = "x"'),
        node("total", "sum", 'of = ["x"]'),
    )
    field = {f"e{x}": Given(marks({"x": str(x)})) for x in (7, 9, 9)} | {"e0": Given(marks({"x": "9"}))}
    told = tell(explain_in_field(rules, field, "e7", node="place"), rules, "en")
    assert told.startswith("place: 3\n")
    assert "of 3 in the field 2 better" in told


def test_a_rule_is_told_by_the_title_of_its_text():
    rules = rulebook(single_marks("x"), node("total", "sum", 'of = ["x"]'))
    step, titles = explain(rules, marks({"x": "5"})), {"docs/rules/sum.md": Words(zh="相加", en="Sum")}
    assert "; rule: Sum]" not in tell(step, rules, "en")
    assert "[sum; rule: Sum]" in tell(step, rules, "en", Beside(rules=titles))
    assert as_map(step, titles)["rule_title"] == {"zh": "相加", "en": "Sum"}
    assert as_map(step)["rule_title"] is None
