"""What formulas come to: exactly where that is possible, and nothing where a number is missing or none exists."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook.formula.functions import FUNCTIONS
from domain.rulebook.formula.parser import parse
from domain.scoring.formula.evaluation import compiled, evaluate
from domain.scoring.formula.scope import NoValue
from domain.scoring.numbers import NO_RESULT, NoResult, exact
from tests.domain.scoring.formula.formulas import Given, formulas, worked_out

EXACT = [
    ("0.1 + 0.2", "0.3"),
    ("1/3 + 2/3", "1"),
    ("x / 8", "0.875"),
    ("x - 2 * 3", "1"),
    ("2^10", "1024"),
    ("2^-2", "0.25"),
    ("0^0", "1"),
    ("(-x)^3", "-343"),
    ("-2^2", "-4"),
    ("2^3^2", "512"),
    ("sqrt(2.25)", "1.5"),
    ("8^(1/3)", "2"),
    ("32^0.4", "4"),
    ("root(0.00032, 5)", "0.2"),
    ("root(4, -2)", "0.5"),
    ("power(4, 1.5)", "8"),
    ("1^0.123", "1"),
    ("0^0.5", "0"),
    ("log10(0.001)", "-3"),
    ("ln(1)", "0"),
    ("exp(0)", "1"),
    ("floor(2.7)", "2"),
    ("floor(-2.1)", "-3"),
    ("floor(3)", "3"),
    ("ceil(2.1)", "3"),
    ("ceil(-2.7)", "-2"),
    ("floor(10/3)", "3"),
    ("abs(-x)", "7"),
    ("abs(-1/3) * 3", "1"),
    ("round(2.5)", "3"),
    ("round(-2.5)", "-3"),
    ("round(2.5, 0, 'half_even')", "2"),
    ("round(2.675, 2)", "2.68"),
    ("round(2/3, 2, 'down')", "0.66"),
    ("round(2.001, 1, 'up')", "2.1"),
    ("round(1251, -2)", "1300"),
    ("round(1255, -1)", "1260"),
    ("min(3, x, 5)", "3"),
    ("max(1/3, 0.33)", "1/3"),
    ("clamp(x, 0, 5)", "5"),
    ("clamp(x, 8, 10)", "8"),
    ("clamp(x, 0, 10)", "7"),
    ("clamp(x, 8, 3)", "8"),
    ("mod(7, 3)", "1"),
    ("mod(-7, 3)", "2"),
    ("mod(7, -3)", "-2"),
    ("mod(7.5, 0.4)", "0.3"),
    ("x > 6", "1"),
    ("x < 7", "0"),
    ("x <= 7", "1"),
    ("x >= 7.1", "0"),
    ("1/3 = 2/6", "1"),
    ("x != 7", "0"),
    ("not x", "0"),
    ("not 0", "1"),
    ("2 and 3", "1"),
    ("2 and 0", "0"),
    ("0 or -1", "1"),
    ("0 or 0", "0"),
    ("if(x = 7, 10, 20)", "10"),
    ("if(0, 10, 20)", "20"),
    ("number(x, 9)", "7"),
    ("(x > 5) * 10 + 1", "11"),
]


@pytest.mark.parametrize(("formula", "value"), EXACT)
def test_what_is_rational_is_exact(formula, value):
    found = worked_out(formula, x=7)
    assert found == Fraction(value)
    assert isinstance(found, Decimal) == ("/" not in value)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("1 / x", "division-by-zero"),
        ("mod(1, x)", "division-by-zero"),
        ("root(2, x)", "division-by-zero"),
        ("x^-1", "division-by-zero"),
        ("x^-0.5", "division-by-zero"),
        ("mean(1 / f)", "division-by-zero"),
        ("sqrt(x - 4)", "root-of-negative"),
        ("(x - 8)^(1/3)", "root-of-negative"),
        ("root(x - 8, 3)", "root-of-negative"),
        ("ln(x)", "log-not-positive"),
        ("log10(x - 1)", "log-not-positive"),
        ("(x + 9)^(big^9)", "too-large"),
        ("(x + 0.5)^big", "too-large"),
        ("(x + 0.5)^-big", "too-large"),
        ("(x + 1.5)^(big + 0.5)", "too-large"),
        ("(x + 10^900)^5", "too-large"),
        ("(x + 10^900)*10^900*10^900*10^900*10^900", "too-large"),
        ("(x + 10^-900)*10^-900*10^-900*10^-900*10^-900", "too-large"),
        ("exp(big)", "too-large"),
        ("exp(-big)", "too-large"),
    ],
)
def test_numbers_that_allow_no_value_are_told_by_a_reason(formula, reason):
    with pytest.raises(NoValue) as found:
        worked_out(formula, x=0, f=[1, 0], big=10**12)
    assert found.value.reason == reason


@given(formulas(), st.lists(st.none() | st.just(NO_RESULT) | st.decimals(-9, 9, places=1), min_size=3, max_size=3))
def test_any_formula_comes_to_a_number_or_to_none_and_twice_to_the_same(formula, values):
    scope = Given({"x": [Decimal(1), None], "y": values[0], "a.b": values[1], "3.e": values[2]})
    read = parse(formula)
    if "x" in set(read.names) - read.whole:
        scope = Given(dict(scope.values) | {"x": Decimal(3)}, members=2)
    once = evaluate(read, scope)
    with exact():  # as the tree is evaluated in it
        assert evaluate(parse(read.text), scope) == once
    assert once is None or isinstance(once, NoResult) or Fraction(once) is not None


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_of_the_language_can_be_worked_out(name):
    call = {"if": "if(x, x, x)", "clamp": "clamp(x, x, x)", "round": "round(x, 0, 'up')"}.get(name)
    two = name in {"number", "mod", "root", "power"}
    found = worked_out(call or f"{name}(x{', x' * two})", x=1) if name not in _families() else None
    found = worked_out(f"{name}(f)", f=[1]) if found is None else found
    assert found in {Decimal(0), Decimal(1), worked_out("exp(1)")}


def _families():
    return {"sum", "mean", "median", "product", "count", "smallest", "largest", "min", "max"}


def test_a_formula_is_made_ready_once():
    assert compiled(parse("x + 1")) is compiled(parse("x+1"))
