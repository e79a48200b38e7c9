"""The formula language: how it is read, how it is written, and which names it uses."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given

from domain.rulebook.formula.constants import Constants
from domain.rulebook.formula.functions import FUNCTIONS
from domain.rulebook.formula.parser import parse
from domain.rulebook.formula.syntax import Call, Comparison, Name, Number, Word
from tests.domain.scoring.formula.formulas import formulas

PAGE = Path(__file__).parents[3] / "docs" / "rules" / "formula.md"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a + b * c", "a + (b * c)"),
        ("a - b - c", "a - b - c"),
        ("a * b^c", "a * (b^c)"),
        ("2^3^2", "2^(3^2)"),
        ("-x^2", "-(x^2)"),
        ("2^-x", "2^(-x)"),
        ("-a * b", "(-a) * b"),
        ("a + b < c * d", "(a + b) < (c * d)"),
        ("not a < b", "not (a < b)"),
        ("not a and b", "(not a) and b"),
        ("a or b and c", "a or (b and c)"),
        ("a = b or c != d", "(a = b) or (c != d)"),
        ("a == b", "a = b"),
        ("a <> b", "a != b"),
        ("if（a≥2，b×2÷c，−d）", "if(a >= 2, b * 2 / c, -d)"),
        ("  a\n+\tb ", "a+b"),
        ('round(x, 1, "down")', "round(x, 1, 'down')"),
    ],
)
def test_signs_bind_as_the_page_says(text, same):
    assert parse(text) == parse(same)
    assert parse(text).tree == parse(same).tree


@pytest.mark.parametrize(
    ("text", "other"),
    [("a - b - c", "a - (b - c)"), ("(a^b)^c", "a^b^c"), ("(-x)^2", "-x^2"), ("(a or b) and c", "a or b and c")],
)
def test_parentheses_that_change_something_are_kept(text, other):
    assert parse(text).tree != parse(other).tree
    assert parse(parse(text).text).tree == parse(text).tree


def test_a_run_of_digits_is_a_number_and_anything_else_a_name():
    assert parse("12.50").tree == Number(Decimal("12.50"))
    assert [parse(text).tree for text in ("3.execution", "2b", "_a", "prelim.3.dives", "年龄", "min")] == [
        Name(text) for text in ("3.execution", "2b", "_a", "prelim.3.dives", "年龄", "min")
    ]


def test_names_are_told_once_in_the_order_of_first_use():
    assert parse("b + a.x * b + sum(c - a.x) - if(d, b, e)").names == ("b", "a.x", "c", "d", "e")
    assert parse("1 + 2").names == ()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("sum(x)", {"x"}),
        ("mean(x - t) + t", {"x"}),
        ("x + sum(x)", set()),
        ("min(x)", {"x"}),
        ("max(x, y)", set()),
        ("max(min(x), y)", {"x"}),
        ("sqrt(mean((x - mean(y))^2))", {"x", "y"}),
        ("if(count(x) > 2, median(x), smallest(x) * largest(z))", {"x", "z"}),
        ("product(number(x, w))", {"x", "w"}),
        ("abs(x)", set()),
    ],
)
def test_a_name_may_be_a_family_where_it_stands_only_inside_functions_over_one(text, whole):
    assert parse(text).whole == whole


def test_the_tree_says_what_was_written():
    assert parse("round(x, 2, 'half_even') >= 3").tree == Comparison(
        Call("round", (Name("x"), Number(Decimal(2)), Word("half_even"))), ">=", Number(Decimal(3))
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/3 - 0.5", Fraction(-1, 6)),
        ("-(2^-2) * 8", Fraction(-2)),
        ("power(3, 2)", Fraction(9)),
        ("x * 0", None),
        ("2^0.5", None),
        ("1 + sqrt(4)", None),
        ("9^999 * 9^999 * 9^999 * 9^999 * 9^999", None),
    ],
)
def test_constants_are_known_as_far_as_plain_arithmetic_goes(text, value):
    assert Constants().of(parse(text).tree) == value


def test_every_function_stands_on_the_page():
    page = PAGE.read_text(encoding="utf-8")
    listed = set(re.findall(r"`(\w+)\(", page[: page.index("*Families.*")]))
    assert listed == set(FUNCTIONS)


@given(formulas())
def test_canonical_text_read_again_is_the_same_formula(text):
    once = parse(text)
    again = parse(once.text)
    assert (again.text, again.tree, again.names, again.whole) == (once.text, once.tree, once.names, once.whole)
