"""Formulas keep every digit: against fractions, against a longer calculation, and up to the largest number."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook.formula.faults import FormulaFault
from domain.scoring.formula.scope import NoValue
from domain.scoring.numbers import text
from tests.domain.scoring.formula.formulas import sums, worked_out


def test_one_may_be_raised_to_any_power():
    assert worked_out("x^big", x=-1, big=10**12 + 1) == -1
    assert worked_out("x^-big", x=1, big=10**12) == 1


def test_the_largest_number_can_still_be_written():
    assert text(worked_out("(x^999)^4 / 7", x=10)) == "1" + "0" * 3996 + "/7"


@pytest.mark.parametrize(
    ("formula", "digits"),
    [
        ("sqrt(2)", "1.4142135623730950488016887242096980785696718753769"),
        ("2^0.5", "1.4142135623730950488016887242096980785696718753769"),
        ("exp(1)", "2.7182818284590452353602874713526624977572470937000"),
        ("ln(2)", "0.69314718055994530941723212145817656807550013436026"),
        ("log10(2)", "0.30102999566398119521373889472449302676818988146211"),
        ("10^(1/3)", "2.1544346900318837217592935665193504952593449421921"),
        ("root(10, 3)", "2.1544346900318837217592935665193504952593449421921"),
        ("ln(1/3)", "-1.0986122886681096913952452369225257046474905578227"),
    ],
)
def test_what_is_irrational_has_fifty_digits(formula, digits):
    assert worked_out(formula) == Decimal(digits)


def test_the_fifty_digits_are_the_number_from_there_on():
    assert worked_out("floor(sqrt(2)^2)") == 1
    assert worked_out("floor(round(sqrt(2)^2, 9))") == 2
    assert worked_out("floor(100 * sqrt(x))", x="0.99999999999999999999999999999999999999") == 99


@given(st.decimals("0.01", 1000, places=2), st.decimals("0.01", 5, places=2))
def test_a_power_differs_from_the_true_one_by_less_than_the_fiftieth_digit(base, exponent):
    found = worked_out("x^y", x=base, y=exponent)
    precise = Context(prec=120)
    true = precise.exp(precise.multiply(exponent, precise.ln(base)))
    assert abs(Fraction(found) - Fraction(true)) <= abs(Fraction(true)) / 10**49
    stated = Context(prec=50, rounding=ROUND_HALF_EVEN)
    assert stated.plus(true) == stated.plus(Decimal(found))


@given(st.fractions(0, 1000, max_denominator=1000), st.integers(1, 7))
def test_a_root_that_comes_out_is_exact(number, order):
    assert worked_out("root(x^n, n)", x=number, n=order) == number


@given(sums())
def test_plain_arithmetic_agrees_with_fractions(pair):
    formula, expected = pair
    try:
        found = worked_out(formula, x=Fraction(7, 3), y=Fraction(-5, 4))
    except NoValue as none:
        assert none.reason == "division-by-zero"  # noqa: PT017 - the one reason there can be
        assert expected is None
    except FormulaFault as fault:
        assert fault.reason == "formula-zero-divisor"  # noqa: PT017
        assert expected is None
    else:
        assert Fraction(found) == expected
