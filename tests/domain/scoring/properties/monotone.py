"""Random rulebooks of operations under which a better mark can do no harm, and full sheets for them.

Left out, because under them it may: differences, ratios of two nodes, veto, agreement, deviation and the median-and-MAD
scale (who moves the median moves everybody), majority of places, and negative weights.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random

from hypothesis import strategies as st

from domain.rulebook.reading import parse
from domain.scoring.scored import Given

# Of these cells a greater entry is a better one; of LOST a smaller one: points lost.
GAINED = {"j": (3, 1), "y": (1, 1), "n": (3, 1), "i": (9, 1)}
LOST = {"e": (8, 2), "f.burr": (4, 2), "f.crack": (8, 2)}
HEAD = """
format = 1
id = "monotone"
title = "monotone"
total = "total"
[[modules]]
id = "m"
score = "total"
[[panels]]
id = "p"
module = "m"
seats = 5
aspects = [{ id = "a", min = -5, max = 10, step = 0.5 }, { id = "b", max = 10, step = 0.5 }]
[[panels]]
id = "t"
module = "m"
attempts = 5
aspects = [{ id = "lift", kind = "measured", min = 0, max = 100, step = 0.5 }]
[[panels]]
id = "k"
module = "m"
aspects = [
  { id = "j", kind = "judgement", max = 1.5 }, { id = "y", kind = "yes_no", max = 2 },
  { id = "n", kind = "count", of = 3, max = 1, round = { places = 2 } },
  { id = "i", kind = "indicator", target = 7, max = 2 },
  { id = "e", kind = "deduction", max = 4, step = 0.5 },
  { id = "f", kind = "fault_item", max = 6, step = 0.5, faults = [
    { id = "burr", points = 1, limit = 2 }, { id = "crack", points = 4, limit = 4 } ] },
]
"""
ENDS = ("", "at_most = 9", "at_least = 2", *(f'round = {{ step = 0.5, mode = "{mode}" }}' for mode in
        ("half_up", "half_even", "down", "up")))  # fmt: skip
INNER = ("sum", "mean", "median", "min", "max", "trimmed_mean", "trimmed_sum")
OUTER = ("sum", "mean", "median", "min", "max")
TAKING = ("best", "best_sum", "best_mean", "average_of_five", "mean", "trimmed_sum")
TABLE = "below = 0\ntable = [{ from = 5, points = 1 }, { from = 9, points = 4 }]"
FORMULAS = ("min(p, k) + 2 * t", "sqrt(max(p, 0)) + floor(k) + t / 3", "if(k >= 5, 10, 0) + clamp(p, 0, 8)")
TOPS = (
    ("weighted_sum", "weights = { p = 0.5, t = 0, k = 2 }"),
    ("weighted_mean", "weights = { p = 1, t = 3, k = 0.5 }"),
    *((op, 'of = ["p", "t", "k", "steps"]') for op in OUTER),
    ("product", 'of = ["grounded", "t"]'),
    *(("formula", f'formula = "{formula}"') for formula in FORMULAS),
)
ACROSS = (
    ("rank", 'of = "result"', 'better = "higher"'),
    ("points_for_place", 'of = "result"', "points = [10, 7, 4, 1]", 'better = "higher"'),
    ("ratio_to_best", 'of = "result"', 'better = "higher"', "at_least = 0"),
    ("standardise", 'of = "result"', 'scale = "t"', 'sd = "population"'),
    *[("sum", 'of = ["result"]')] * 3,
)


def _node(name, op, *keys):
    return f'[nodes.{name}]\nop = "{op}"\n' + "\n".join(keys)


def _rulebook(chance):
    """(rulebook, which way the total is better)."""

    def pick(*of):
        return chance.choice(of)

    count = "count = 2" if (taking := pick(*TAKING)) in {"best_sum", "best_mean"} else ""
    across = pick(*ACROSS)
    better = "lower" if across[0] == "rank" else "higher"
    nodes = (
        _node("judged", pick(*INNER), 'panel = "p"', 'over = "judges"', pick(*ENDS)),
        _node("p", pick(*OUTER), 'of = "judged"', 'over = "aspects"', pick(*ENDS)),
        _node("t", taking, 'panel = "t"', count, pick(*ENDS)),
        _node("k", "sum", 'panel = "k"', 'over = "aspects"', pick(*ENDS)),
        _node("steps", "table", 'of = "p"', TABLE),
        _node("grounded", "sum", 'of = ["p"]', "at_least = 0"),
        _node("result", *pick(*TOPS), "at_least = 1" if across[0] == "ratio_to_best" else pick(*ENDS)),
        _node("total", *across, "round = { places = 9 }"),
    )
    return parse("\n".join([HEAD, *nodes, f'[ranking]\nbetter = "{better}"'])), better


def _sheet(chance):
    """Every cell marked."""
    return {
        "p": {aspect: {seat: Decimal(chance.randint(0, 20)) / 2 for seat in "12345"} for aspect in ("a", "b")},
        "t": {f"{turn}.lift": {"1": Decimal(chance.randint(0, 40)) / 2} for turn in range(1, 6)},
        "k": {cell: {"1": Decimal(chance.randint(0, top)) / parts} for cell, (top, parts) in (GAINED | LOST).items()},
    }


def _bettered(chance, marks):
    """The same marks, one of them better where it was not the best already."""
    panel = chance.choice(sorted(marks))
    aspect = chance.choice(sorted(marks[panel]))
    seat = chance.choice(sorted(marks[panel][aspect]))
    old = marks[panel][aspect][seat]
    better = old - _more(chance, old * 2, 2) if aspect in LOST else old + _room(chance, panel, aspect, old)
    return {**marks, panel: {**marks[panel], aspect: {**marks[panel][aspect], seat: better}}}


def _room(chance, panel, aspect, old):
    tops = {"p": 10, "t": 100}
    return _more(chance, (tops[panel] - old) * 2, 2) if panel in tops else _more(chance, GAINED[aspect][0] - old)


def _more(chance, top, parts=1):
    return Decimal(chance.randint(min(1, int(top)), int(top))) / parts


@st.composite
def contests(draw):
    """(rulebook, which way is better, the field again and again, each time with one more mark of entry e0 better).

    All is drawn evenly, not with hypothesis' liking for the first and the small, under which totals hardly ever move.
    """
    chance = Random(draw(st.integers(0, 10**9)))
    rules, better = _rulebook(chance)
    field = {f"e{n}": _sheet(chance) for n in range(3)}
    fields = [field]
    for _ in range(15):
        fields.append({**field, "e0": _bettered(chance, fields[-1]["e0"])})
    return rules, better, [{entry: Given(marks) for entry, marks in each.items()} for each in fields]
