"""Families along different axes go together: what lies along fewer axes goes with every member of the others."""

from decimal import Decimal

import pytest

from domain.rulebook.shape import axes
from domain.scoring.explanation import explain
from domain.scoring.scheme import scheme
from domain.scoring.tree.trace import Trace
from tests.domain.scoring.rulebooks import node, panel, rulebook

NAMES = {"attempts": ("1", "2"), "aspects": ("a", "b", "c"), "judges": ("S1", "S2")}
MARKS = {
    "grades": {"1.grade": {"S1": "2", "S2": "3"}, "2.grade": {"S1": "1", "S2": "2"}},  # attempt × judge
    "bases": {"1.base": {"S1": "10"}, "2.base": {"S1": "5"}},  # attempt
    "habits": {"habit": {"S1": "0.5", "S2": "-1"}},  # judge
}


def contest(op, lines):
    """Grades of two judges for two attempts, a base value of each attempt and a figure of each judge."""
    return rulebook(
        panel("grades", 2, ("grade",), "max = 9, step = 0.5", "attempts = 2"),
        panel("bases", 1, ("base",), "max = 9, step = 0.5", "attempts = 2"),
        panel("habits", 2, ("habit",), "min = -9, max = 9, step = 0.5"),
        *(node(name, "marks", f'panel = "{name}"') for name in MARKS),
        node("each", op, *lines),
        node("by-attempt", "sum", 'of = "each"', 'over = "judges"'),
        node("total", "sum", 'of = "by-attempt"'),
    )


def given(without=()):
    """All marks but those of these panels' second attempt."""
    return {
        name: {
            aspect: {seat: Decimal(mark) for seat, mark in seats.items()}
            for aspect, seats in sheets.items()
            if not (name in without and aspect.startswith("2."))
        }
        for name, sheets in MARKS.items()
    }


def values(rules, marks, name):
    trace = Trace()
    scheme(rules).evaluate(marks, trace=trace)
    return [step.value for step in trace.of(name).values()]


CASES = [
    # each element's grade times the element's base value
    ("product", ['of = ["grades", "bases"]'], "20 30 5 10"),
    ("product", ['of = ["bases", "grades"]'], "20 30 5 10"),
    ("formula", ["formula = 'bases * grades'"], "20 30 5 10"),
    # one judge's figure with each attempt of that judge
    ("difference", ['of = ["grades", "habits"]'], "1.5 4 0.5 3"),
    ("formula", ["formula = 'grades - habits'"], "1.5 4 0.5 3"),
    # neither holds the other's axis: every attempt with every judge
    ("sum", ['of = ["bases", "habits"]'], "10.5 9 5.5 4"),
    ("sum", ['of = ["habits", "bases"]'], "10.5 9 5.5 4"),
    ("weighted_sum", ["weights = { grades = 1, bases = 1, habits = 2 }"], "13 11 7 5"),
    ("formula", ["formula = 'bases + habits + sum(habits)'"], "10 8.5 5 3.5"),
    # a formula inside functions goes through the whole family
    ("formula", ["formula = 'grades * bases + sum(grades * 1)'"], "28 38 13 18"),
]


@pytest.mark.parametrize(("op", "lines", "members"), CASES)
def test_each_member_takes_its_own_of_the_others(op, lines, members):
    rules = contest(op, lines)
    assert list(values(rules, given(), "each")) == [Decimal(number) for number in members.split()]
    assert scheme(rules).evaluate(given()).total == sum(map(Decimal, members.split()))


def test_the_explanation_of_a_member_names_what_it_took():
    rules = contest("weighted_sum", ["weights = { grades = 1, bases = 1, habits = 2 }"])
    step = explain(rules, given(), node="each", key="2/S1")
    took = [(each.step.node, each.step.key) for each in step.inputs if each.step is not None]
    assert took == [("grades", "2/S1"), ("bases", "2"), ("habits", "S1")]


def test_a_missing_base_value_leaves_only_its_own_attempt_open():
    rules, marks = contest("product", ['of = ["grades", "bases"]']), given(without=("bases",))
    assert values(rules, marks, "each") == [Decimal(20), Decimal(30), None, None]
    assert values(rules, marks, "by-attempt") == [Decimal(50), None]
    assert not scheme(rules).evaluate(marks).complete


def test_axes_come_together_in_their_own_order():
    attempts, aspects, judges = NAMES.items()
    assert axes.together([(judges,), (attempts,), (aspects, judges)]) == (attempts, aspects, judges)
    assert axes.together([(attempts,), ()]) == (attempts,)
    assert axes.together([(attempts,), (("attempts", ("1",)),)]) == (attempts,)


def test_one_axis_with_other_names_never_fits():
    one, other = ("S1", "S2"), ("S1", "S3")
    assert axes.clash((("judges", one),), (("judges", other),)) == ("judges", other, one)
    two, three = ("1", "2"), ("1", "2", "3")
    assert axes.clash((("attempts", two),), (("attempts", three),)) == ("attempts", three, two)
    assert axes.clash((("attempts", two),), (("judges", one),)) is None


def test_a_family_is_spread_over_the_axes_it_has():
    attempts, aspects, judges = NAMES.items()
    assert axes.spread((attempts, judges), (attempts,)) == (0, 0, 1, 1)
    assert axes.spread((attempts, judges), (judges,)) == (0, 1, 0, 1)
    assert axes.spread((attempts, aspects, judges), (attempts, judges)) == (0, 1) * 3 + (2, 3) * 3
    assert axes.spread((attempts, judges), ()) == (0, 0, 0, 0)
