"""An input that is not there: the rulebook decides if it waits, is zero, left out or an attempt without a result."""

from decimal import Decimal

import pytest

from domain.rulebook.reading import parse
from domain.scoring.numbers import NO_RESULT
from domain.scoring.scheme import scheme

RULES = """
format = 1
id = "solves"
title = "Solves"
total = "average"
[[modules]]
id = "cube"
[[panels]]
id = "times"
module = "cube"
attempts = 5
aspects = [{ id = "time", kind = "time", step = 0.01 }]
[nodes.average]
op = "average_of_five"
panel = "times"
missing = "MISSING"
round = { places = 2 }
"""


def average(missing, *times):
    marks = {"times": {f"{n}.time": {"1": Decimal(time)} for n, time in enumerate(times, 1)}}
    return scheme(parse(RULES.replace("MISSING", missing))).evaluate(marks).values["average"]


@pytest.mark.parametrize(
    ("missing", "average_of_two", "average_of_four"),
    [
        ("wait", None, None),
        ("zero", Decimal("3.33"), Decimal("10.33")),
        ("ignore", None, Decimal("10.50")),
        ("no_result", NO_RESULT, Decimal("11.00")),
    ],
)
def test_two_of_five_attempts_and_four_of_five(missing, average_of_two, average_of_four):
    assert average(missing, "10", "12") == average_of_two
    assert average(missing, "10", "12", "11", "10") == average_of_four


def test_who_made_no_attempt_at_all_has_not_failed_but_not_begun():
    assert average("no_result") is None
