"""Figures of the whole field, and points by the ratio to its best."""

from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.field.figures import Take, taken
from domain.scoring.field.ratios import ratio_to_best
from tests.domain.scoring.field.columns import numbers

POINTS = Decimal(100)
KINDS = get_args(Take)
ABOVE_ZERO = st.lists(st.integers(1, 9999).map(lambda mark: Decimal(mark) / 8), min_size=1, max_size=12)
ODD = numbers("80 85 90")


@pytest.mark.parametrize(
    ("what", "figure"),
    [("mean", 85), ("median", 85), ("sum", 255), ("count", 3), ("mad", 5), ("best", 90), ("worst", 80)],
)
def test_st_07_figures_of_three_marks(what, figure):
    assert taken(ODD, what) == figure
    assert taken([Fraction(number) / 3 for number in ODD], what) == (figure if what == "count" else Fraction(figure, 3))


def test_the_best_time_is_the_smallest():
    assert [taken(ODD, "best", "lower"), taken(ODD, "worst", "lower")] == numbers("80 90")


def test_the_deviation_has_to_say_which():
    assert taken(ODD, "sd", sd="sample") == 5
    assert str(taken(ODD, "sd", sd="population")).startswith("4.0824829046386301636621401245098189866")
    assert taken(ODD[:1], "sd", sd="sample") == 0


def test_of_an_even_number_the_median_is_the_mean_of_the_two_in_the_middle():
    assert taken(numbers("1 9 2 4"), "median") == 3
    assert taken(numbers("1 9 2 4"), "mad") == Decimal("1.5")
    assert taken([Fraction(1, 3), Decimal("0.5")], "median") == Fraction(5, 12)


def test_of_nobody_there_is_a_sum_and_a_count_and_nothing_else():
    found = {what: taken([], what) for what in KINDS}
    assert {what: figure for what, figure in found.items() if figure is not None} == {"sum": 0, "count": 0}


def test_a_third_has_no_end_and_long_numbers_lose_no_digit():
    assert taken(numbers("1 1 2"), "mean") == Fraction(4, 3)
    assert taken([Decimal(10) ** 70, Decimal("0.1")], "sum") == 10**70 + Fraction(1, 10)


@given(ABOVE_ZERO, st.randoms())
def test_the_order_of_the_column_changes_no_figure(column, chance):
    before = [taken(column, what) for what in KINDS]
    chance.shuffle(column)
    assert [taken(column, what) for what in KINDS] == before


@pytest.mark.parametrize(
    ("better", "column", "points"),
    [
        ("higher", "80 60 20", "100 75 25"),
        ("lower", "40 50 80", "100 80 50"),
        ("higher", "0 0 -3", "100 100 0"),
        ("lower", "0 5", "100 0"),
        ("higher", "-2 -4", "100 0"),
        ("higher", "4 -1", "100 -25"),
        ("higher", "", ""),
    ],
)
def test_the_best_has_full_points_and_the_others_their_ratio(better, column, points):
    assert ratio_to_best(numbers(column), better, POINTS) == numbers(points)


def test_a_ratio_without_end_stays_exact():
    assert ratio_to_best(numbers("40 50 60"), "lower", POINTS) == [100, 80, Fraction(200, 3)]


@given(ABOVE_ZERO, st.sampled_from(["higher", "lower"]))
def test_nobody_has_more_points_than_the_best_and_better_never_has_fewer(column, better):
    pairs = sorted(zip(column, ratio_to_best(column, better, POINTS), strict=True), reverse=better == "higher")
    points = [each for _, each in pairs]
    assert points[0] == POINTS
    assert points == sorted(points, reverse=True)
    assert points[-1] > 0
