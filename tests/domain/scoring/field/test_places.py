"""Places within the field and points for them."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.field.places import places
from domain.scoring.field.points import points_for_place
from domain.scoring.numbers import Num
from tests.domain.scoring.field.columns import numbers

FIELD = numbers("44 42 42 41 41 41 39")
POINTS = numbers("12 10 8")
COLUMNS = st.lists(st.integers(-5, 5).map(Decimal), max_size=12)
SHARING = st.sampled_from(["1224", "1223", "1334", "fractional"])


@pytest.mark.parametrize(
    ("display", "given_places"),
    [
        ("1224", "1 2 2 4 4 4 7"),
        ("1334", "1 3 3 6 6 6 7"),
        ("1223", "1 2 2 3 3 3 4"),
        ("1234", "1 2 3 4 5 6 7"),
        ("fractional", "1 2.5 2.5 5 5 5 7"),
    ],
)
def test_st_01_each_way_of_counting_places_where_values_are_equal(display, given_places):
    assert places(FIELD, "higher", display) == numbers(given_places)


def test_where_lower_is_better_the_smallest_is_first():
    assert places(numbers("62.1 58.4 58.4 70"), "lower", "1224") == numbers("3 1 1 4")


@pytest.mark.parametrize("better", ["higher", "lower"])
def test_ordinal_places_part_equal_values_by_the_order_of_the_column(better):
    assert places(numbers("7 7 7"), better, "1234") == numbers("1 2 3")


def test_a_third_and_a_decimal_are_compared_exactly():
    field: list[Num] = [Decimal("0.333333333333333333"), Fraction(1, 3), Decimal("0.5"), Fraction(1, 2)]
    assert places(field, "higher") == numbers("4 3 1 1")


def test_a_field_of_nobody_has_no_places():
    assert places([], "higher") == points_for_place([], POINTS, "higher", "each") == []


@given(COLUMNS, SHARING, st.randoms())
def test_the_order_of_the_column_changes_no_shared_place(column, display, chance):
    before = sorted(zip(column, places(column, "higher", display), strict=True))
    chance.shuffle(column)
    assert sorted(zip(column, places(column, "higher", display), strict=True)) == before


@given(COLUMNS, SHARING)
def test_turning_the_sign_and_what_is_better_changes_no_place(column, display):
    assert places([-number for number in column], "lower", display) == places(column, "higher", display)


@given(COLUMNS)
def test_fractional_and_ordinal_places_add_up_to_the_same_sum(column):
    assert sum(places(column, "higher", "fractional")) == sum(places(column, "higher", "1234"))


@pytest.mark.parametrize(
    ("ties", "column", "points"),
    [
        ("each", "44 42 42 41", "12 10 10 0"),
        ("shared", "44 42 42 41", "12 9 9 0"),
        ("mean", "44 42 42 41", "12 9 9 0"),
        ("mean", "44 42 42 42", "12 6 6 6"),
        ("each", "41 44 41 41", "10 12 10 10"),
    ],
)
def test_equal_values_have_the_points_of_the_place_or_divide_those_of_all_they_take_up(ties, column, points):
    assert points_for_place(numbers(column), POINTS, "higher", ties) == numbers(points)


def test_points_that_do_not_divide_stay_exact():
    assert points_for_place(numbers("5 5 5"), numbers("9 8 3"), "higher", "mean") == [Fraction(20, 3)] * 3


def test_the_last_may_be_paid_below_zero():
    paid = points_for_place(numbers("88 95 70 90"), numbers("5000 3000 0 -2000"), "higher", "each")
    assert paid == numbers("0 5000 -2000 3000")


@given(COLUMNS, st.lists(st.integers(-9, 99).map(Decimal), max_size=14), st.sampled_from(["higher", "lower"]))
def test_divided_points_add_up_to_the_points_of_the_places_taken(column, points, better):
    given_points = points_for_place(column, points, better, "mean")
    assert sum(Fraction(each) for each in given_points) == sum(points[: len(column)])
