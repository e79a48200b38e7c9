"""The checker's own way from entries to points, and from exact values to what is left after floor, cap and rounding."""

import math
from collections.abc import Callable
from fractions import Fraction

ROUNDED: dict[str, Callable] = {
    "half_up": lambda steps: math.floor(steps + Fraction(1, 2)),
    "half_even": round,
    "down": math.floor,
    "up": math.ceil,
}
TO_POINTS: dict[str, Callable] = {
    "judgement": lambda e, i: Fraction(i["max"]) * e / i["scale"],
    "yes_no": lambda e, i: Fraction(i["max"]) * e,
    "voiding": lambda e, i: e,
    "deduction": lambda e, i: -e,
    "count": lambda e, i: Fraction(i["max"]) * e / i["of"] if "max" in i else e,
    "choice": lambda e, i: Fraction(i["max"]) - _lost(i, i["choices"][int(e) - 1]),
    "difference": lambda e, i: max(
        Fraction(0),
        Fraction(i["max"]) - abs(e - Fraction(i["target"])) * Fraction(i["lose"]) / Fraction(i["difference"]),
    ),
    "indicator": lambda e, i: (
        min(Fraction(i["max"]), Fraction(i["max"]) * e / Fraction(i["target"]))
        if "max" in i
        else e / Fraction(i["target"])
    ),
}


def _lost(item, choice):
    return (
        Fraction(choice["lose"]) if "lose" in choice else Fraction(item["max"]) * Fraction(choice["lose_percent"]) / 100
    )


def number(text):
    """The exact number a JSON value states; None, or the token of what has no result."""
    try:
        return None if text is None else Fraction(text)
    except ValueError:
        return text


def of_mark(given, marks):
    """The points an input states, after working them out again from what was entered. Raises: AssertionError."""
    stated, sheets, item = number(given["value"]), marks.get(given["panel"], {}), given.get("item")
    written = sheets.get(given["aspect"], {}).get(given["seat"])
    if given["struck"] == "absent" or not isinstance(stated, Fraction):
        assert not isinstance(written, Fraction) or item
    elif written is None and not given.get("faults"):
        assert stated == 0 or item["kind"] == "fault_item", given  # counts zero, or no fault was found
    elif item is None:
        assert stated == Fraction(written), given
    elif item["kind"] == "fault_item" and item["faults"]:
        limits = {fault["id"]: Fraction(fault.get("limit", item["max"])) for fault in item["faults"]}
        lost = {each["aspect"].rpartition(".")[2]: Fraction(each["lost"]) for each in given.get("faults", ())}
        left = max(
            Fraction(0), Fraction(item["max"]) - sum(min(limits[fault], points) for fault, points in lost.items())
        )
        assert stated == left, given
    else:
        assert Fraction(given["entered"]) == Fraction(written), given
        assert stated == TO_POINTS[item["kind"]](Fraction(written), item), given
    return stated


def finished(value, told):
    """Floor, cap, rounding, and what a ruling took."""
    stated, rounding = told["stated"], told["rounding"]
    value = max(value, Fraction(stated.get("at_least", value)))
    value = min(value, Fraction(stated.get("at_most", value)))
    if rounding:
        sign, grain = (-1 if value < 0 else 1), Fraction(rounding["grain"])
        value = sign * ROUNDED[rounding["mode"]](abs(value) / grain) * grain
    taken = Fraction(told["taken"] or 0)
    return max(Fraction(0), value - taken) if taken and value > 0 else value
