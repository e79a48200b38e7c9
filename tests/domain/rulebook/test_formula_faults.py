"""What a formula may not say: every fault with its character and both sentences, and never a crash."""

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rulebook.checks.sentences import SENTENCES, fault
from domain.rulebook.formula.faults import FormulaFault
from domain.rulebook.formula.functions import FUNCTIONS
from domain.rulebook.formula.parser import DEPTH, LENGTH, parse

PIECES = [
    *FUNCTIONS,
    "x",
    "p.a",
    "3.e",
    "12.5",
    "0",
    "9",
    "'down'",
    *"+-*/^(),<>=≤（）",
    " ",
    "and",
    "or",
    "not",
    "if(",
]

CASES = [
    ("formula-empty", "", 1, {}),
    ("formula-empty", "  \n", 1, {}),
    ("formula-too-long", "1" + "+1" * 1000, LENGTH + 1, {"most": 2000, "found": 2001}),
    ("formula-too-deep", "(" * 41 + "x" + ")" * 41, 41, {}),
    ("formula-too-deep", "-" * 60 + "x", 41, {}),
    ("formula-too-deep", "x^" * 60 + "x", 81, {}),
    ("formula-unexpected", "x + $", 5, {"found": "$"}),
    ("formula-unexpected", "x.", 1, {"found": "x."}),
    ("formula-unexpected", "1..2", 1, {"found": "1..2"}),
    ("formula-unexpected", "x y", 3, {"found": "y"}),
    ("formula-unexpected", "x)", 2, {"found": ")"}),
    ("formula-unexpected", "(x y)", 4, {"found": "y"}),
    ("formula-unexpected", "* x", 1, {"found": "*"}),
    ("formula-unexpected", "x ** 2", 4, {"found": "*"}),
    ("formula-unexpected", "1 < x < 3", 7, {"found": "<"}),
    ("formula-unexpected", "2 * not x", 5, {"found": "not"}),
    ("formula-unexpected", "x not y", 3, {"found": "not"}),
    ("formula-unexpected", "min(x,)", 7, {"found": ")"}),
    ("formula-unexpected", "x[0]", 2, {"found": "["}),
    ("formula-unexpected", "x = 'down'", 5, {"found": "down"}),
    ("formula-unexpected", "max(x, 'down')", 8, {"found": "down"}),
    ("formula-unexpected", "'down", 1, {"found": "'"}),
    ("formula-ends-early", "1 +", 4, {}),
    ("formula-ends-early", "min(x,", 7, {}),
    ("formula-unclosed", "2 * (x + 1", 5, {}),
    ("formula-unclosed", "min(x", 4, {}),
    ("formula-number-too-long", "x + " + "1" * 31, 5, {"most": 30}),
    ("formula-unknown-function", "1 + f(x)", 5, {"name": "f"}),
    ("formula-unknown-function", "__import__('os')", 1, {"name": "__import__"}),
    ("formula-unknown-function", "x.__class__('os')", 1, {"name": "x.__class__"}),
    ("formula-arguments", "if(x, 1)", 1, {"name": "if", "expected": "3", "found": 2}),
    ("formula-arguments", "max()", 1, {"name": "max", "expected": "≥ 1", "found": 0}),
    ("formula-arguments", "round(x, 1, 'down', 2)", 1, {"name": "round", "expected": "1–3", "found": 4}),
    ("formula-arguments", "sum(x, y)", 1, {"name": "sum", "expected": "1", "found": 2}),
    ("formula-no-family", "sum(3)", 1, {"name": "sum"}),
    ("formula-no-family", "1 + min(2)", 5, {"name": "min"}),
    ("formula-no-family", "largest(mean(x))", 1, {"name": "largest"}),
    ("formula-places", "round(x, y)", 1, {"most": 9}),
    ("formula-places", "round(x, 0.5)", 1, {"most": 9}),
    ("formula-places", "round(x, 10)", 1, {"most": 9}),
    ("formula-rounding", "round(x, 1, y)", 1, {"expected": "half_up, half_even, down, up"}),
    ("formula-rounding", "round(x, 1, 'away')", 1, {"expected": "half_up, half_even, down, up"}),
    ("formula-zero-divisor", "x / 0", 3, {}),
    ("formula-zero-divisor", "x / (2 - 4/2)", 3, {}),
    ("formula-zero-divisor", "mod(x, 0.0)", 1, {}),
    ("formula-zero-divisor", "root(x, -0)", 1, {}),
    ("formula-zero-divisor", "0^-1", 2, {}),
    ("formula-zero-divisor", "power(0, -2)", 1, {}),
    ("formula-exponent", "9^9^9", 2, {"most": 1000}),
    ("formula-exponent", "x^-(10^6)", 2, {"most": 1000}),
    ("formula-exponent", "power(x, 1000.5)", 1, {"most": 1000}),
    ("formula-too-large", "((9^999)^999)^999", 9, {"most": 4000}),
    ("formula-too-large", "99999999^-900", 9, {"most": 4000}),
]


def refused(text):
    with pytest.raises(FormulaFault) as found:
        parse(text)
    return found.value


@pytest.mark.parametrize(("reason", "text", "position", "gaps"), CASES)
def test_what_cannot_be_read_is_refused_at_its_character(reason, text, position, gaps):
    found = refused(text)
    assert (found.reason, found.position) == (reason, position)
    assert found.gaps == {"position": position, **gaps}


@pytest.mark.parametrize(("reason", "text"), [case[:2] for case in CASES])
def test_each_fault_is_told_in_both_languages_with_all_it_knows(reason, text):
    zh, en = SENTENCES[reason]
    assert set(re.findall(r"{(\w+)}", zh)) == set(re.findall(r"{(\w+)}", en)) <= set(refused(text).gaps)
    assert "{" not in fault("nodes.total.formula", reason, **refused(text).gaps).zh


def test_every_sentence_about_formulas_is_said_by_some_case():
    assert {case[0] for case in CASES} == {reason for reason in SENTENCES if reason.startswith("formula-")}


@pytest.mark.parametrize(
    "text",
    [
        "(" * 10_000,
        "(" * 10_000 + "x" + ")" * 10_000,
        "(" * LENGTH,
        "-" * LENGTH,
        "not " * 500,
        "if(" * 600,
        "x^" * 999,
    ],
)
def test_an_endless_nest_is_refused_without_exhausting_the_stack(text):
    assert refused(text).reason in {"formula-too-long", "formula-too-deep"}


def test_the_deepest_formula_of_the_longest_shape_is_still_read_and_printed():
    text = "x"
    while len(text) < LENGTH:
        deeper = f"({text}^2 * 2 + 2 < 2 and 2 or 2)"
        try:
            parse(deeper)
        except FormulaFault as found:
            assert found.reason == "formula-too-deep"  # noqa: PT017 - the point at which it stops
            break
        text = deeper
    assert text.count("(") > DEPTH - 5
    assert parse(parse(text).text).tree == parse(text).tree


@given(st.text() | st.text(string.printable) | st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text_is_either_a_formula_or_a_fault(text):
    try:
        formula = parse(text)
    except FormulaFault as found:
        gaps: dict[str, object] = dict(found.gaps)
        told = fault("formula", found.reason, near="", **gaps)
        assert told.zh
        assert 1 <= found.position <= max(len(text), LENGTH) + 1  # noqa: PT017
    else:
        assert parse(formula.text).tree == formula.tree
