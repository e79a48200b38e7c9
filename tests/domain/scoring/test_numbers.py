"""Exact numbers, and rounding as a rule."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook.parts import Rounding
from domain.scoring.numbers import divide, exact, negated, shown, text, total_of, weighed
from domain.scoring.rounding import nearest, rounded, whole_number

MODES = ("half_up", "half_even", "down", "up")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Decimal("8.50"), "8.5"),
        (Decimal("1E+2"), "100"),
        (Decimal("-0.00"), "0"),
        (Decimal(10), "10"),
        (Fraction(256, 3), "256/3"),
    ],
)
def test_a_number_is_written_in_one_way(number, written):
    assert text(number) == written


@pytest.mark.parametrize(
    ("number", "places", "written"),
    [
        (Decimal(83), 2, "83.00"),
        (Decimal("83.125"), 2, "83.125"),
        (Decimal("83.1"), None, "83.1"),
        (Decimal(83), 0, "83"),
        (Fraction(1, 3), 2, "1/3"),
    ],
)
def test_showing_places_fills_with_zeros_and_never_rounds(number, places, written):
    assert shown(number, places) == written


def test_a_quotient_with_an_end_stays_decimal_and_one_without_stays_exact():
    assert divide(Decimal("17.5"), 4) == Decimal("4.375")
    assert divide(Decimal(10), 3) == Fraction(10, 3)
    assert divide(Fraction(10, 3), 5) == Fraction(2, 3)
    assert isinstance(divide(Fraction(15, 2), 3), Decimal)


def test_thirds_that_add_up_to_a_whole_are_a_decimal_again():
    with exact():
        total = total_of([Fraction(1, 3), Fraction(2, 3), Decimal("0.5")])
    assert isinstance(total, Decimal)
    assert total == Decimal("1.5")


def test_a_weight_on_a_third_is_exact():
    with exact():
        assert weighed([Decimal("0.3"), Decimal("0.7")], [Fraction(1, 3), Decimal(2)]) == [
            Decimal("0.1"),
            Decimal("1.4"),
        ]


def test_a_sum_too_long_for_decimals_loses_no_digit():
    with exact():
        total = total_of([Decimal(10) ** 70, Decimal(1), Decimal("0.5")])
    assert Fraction(total) == 10**70 + Fraction(3, 2)


def test_changing_the_sign_of_a_long_number_loses_no_digit():
    long = Decimal("1" * 40)
    assert negated(long) == Decimal("-" + "1" * 40)
    assert negated(Fraction(1, 3)) == Fraction(-1, 3)


@pytest.mark.parametrize(
    ("mode", "results"),
    [
        ("half_up", [2, 3, 3, 3, -3, -2]),
        ("half_even", [2, 2, 3, 3, -2, -2]),
        ("down", [2, 2, 2, 3, -2, -2]),
        ("up", [3, 3, 3, 3, -3, -3]),
    ],
)
def test_each_way_of_rounding_to_whole_numbers(mode, results):
    numbers = [Fraction(24, 10), Fraction(25, 10), Fraction(26, 10), Fraction(3), Fraction(-25, 10), Fraction(-24, 10)]
    assert [nearest(number.numerator, number.denominator, mode) for number in numbers] == results
    assert [whole_number(number, mode) for number in numbers] == results


def test_the_even_neighbour_may_be_the_upper_one():
    assert nearest(7, 2, "half_even") == 4


def test_a_quotient_is_rounded_once_from_its_exact_value():
    assert rounded(Decimal("8.0449999"), 1, Rounding(places=2)) == Decimal("8.04")
    assert rounded(Decimal("2.005") * 3, 3, Rounding(places=2)) == Decimal("2.01")
    assert rounded(Decimal(1), 3, Rounding(places=2)) == Decimal("0.33")
    assert rounded(Fraction(2, 3), 1, Rounding(places=1, mode="down")) == Decimal("0.6")


def test_rounding_to_a_step_gives_a_multiple_of_the_step():
    assert rounded(Decimal("7.37"), 1, Rounding(step=Decimal("0.25"))) == Decimal("7.25")
    assert rounded(Decimal("7.375"), 1, Rounding(step=Decimal("0.25"))) == Decimal("7.5")
    assert rounded(Decimal(7), 1, Rounding(step=Decimal(5), mode="up")) == Decimal(10)


@given(st.integers(-(10**9), 10**9), st.integers(1, 999), st.sampled_from(MODES), st.integers(0, 6))
def test_rounding_moves_a_number_by_less_than_one_grain_and_not_at_all_twice(above, below, mode, places):
    rule = Rounding(places=places, mode=mode)
    once = rounded(Decimal(above), below, rule)
    distance = abs(Fraction(once) - Fraction(above, below)) / Fraction(rule.grain)
    assert distance <= Fraction(1, 2) if mode.startswith("half") else distance < 1
    assert rounded(once, 1, rule) == once
    if mode == "down":
        assert abs(once) <= abs(Fraction(above, below))
    if mode == "up":
        assert abs(once) >= abs(Fraction(above, below))
