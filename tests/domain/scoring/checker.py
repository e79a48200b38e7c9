"""Adds an explanation up again from its JSON alone, in Fractions, knowing nothing of the evaluator."""

from __future__ import annotations

import math
from fractions import Fraction


def check(told: dict, marks: dict) -> Fraction | None:
    """The value the explanation states, after adding it up again from the marks. Raises: AssertionError."""
    inputs: list = [_input(given, marks) for given in told["inputs"]]
    stated = None if told["value"] is None else Fraction(told["value"])
    if told["complete"] and told["inputs"]:
        before = _combined(told, inputs)
        assert before == Fraction(told["before"]), told["node"]
        assert stated == _rounded(before, told["rounding"]), told["node"]
    return stated


def _input(given: dict, marks: dict) -> Fraction | None:
    stated = None if given["value"] is None else Fraction(given["value"])
    if "step" in given:
        assert check(given["step"], marks) == stated
    else:
        written = marks.get(given["panel"], {}).get(given["aspect"], {}).get(given["seat"])
        assert stated == (None if written is None else Fraction(written))
    return stated


def _combined(told: dict, inputs: list[Fraction]) -> Fraction:
    kept = [value for value, given in zip(inputs, told["inputs"], strict=True) if not given["struck"]]
    match told["op"]:
        case "mark":
            assert len(inputs) == 1
            return inputs[0]
        case "agreement":
            assert len(set(inputs)) == 1
            return inputs[0]
        case "sum":
            return sum(inputs, Fraction(0))
        case "mean":
            return sum(inputs, Fraction(0)) / len(inputs)
        case "weighted_sum":
            weights = [Fraction(given["weight"]) for given in told["inputs"]]
            return sum((weight * value for weight, value in zip(weights, inputs, strict=True)), Fraction(0))
        case "trimmed_mean":
            for value, given in zip(inputs, told["inputs"], strict=True):
                assert given["struck"] != "highest" or value >= max(kept)
                assert given["struck"] != "lowest" or value <= min(kept)
            return sum(kept, Fraction(0)) / len(kept)
    raise AssertionError(told["op"])


def _rounded(value: Fraction, rounding: dict | None) -> Fraction:
    if rounding is None:
        return value
    grain, sign = Fraction(rounding["grain"]), -1 if value < 0 else 1
    steps = abs(value) / grain
    whole = {
        "half_up": lambda: math.floor(steps + Fraction(1, 2)),
        "half_even": lambda: round(steps),
        "down": lambda: math.floor(steps),
        "up": lambda: math.ceil(steps),
    }[rounding["mode"]]()
    return sign * whole * grain
