"""The worked numbers on the pages of docs/rules, each through a rulebook of its own."""

from decimal import Decimal
from fractions import Fraction

import pytest

from domain.rulebook.parts import Rounding
from domain.rulebook.reading import fixed
from domain.scoring.numbers import NO_RESULT, Mark, NoResult, Value
from domain.scoring.scheme import scheme
from domain.scoring.tree.finish import Finish
from domain.scoring.tree.rulings import ruled
from tests.domain.scoring.rulebooks import node, panel, rulebook, rulebook_text, score, single_marks

NAMES = ("a", "b", "c", "d", "e")


def of_numbers(op: str, numbers: str, *lines: str) -> Value:
    """The operation over as many single marks."""
    given = dict(zip(NAMES, numbers.split(), strict=False))
    of = f"of = {list(given)}".replace("'", '"')
    span = 'kind = "measured"'
    rules = rulebook(
        single_marks(*given, span=span), node("total", op, *lines, *([of] if op != "weighted_sum" else []))
    )
    return score(rules, given).total


@pytest.mark.parametrize(
    ("page", "op", "numbers", "lines", "value"),
    [
        ("product", "product", "22 2.8", "", "61.6"),
        ("median", "median", "8 3 9 7 7.5", "", "7.5"),
        ("median", "median", "8 9 7 7.5", "", "7.75"),
        ("min-max", "min", "-10 -5 -2", "", "-10"),
        ("min-max", "max", "10 5 2", "", "10"),
        ("majority", "majority", "1 0 1", "", "1"),
        ("majority", "majority", "1 2 3", "", None),
        ("majority", "majority", "1 1 0 0", "", None),
        ("average-of-five", "average_of_five", "12.01 15.44 11.87 10.95 13.1", "round = { places = 2 }", "12.33"),
        ("best", "best_sum", "41.5 38 44", "count = 2", "85.5"),
        ("best", "best_mean", "41.5 38 44", "count = 2", "42.75"),
        ("difference-of", "difference", "62 4.5", "", "57.5"),
        ("difference-of", "difference", "3 5", "", "-2"),
        ("difference-of", "difference", "3 5", "at_least = 0", "0"),
        ("ratio", "ratio", "45 55", "times = 100\nround = { places = 2 }", "81.82"),
        ("ratio", "ratio", "45 0", "times = 100\nround = { places = 2 }", None),
        ("floor-and-cap", "sum", "2.5 2", "at_most = 4", "4"),
    ],
)
def test_a_page_of_an_operation_says_what_comes_out(page, op, numbers, lines, value):
    found = of_numbers(op, numbers, *lines.splitlines())
    assert found == (None if value is None else Decimal(value)), page


BANDS = "table = [{ from = 0, points = 1 }, { from = 80, points = 5 }, { from = 60, points = 3 }]"
MINUTES = "limit = 3600\nlose = 2\nmost = 10"
HALVES = "limit = 90\neach = 30\nlose = 1\nround = { places = 4 }"


@pytest.mark.parametrize(
    ("op", "lines", "given", "value"),
    [
        ("table", BANDS, "59.99", "1"),
        ("table", BANDS, "60", "3"),
        ("table", BANDS, "79", "3"),
        ("table", BANDS, "80", "5"),
        ("table", BANDS, "-1", None),
        ("overtime", MINUTES, "3600", "0"),
        ("overtime", MINUTES, "3601", "2"),
        ("overtime", MINUTES, "3660", "2"),
        ("overtime", MINUTES, "3661", "4"),
        ("overtime", MINUTES, "4500", "10"),
        ("overtime", HALVES + '\ncounted = "whole"', "145", "1"),
        ("overtime", HALVES + '\ncounted = "exact"', "145", "1.8333"),
    ],
)
def test_a_value_becomes_the_points_its_page_says(op, lines, given, value):
    found = of_numbers(op, given, *lines.splitlines())
    assert found == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("fault", "value"), [("0", "88"), ("1", "0")])
def test_a_voiding_fault_leaves_nothing(fault, value):
    rules = rulebook(single_marks("a", "b"), node("total", "veto", 'of = ["a"]', 'when = ["b"]'))
    assert score(rules, {"a": "88", "b": fault}).total == Decimal(value)


PLACES = "round = { places = 2 }"
THIRD = '{ id = "y", lose_percent = 33.3 }'


