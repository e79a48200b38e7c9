"""A formula waits for what it comes to look at, and for nothing else."""

from decimal import Decimal

import pytest

from domain.scoring.numbers import NoResult
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from tests.domain.scoring.rulebooks import node, panel, rulebook, single_marks


def value(formula, columns=None, **marks):
    how = scheme(rulebook(single_marks("total", "a", "b"), node("f", "formula", f'formula = "{formula}"')))
    given = {f"{name}-sheet": {name: {"S1": Decimal(mark)}} for name, mark in marks.items()}
    return how.evaluate_all({"e": Given(given, columns=columns or {})})["e"].values["f"]


@pytest.mark.parametrize(
    ("formula", "marks", "found"),
    [
        ("number(a, b)", {"a": 5}, 5),  # the first is there: the second need not be
        ("number(a, b)", {"b": 4}, 4),
        ("number(a, b)", {}, None),
        ("if(a > 3, a, b)", {"a": 5}, 5),  # the branch not taken
        ("if(a > 3, a, b)", {"a": 2}, None),
        ("a + b", {"a": 5}, None),
        ("a = 0 and b", {"a": 5}, 0),
    ],
)
def test_what_is_not_looked_at_is_not_waited_for(formula, marks, found):
    assert value(formula, **marks) == found


def test_a_column_may_choose_the_branch():
    assert value("if(entry.room = 1, a, b)", {"room": "1"}, a=7) == 7
    assert value("if(entry.room = 1, a, b)", {"room": "2"}, a=7) is None


def test_what_is_there_so_far_settles_no_branch():
    """Three of two parts, and a run that was not finished: five more would have led to the other branch."""
    parts = single_marks("total", "a", "b", "y") + node("x", "sum", 'of = ["a", "b"]')
    how = scheme(rulebook(parts, node("f", "formula", 'formula = "if(x > 5, 10, y)"')))

    def found(**marks):
        given = {f"{name}-sheet": {name: {"S1": mark}} for name, mark in marks.items()}
        return how.evaluate_all({"e": Given(given)})["e"].values["f"]

    assert found(a=Decimal(3), y=NoResult.DNF) is None
    assert found(a=Decimal(3), b=Decimal(5), y=NoResult.DNF) == 10
    assert isinstance(found(a=Decimal(3), b=Decimal(1), y=NoResult.DNF), NoResult)


def test_attempts_nobody_made_are_no_result_before_there_is_any():
    tries = node("runs", "sum", 'panel = "p"', 'over = "aspects"', 'missing = "no_result"')
    how = scheme(rulebook(single_marks("total"), panel("p", 1, ("a1", "a2")), tries))
    assert how.evaluate_all({"e": Given({})})["e"].values["runs"] is None
    one = Given({"p": {"a1": {"S1": Decimal(3)}}})
    assert isinstance(how.evaluate_all({"e": one})["e"].values["runs"], NoResult)
