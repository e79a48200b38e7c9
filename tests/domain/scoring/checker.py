"""Adds an explanation up again from its JSON alone, in Fractions, knowing nothing of the evaluator."""

from __future__ import annotations

from fractions import Fraction

from tests.domain.scoring.adding_up.operations import OPERATIONS
from tests.domain.scoring.adding_up.points import finished, number, of_mark

LEFT_OUT = {"absent", "missing", "no-result"}
NEARLY = Fraction(1, 10**45)  # of values that have no exact one and stand there with fifty digits


def check(told: dict, marks: dict) -> Fraction | str | None:
    """The value the explanation states, after adding it up again from the marks. Raises: AssertionError."""
    values = [check(given["step"], marks) if "step" in given else of_mark(given, marks) for given in told["inputs"]]
    counted = [_counted(value, told["stated"]) for value in values]
    struck = [given["struck"] for given in told["inputs"]]
    inputs = [value for value, word in zip(counted, struck, strict=True) if word not in LEFT_OUT]
    kept = [value for value, word in zip(counted, struck, strict=True) if not word]
    before = number(told["before"])
    if told["complete"] and told["stated"] and isinstance(before, Fraction):
        _struck_rightly(counted, struck, kept)
        details = {word: Fraction(figure) for word, figure in told["details"].items()}
        again = Fraction(OPERATIONS[told["op"]](inputs, kept, told["stated"], details, told))
        assert abs(again - before) <= abs(before) * NEARLY, (again, told)
        assert number(told["value"]) == finished(before, told), told
    return number(told["value"])


def _counted(value, stated):
    """What an input counted as: zero where the rulebook says so."""
    as_zero = stated.get("among") == "all_as_zero"
    if value is None:
        return Fraction(0) if as_zero or stated.get("missing") == "zero" else None
    return Fraction(0) if isinstance(value, str) and (as_zero or stated.get("failed") == "zero") else value


def _struck_rightly(values, struck, kept):
    """No struck highest is below what counted, no struck lowest above it; who has no result may be either."""
    for value, word in zip(values, struck, strict=True):
        if isinstance(value, Fraction):
            assert word != "highest" or value >= max(kept)
            assert word != "lowest" or value <= min(kept)
