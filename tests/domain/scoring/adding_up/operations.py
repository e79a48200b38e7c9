"""The checker's own way through every operation: from inputs, and what the explanation states, to the exact value.

Each takes `x`, the inputs that were not left out; `k`, those of them that were not struck; `s`, what the rulebook
states; `d`, the figures of the field; and `told`, the whole step.
"""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor, prod
from statistics import median

from tests.domain.scoring.adding_up.formula import worked_out

COUNTED: dict[str, Callable] = {"exact": Fraction, "started": ceil, "whole": floor}
SCALE = {"z": (0, 1), "t": (50, 10)}
DISPLAYS = {
    "1224": lambda d: d["better"] + 1,
    "1223": lambda d: d["better-values"] + 1,
    "1334": lambda d: d["better"] + d["equal"],
    "1234": lambda d: d["better"] + d["turn"],
    "fractional": lambda d: d["better"] + (d["equal"] + 1) / 2,
}


def table(x, k, s, d, told):
    reached = [
        (Fraction(line["from"]), Fraction(line["points"])) for line in s["table"] if Fraction(line["from"]) <= x[0]
    ]
    if not reached or (s["exact"] and max(reached)[0] != x[0]):
        return Fraction(s["below"])
    return max(reached)[1]


def overtime(x, k, s, d, told):
    units = COUNTED[s["counted"]](max(Fraction(0), x[0] - Fraction(s["limit"])) / Fraction(s["each"]))
    return min(units * Fraction(s["lose"]), Fraction(s.get("most", units * Fraction(s["lose"]))))


def majority_place(x, k, s, d, told):
    place = sorted(x)[len(x) // 2]
    within = [each for each in x if each <= place]
    return {"place": place, "count": len(within), "sum": sum(within)}[s["gives"]]


def points_for_place(x, k, s, d, told):
    taken_up = 1 if s["ties"] == "each" else int(d["equal"])
    return sum(map(Fraction, s["points"][int(d["better"]) :][:taken_up])) / Fraction(taken_up)


def standardise(x, k, s, d, told):
    centre, spread = SCALE.get(s["scale"], (s["centre"], s["spread"]))
    return Fraction(centre) + (Fraction(spread) * (x[0] - d["mean"]) / d["sd"] if d["sd"] else 0)


def worldskills(x, k, s, d, told):
    away = Fraction(s["spread"]) * (x[0] - d["median"]) / (Fraction(s["factor"]) * d["mad"]) if d["mad"] else 0
    return min(Fraction(s["high"]), max(Fraction(s["low"]), Fraction(s["centre"]) + away))


def ratio_to_best(x, k, s, d, told):
    if d["best"] <= 0:
        return Fraction(s["points"]) * (x[0] == d["best"])
    return Fraction(s["points"]) * (x[0] / d["best"] if s["better"] == "higher" else d["best"] / x[0])


OPERATIONS: dict[str, Callable] = {
    "mark": lambda x, k, s, d, told: x[0],
    "marks": lambda x, k, s, d, told: x[0],
    "sum": lambda x, k, s, d, told: sum(x),
    "product": lambda x, k, s, d, told: prod(x),
    "mean": lambda x, k, s, d, told: sum(x) / Fraction(len(x)),
    "median": lambda x, k, s, d, told: median(x),
    "min": lambda x, k, s, d, told: min(x),
    "max": lambda x, k, s, d, told: max(x),
    "trimmed_mean": lambda x, k, s, d, told: sum(k) / Fraction(len(k)),
    "trimmed_sum": lambda x, k, s, d, told: sum(k),
    "spread": lambda x, k, s, d, told: max(k) - min(k),
    "average_of_five": lambda x, k, s, d, told: sum(k) / Fraction(len(k)),
    "agreement": lambda x, k, s, d, told: x[0] if len(set(x)) == 1 else None,
    "majority": lambda x, k, s, d, told: Counter(x).most_common(1)[0][0],
    "best": lambda x, k, s, d, told: (max if s["better"] == "higher" else min)(e for e in x if not isinstance(e, str)),
    "best_sum": lambda x, k, s, d, told: sum(k),
    "best_mean": lambda x, k, s, d, told: sum(k) / Fraction(s["count"]),
    "majority_place": majority_place,
    "weighted_sum": lambda x, k, s, d, told: sum(
        Fraction(w["weight"]) * e for w, e in zip(told["inputs"], x, strict=True)
    ),
    "weighted_mean": lambda x, k, s, d, told: sum(
        Fraction(w["weight"]) * e for w, e in zip(told["inputs"], x, strict=True)
    ),
    "table": table,
    "difference": lambda x, k, s, d, told: x[0] - x[1],
    "ratio": lambda x, k, s, d, told: Fraction(s["times"]) * x[0] / x[1],
    "overtime": overtime,
    "veto": lambda x, k, s, d, told: Fraction(s["gives"]) if any(fault > 0 for fault in x[1:]) else x[0],
    "formula": lambda x, k, s, d, told: worked_out(told, x),
    "rank": lambda x, k, s, d, told: DISPLAYS[s["display"]](d),
    "field": lambda x, k, s, d, told: d[s["take"]],
    "points_for_place": points_for_place,
    "standardise": standardise,
    "worldskills_scale": worldskills,
    "ratio_to_best": ratio_to_best,
}
