"""Figures count when their panel is released; until all are, there is a running total."""

from decimal import Decimal
from fractions import Fraction

import pytest

from domain.scoring.ranking import rank
from domain.scoring.scheme import scheme
from tests.domain.scoring.rulebooks import Given, marks, node, panel, rulebook, score, single_marks

RULES = rulebook(
    single_marks("theory"),
    panel("process", 2, rest="max_spread = 0"),
    panel("product", 3, ("b1",)),
    node("process-items", "agreement", 'panel = "process"', 'over = "judges"'),
    node("process", "sum", 'of = ["process-items"]', 'over = "aspects"'),
    node("product-items", "trimmed_mean", 'panel = "product"', 'over = "judges"'),
    node("product", "sum", 'of = ["product-items"]', 'over = "aspects"'),
    node("task", "sum", 'of = ["process", "product"]'),
    node("total", "weighted_sum", "weights = { theory = 0.3, task = 0.7 }", "round = { places = 2 }"),
)
ALL = {"theory": "80", "process": ["30", "30"], "product.b1": ["50", "52", "48.5"]}


def test_the_board_adds_up_what_is_released_and_says_it_is_not_all():
    board = scheme(RULES).evaluate(marks(ALL), released={"theory-sheet", "process"})
    assert (board.total, board.complete) == (Decimal("45.00"), False)
    assert (board.values["total"], board.values["task"], board.values["process"]) == (None, None, Decimal(30))
    assert board.running["task"] == Decimal(30)


def test_the_jury_sees_all_there_is():
    assert score(RULES, ALL).total == Decimal("80.00")
    assert score(RULES, ALL).complete is True


def test_before_anything_is_released_there_is_no_total_at_all():
    board = scheme(RULES).evaluate(marks(ALL), released=set())
    assert (board.total, board.complete) == (None, False)


def test_an_incomplete_panel_is_never_trimmed():
    scored = score(RULES, ALL | {"product.b1": ["50", "52"]})
    assert (scored.running["product"], scored.values["product"]) == (None, None)


def test_two_judges_who_disagree_give_no_value():
    scored = score(RULES, ALL | {"process": ["30", "30.5"]})
    assert (scored.running["process"], scored.complete) == (None, False)


def test_a_mean_so_far_counts_what_is_missing_as_nothing():
    rules = rulebook(single_marks("a", "b"), node("total", "mean", 'of = ["a", "b"]'))
    scored = score(rules, {"a": "90"})
    assert (scored.total, scored.complete) == (Decimal(45), False)


def test_a_sum_of_aspects_so_far_counts_the_aspects_that_are_complete():
    rules = rulebook(
        panel("p", 2, ("a1", "a2")),
        node("items", "mean", 'panel = "p"', 'over = "judges"'),
        node("total", "sum", 'of = ["items"]', 'over = "aspects"'),
    )
    sheets = {"a1": {"S1": Decimal(8), "S2": Decimal(9)}, "a2": {"S1": Decimal(7)}}
    scored = scheme(rules).evaluate({"p": sheets})
    assert (scored.total, scored.complete) == (Decimal("8.5"), False)


def test_judges_sheets_are_added_up_and_then_trimmed_where_the_rulebook_says_so():
    rules = rulebook(
        panel("p", 3, ("a1", "a2")),
        node("sheets", "sum", 'panel = "p"', 'over = "aspects"'),
        node("total", "trimmed_mean", 'of = ["sheets"]', 'over = "judges"'),
    )
    sheets = {
        "a1": {"S1": Decimal(10), "S2": Decimal(1), "S3": Decimal(6)},
        "a2": {"S1": Decimal(1), "S2": Decimal(9), "S3": Decimal(6)},
    }
    assert scheme(rules).evaluate({"p": sheets}).total == Decimal(11)  # 11, 10, 12; aspect by aspect it would be 12
    del sheets["a2"]["S3"]
    assert scheme(rules).evaluate({"p": sheets}).total is None


def test_judges_are_added_up_only_when_all_are_there():
    rules = rulebook(
        panel("p", 2),
        node("sheets", "sum", 'panel = "p"', 'over = "aspects"'),
        node("total", "sum", 'of = ["sheets"]', 'over = "judges"'),
    )
    assert score(rules, {"p": ["5"]}).total is None
    assert score(rules, {"p": ["5", "6"]}).total == Decimal(11)


def test_a_third_stays_exact_up_to_the_node_that_rounds():
    rules = rulebook(
        panel("p", 3, ("a1", "a2", "a3")),
        node("items", "mean", 'panel = "p"', 'over = "judges"'),
        node("sum", "sum", 'of = ["items"]', 'over = "aspects"'),
        node("total", "sum", 'of = ["sum"]', "round = { places = 2 }"),
    )
    sheets = {a: {"S1": Decimal(1), "S2": Decimal(0), "S3": Decimal(0)} for a in ("a1", "a2", "a3")}
    scored = scheme(rules).evaluate({"p": sheets})
    assert (scored.values["sum"], scored.total) == (Decimal(1), Decimal("1.00"))
    sheets["a1"]["S1"] = Decimal(2)
    scored = scheme(rules).evaluate({"p": sheets})
    assert (scored.values["sum"], scored.total) == (Fraction(4, 3), Decimal("1.33"))


def test_entries_with_a_running_total_are_ranked_by_it_and_those_without_have_no_place():
    given: dict[str, Given] = {"a": {"theory": "70"}, "b": ALL, "c": {}}
    placed = rank(RULES, {entry: score(RULES, each) for entry, each in given.items()})
    assert [(each.key, each.place) for each in placed] == [("b", 1), ("a", 2), ("c", None)]


def test_a_node_without_a_value_loses_the_tie():
    rules = rulebook(
        single_marks("total", "extra"), node("more", "sum", 'of = ["extra"]'), '[ranking]\nties = [{ node = "more" }]'
    )
    scored = {"a": score(rules, {"total": "5"}), "b": score(rules, {"total": "5", "extra": "0"})}
    assert [each.key for each in rank(rules, scored)] == ["b", "a"]


def test_how_many_decimals_a_node_can_have_is_known_beforehand():
    places = scheme(RULES).places
    assert (places["theory"], places["process"], places["total"]) == (3, 3, 2)
    rules = rulebook(
        panel("p", 3),
        node("items", "mean", 'panel = "p"', 'over = "judges"'),
        node("half", "mean", 'of = ["third", "third-too"]'),
        node("third", "sum", 'of = ["items"]', 'over = "aspects"'),
        node("third-too", "sum", 'of = ["third"]', "round = { step = 0.25 }"),
        node("total", "sum", 'of = ["third-too"]'),
    )
    found = scheme(rules).places
    assert (found["third"], found["half"], found["third-too"], found["total"]) == (None, None, 2, 2)


@pytest.mark.parametrize(("nodes", "places"), [(2, 4), (3, None), (4, 5), (5, 4), (6, None)])
def test_a_mean_has_an_end_only_if_its_divisor_is_made_of_twos_and_fives(nodes, places):
    names = [f"n{number}" for number in range(nodes)]
    listed = ", ".join(f'"{name}"' for name in names)
    rules = rulebook(
        single_marks(*names),
        node("mean", "mean", f"of = [{listed}]"),
        node("total", "sum", 'of = ["mean"]', "round = { places = 2 }"),
    )
    assert scheme(rules).places["mean"] == places