@pytest.mark.parametrize(
    ("aspect", "entered", "points"),
    [
        (f'kind = "judgement", max = 3, {PLACES}', "2", "2"),
        (f'kind = "judgement", max = 2, {PLACES}', "2", "1.33"),
        (f'kind = "count", max = 0.25, of = 6, {PLACES}', "5", "0.21"),
        (
            f'kind = "choice", max = 1.5, choices = [{{ id = "x", lose = 0 }}, {THIRD}], {PLACES}',
            "2",
            "1.00",
        ),
        ('kind = "choice", max = 0.75, choices = [{ id = "x", lose = 0 }, { id = "y", lose = 0.25 }]', "2", "0.50"),
        ('kind = "difference", max = 1, target = 0, lose = 0.25', "0", "1"),
        ('kind = "difference", max = 1, target = 0, lose = 0.25', "-1", "0.75"),
        ('kind = "difference", max = 1, target = 0, lose = 0.25', "0.5", "0.875"),
        ('kind = "difference", max = 1, target = 0, lose = 0.25', "3", "0.25"),
        ('kind = "difference", max = 1, target = 0, lose = 0.25', "6", "0"),
        ('kind = "indicator", max = 10, target = 100', "85", "8.5"),
        ('kind = "indicator", max = 10, target = 100', "120", "10"),
        ('kind = "indicator", target = 100', "120", "1.2"),
        ('kind = "fault_item", max = 10, step = 1', "12", None),
        ('kind = "fault_item", max = 10, step = 1', "9", "1"),
    ],
)
def test_an_entry_is_worth_the_points_its_page_says(aspect, entered, points):
    sheet = f'[[panels]]\nid = "p"\nmodule = "m"\naspects = [{{ id = "x", {aspect} }}]\n'
    rules = fixed(rulebook_text(sheet, node("total", "mark", 'panel = "p"', "round = { places = 6 }")))
    assert (rules.panel("p").aspect("x").objection(Decimal(entered)) == "") == (points is not None)
    if points is not None:
        assert scheme(rules).evaluate({"p": {"x": {"1": Decimal(entered)}}}).total == Decimal(points)


FAULTS = 'faults = [{ id = "burr", points = 2, limit = 4 }, { id = "bent", points = 5 }, { id = "cut", points = 1 }]'


def test_a_fault_nobody_entered_costs_nothing_and_no_item_goes_below_zero():
    items = f'{{ id = "i", kind = "fault_item", max = 10, {FAULTS} }}'
    sheet = f'[[panels]]\nid = "p"\nmodule = "m"\naspects = [{items}]\n'
    rules = fixed(rulebook_text(sheet, node("total", "mark", 'panel = "p"')))

    def total(**lost: str) -> Value:
        return scheme(rules).evaluate({"p": {f"i.{name}": {"1": Decimal(n)} for name, n in lost.items()}}).total

    assert (total(), total(burr="4", bent="5"), total(bent="10", burr="2")) == (None, Decimal(1), Decimal(0))


@pytest.mark.parametrize(
    ("value", "points", "left"), [("86.03", "5", "81.03"), ("3", "5", "0"), ("-2", "5", "-2"), ("86.03", "-2", "88.03")]
)
def test_a_ruling_takes_nothing_below_zero(value, points, left):
    assert ruled(Decimal(value), Decimal(points)) == Decimal(left)


@pytest.mark.parametrize(("value", "found"), [("4.004", "4.00"), ("4.006", "4.01")])
def test_the_cap_comes_before_the_rounding(value, found):
    assert Finish(Rounding(places=2), None, Decimal("4.005")).of(Decimal(value), 1) == Decimal(found)


@pytest.mark.parametrize(
    ("op", "failed", "value"),
    [
        ("best", None, Decimal("8.02")),
        ("sum", None, NO_RESULT),
        ("sum", "ignore", Decimal("15.93")),
        ("sum", "zero", Decimal("15.93")),
        ("min", "zero", Decimal(0)),
        ("mean", "ignore", Fraction(1593, 200)),
        ("average_of_five", None, Decimal("7.91")),
    ],
)
def test_an_attempt_without_a_result_does_what_the_node_says(op, failed, value):
    said = [] if failed is None else [f'failed = "{failed}"']
    better = ['better = "higher"'] if op == "average_of_five" else []
    jumps = panel("p", 1, ("jump",), 'kind = "measured"', "attempts = 3")
    rules = rulebook(jumps, node("total", op, 'panel = "p"', *said, *better, "round = { places = 3 }"))
    tries: tuple[Mark, ...] = (NoResult.DNF, Decimal("7.91"), Decimal("8.02"))
    sheets: dict[str, dict[str, Mark]] = {f"{number}.jump": {"S1": mark} for number, mark in enumerate(tries, 1)}
    assert scheme(rules).evaluate({"p": sheets}).total == value
