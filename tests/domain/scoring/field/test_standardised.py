"""Standardised scores: exact where they can be, and where not rounded in two stated places."""

from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.field.roots import square_root
from domain.scoring.field.standard import standardised
from domain.scoring.field.statistics import mean, standard_deviation
from domain.scoring.numbers import text
from tests.domain.scoring.field.columns import numbers, seen

PANEL = numbers("80 85 90")
HUNDRED, TWENTY = Decimal(100), Decimal(20)
COLUMNS = st.lists(st.integers(-999, 999).map(lambda mark: Decimal(mark) / 4), min_size=1, max_size=12)
SPREADS = st.sampled_from(["population", "sample"])


@pytest.mark.parametrize(
    ("sd", "deviation", "z", "t"),
    [
        ("population", "4.0825", "-1.2247 0 1.2247", "37.75 50 62.25"),
        ("sample", "5", "-1 0 1", "40 50 60"),
    ],
)
def test_st_07_population_and_sample_deviation_give_other_scores(sd, deviation, z, t):
    assert seen([standard_deviation(PANEL, sd)], 4) == numbers(deviation)
    assert seen(standardised(PANEL, "z", sd=sd), 4) == numbers(z)
    assert seen(standardised(PANEL, "t", sd=sd), 2) == numbers(t)


def test_st_07_a_scale_of_the_rulebooks_own():
    assert seen(standardised(PANEL, "own", HUNDRED, TWENTY), 2) == numbers("75.51 100 124.49")


def test_z_and_t_take_no_centre_of_the_rulebook():
    assert standardised(PANEL, "z", HUNDRED, TWENTY) == standardised(PANEL, "z")
    assert standardised(PANEL, "t", HUNDRED, TWENTY) == standardised(PANEL, "t")


def test_st_08_two_panels_of_different_severity_become_equal():
    strict = numbers("70 75 80")
    assert standardised(strict, "t") == standardised(PANEL, "t")
    assert seen(standardised(strict, "t"), 2) == numbers("37.75 50 62.25")


@pytest.mark.parametrize(
    ("column", "sd"), [("7 7 7", "population"), ("7 7", "sample"), ("7", "population"), ("7", "sample")]
)
def test_where_nobody_differs_everybody_stands_at_the_centre(column, sd):
    equal = numbers(column)
    assert standardised(equal, "z", sd=sd) == [0] * len(equal)
    assert standardised(equal, "t", sd=sd) == [50] * len(equal)
    assert standardised(equal, "own", HUNDRED, TWENTY, sd) == [100] * len(equal)


def test_with_a_rational_deviation_nothing_is_rounded():
    assert standardised(numbers("2 4 4 4 5 5 7 9"), "t") == numbers("35 45 45 45 50 50 60 70")
    thirds = standardised(numbers("0 6 0 6"), "own", HUNDRED, Fraction(20, 3))
    assert thirds == [Fraction(280, 3), Fraction(320, 3)] * 2


def test_an_irrational_deviation_is_rounded_once_and_each_score_once():
    with localcontext(Context(prec=50, rounding=ROUND_HALF_EVEN)):
        z = Decimal(5) / (Decimal(50) / 3).sqrt()
    assert abs(Fraction(standardised(PANEL, "z")[2]) - Fraction(z)) < Fraction(1, 10**48)
    root = Decimal("4.0824829046386301636621401245098189866099124677611")  # √(50/3) to 50 digits
    assert standard_deviation(PANEL, "population") == root
    assert len(text(standardised(PANEL, "t")[2])) == len("62.") + 48


def test_a_field_of_nobody_is_standardised_to_nothing():
    assert standardised([], "t") == []


@given(COLUMNS, st.integers(-99, 99), SPREADS)
def test_marks_shifted_together_keep_their_scores(column, by, sd):
    assert standardised([mark + by for mark in column], "t", sd=sd) == standardised(column, "t", sd=sd)


@given(COLUMNS, SPREADS, st.randoms())
def test_the_order_of_the_column_changes_no_score(column, sd, chance):
    before = sorted(zip(column, standardised(column, "z", sd=sd), strict=True))
    chance.shuffle(column)
    assert sorted(zip(column, standardised(column, "z", sd=sd), strict=True)) == before


@given(COLUMNS)
def test_scores_keep_order_and_ties_of_the_marks_and_their_mean_is_the_centre(column):
    scores = standardised(column, "t")
    by_mark = sorted(zip(column, scores, strict=True))
    assert [score for _, score in by_mark] == sorted(scores)
    assert abs(Fraction(mean(scores)) - 50) < Fraction(1, 10**45)
    assert len(set(scores)) == len(set(column))


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_a_root_is_exact_where_it_is_rational_and_never_half_a_digit_off(above, below):
    number = Fraction(above, below)
    assert square_root(number * number) == number
    root = Fraction(square_root(number))
    grain = Fraction(root) / 10**49
    assert (root - grain / 2) ** 2 <= number <= (root + grain / 2) ** 2


def test_the_root_of_a_decimal_agrees_with_the_decimal_module():
    with localcontext(Context(prec=50, rounding=ROUND_HALF_EVEN)):
        expected = [Decimal(number).sqrt() for number in ("2", "0.0000003", "98765432109876543210.5")]
    assert [square_root(Decimal(number)) for number in ("2", "0.0000003", "98765432109876543210.5")] == expected


def test_a_root_a_hair_above_the_half_digit_is_rounded_up():
    half = 1 + Fraction(5, 10**50)
    assert square_root(half * half + Fraction(1, 10**150)) == 1 + Fraction(1, 10**49)
    assert square_root(half * half - Fraction(1, 10**150)) == 1
