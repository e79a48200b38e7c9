"""Attempts without a result, absent judges and statuses on their way up the tree."""

from decimal import Decimal

import pytest

from domain.scoring.numbers import ABSENT, NO_RESULT, Mark, NoResult
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from domain.scoring.tree.trace import Trace
from tests.domain.scoring.rulebooks import node, panel, rulebook, single_marks

PLACES = rulebook(
    single_marks("x"),
    node("place", "rank", 'of = "x"'),
    node("total", "sum", 'of = ["place"]'),
)


def lifts(*values):
    return {"t": {f"{turn}.lift": {"S1": value} for turn, value in enumerate(values, 1)}}


def one(value):
    return Given({"x-sheet": {"x": {"S1": value}}})


def test_who_has_no_result_keeps_nobody_listed_behind_out_of_the_field():
    found = scheme(PLACES).evaluate_all({"a": one(NoResult("DNF")), "b": one(Decimal(5)), "c": one(Decimal(9))})
    assert {entry: each.values["place"] for entry, each in found.items()} == {"a": NoResult("DNF"), "b": 2, "c": 1}


def test_who_is_out_of_the_field_keeps_nobody_listed_behind_out_of_it():
    rules = rulebook(single_marks("x"), node("place", "rank", 'of = "x"'), node("total", "sum", 'of = ["place"]'))
    field = {"a": Given(one(Decimal(9)).marks, {"": "dsq"}), "b": one(Decimal(5)), "c": one(Decimal(3))}
    found = scheme(rules).evaluate_all(field)
    assert [each.values["place"] for each in found.values()][1:] == [1, 2]


@pytest.mark.parametrize(("op", "points"), [("best_sum", 17), ("best_mean", Decimal("8.5"))])
def test_of_more_results_than_count_the_best_count_also_beside_a_failed_attempt(op, points):
    rules = rulebook(
        panel("t", 1, ("lift",), "max = 99, step = 1", "attempts = 4"),
        node("total", op, 'panel = "t"', "count = 2", 'failed = "worst"'),
    )
    assert scheme(rules).evaluate(lifts(NoResult("DNF"), Decimal(8), Decimal(7), Decimal(9))).total == points


def test_an_operation_that_knows_no_worst_has_no_result_beside_a_failed_attempt():
    rules = rulebook(
        panel("t", 1, ("lift",), "max = 99, step = 1", "attempts = 2"),
        node("total", "mean", 'panel = "t"', 'failed = "worst"'),
    )
    assert scheme(rules).evaluate(lifts(NoResult("DNF"), Decimal(8))).total is NO_RESULT


@pytest.mark.parametrize(
    ("op", "keys", "total"), [("formula", 'formula = "ps + qs"', 10), ("difference", 'of = ["ps", "qs"]', 0)]
)
def test_a_judge_absent_from_one_of_two_panels_is_absent_from_what_is_made_of_both(op, keys, total):
    rules = rulebook(
        panel("p", 3, rest='absent = "mean_of_present"'),
        panel("q", 3, ("b1",), rest='absent = "mean_of_present"'),
        *(node(f"{name}s", "marks", f'panel = "{name}"') for name in "pq"),
        node("both", op, keys),
        node("total", "mean", 'of = "both"', 'over = "judges"', "round = { places = 2 }"),
    )
    row: dict[str, Mark] = {"S1": Decimal(4), "S2": Decimal(6), "S3": Decimal(8)}
    marks = {"p": {"a1": row}, "q": {"b1": {**row, "S3": ABSENT}}}
    assert scheme(rules).evaluate(marks).total == total


def test_one_of_two_judges_missing_leaves_only_its_own_member_of_a_formula_open():
    rules = rulebook(
        panel("p", 2, ("a1", "a2")),
        node("items", "marks", 'panel = "p"'),
        node("sums", "sum", 'of = "items"', 'over = "aspects"'),
        node("doubled", "formula", 'formula = "sums * 2"'),
        node("total", "max", 'of = "doubled"', 'over = "judges"', 'missing = "ignore"'),
    )
    marks = {"p": {"a1": {"S1": Decimal(4), "S2": Decimal(6)}, "a2": {"S1": Decimal(1)}}}
    assert scheme(rules).evaluate(marks, trace=(trace := Trace())).total == 10
    assert {seat: step.complete for seat, step in trace.of("doubled").items()} == {"S1": True, "S2": False}


def test_without_a_field_one_mark_moves_only_its_own_entry():
    alone = rulebook(single_marks("x"), node("total", "sum", 'of = ["x"]'))
    assert (scheme(alone).field_wide, scheme(PLACES).field_wide) == (False, True)


def test_a_tie_broken_by_a_single_number_needs_no_family():
    rules = rulebook(single_marks("x"), node("total", "sum", 'of = ["x"]'), '[ranking]\nties = [{ node = "x" }]')
    assert scheme(rules).evaluate(one(Decimal(5)).marks).families == {}


def test_a_void_module_whose_score_is_a_place_counts_zero_and_is_complete():
    rules = rulebook(single_marks("x"), node("total", "rank", 'of = "x"'))
    field = {"a": Given(one(Decimal(9)).marks, {"m": "module_void"}), "b": one(Decimal(5))}
    found = scheme(rules).evaluate_all(field)["a"]
    assert found.complete
    assert found.values["total"] == 0


@pytest.mark.parametrize("missing", ["S1", "S2"])
def test_places_within_judges_stand_only_when_each_judge_has_marked_everybody(missing):
    rules = rulebook(
        panel("p", 2, ("a1", "a2")),
        node("sheets", "sum", 'panel = "p"', 'over = "aspects"'),
        node("places", "rank", 'of = "sheets"'),
        node("total", "sum", 'of = "places"', 'over = "judges"'),
    )
    row = {"S1": Decimal(4), "S2": Decimal(6)}
    less = {seat: mark for seat, mark in row.items() if seat != missing}
    field = {"a": Given({"p": {"a1": row, "a2": row}}), "b": Given({"p": {"a1": row, "a2": less}})}
    assert not any(each.complete for each in scheme(rules).evaluate_all(field).values())


def test_a_mark_still_missing_is_waited_for_beside_an_attempt_without_result():
    rules = rulebook(
        panel("t", 1, ("lift",), "max = 99, step = 1", "attempts = 3"),
        node("total", "max", 'panel = "t"', 'failed = "ignore"'),
    )
    waiting = scheme(rules).evaluate(lifts(NoResult("DNF"), Decimal(8)))
    assert (waiting.total, waiting.complete) == (None, False)
    assert scheme(rules).evaluate(lifts(NoResult("DNF"), Decimal(8), Decimal(7))).total == 8
