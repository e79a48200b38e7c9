"""The decathlon's points by formula: published examples, a whole contest, and whole numbers as a witness."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.numbers import text
from tests.domain.scoring.formula.formulas import worked_out

DECATHLON = [  # a, b, c, how the mark is turned into what is raised, the mark, the points
    ("floor(25.4347 * (18 - x)^1.81)", "10.55", 963),
    ("floor(25.4347 * (18 - x)^1.81)", "10.51", 973),
    ("floor(0.14354 * (100 * x - 220)^1.4)", "7.80", 1010),
    ("floor(51.39 * (x - 1.5)^1.05)", "16.00", 851),
    ("floor(0.8465 * (100 * x - 75)^1.42)", "2.05", 850),
    ("floor(1.53775 * (82 - x)^1.81)", "48.42", 889),
    ("floor(5.74352 * (28.5 - x)^1.92)", "13.75", 1007),
    ("floor(12.91 * (x - 4)^1.1)", "50.54", 882),
    ("floor(12.91 * (x - 4)^1.1)", "52.55", 924),
    ("floor(0.2797 * (100 * x - 100)^1.35)", "5.45", 1051),
    ("floor(10.14 * (x - 7)^1.08)", "71.90", 918),
    ("floor(0.03768 * (480 - x)^1.85)", "276.11", 705),
]


@pytest.mark.parametrize(("formula", "mark", "points"), DECATHLON)
def test_the_points_of_the_decathlon(formula, mark, points):
    assert worked_out(formula, x=mark) == points


def test_the_ten_events_of_the_page_are_worth_9126_points():
    others = {"10.51", "52.55"}
    assert sum(worked_out(formula, x=mark) for formula, mark, _ in DECATHLON if mark not in others) == 9126


@given(st.decimals("9.5", "17.9", places=2))
def test_the_points_of_a_hundred_metres_are_right_in_whole_numbers(seconds):
    """a·d^1.81 lies between n and n + 1 exactly if d^181 lies between (n / a)^100 and ((n + 1) / a)^100."""
    points = int(worked_out("floor(25.4347 * (18 - x)^1.81)", x=seconds))
    raised, factor = (18 - Fraction(seconds)) ** 181, Fraction("25.4347")
    assert (points / factor) ** 100 <= raised < ((points + 1) / factor) ** 100


def test_the_numbers_of_the_page_are_those_worked_out():
    page = (Path(__file__).parents[4] / "docs" / "rules" / "formula.md").read_text(encoding="utf-8")
    assert "963 + 1010 + 851 + 850 + 889 + 1007 + 882 + 1051 + 918 + 705 = 9126" in page
    assert "with 48 nines" in page
    square = text(worked_out("round(sqrt(2)^2 * 10^48, 0, 'down')"))
    assert square == "1" + "9" * 48
