"""A rulebook with every kind of aspect, every operation and stages; and TOML of it after something was changed."""

import json
from decimal import Decimal

ASPECTS = """
[[panels]]
id = "sheet"
module = "task"
seats = ["J1", "J2", "J3"]
attempts = 3
max_spread = 0
absent = "mean_of_present"
quorum = 2
may_not_sit = ["same_delegation"]
aspects = [
  { id = "finish", title = { zh = "工艺", en = "Finish" }, max = 10, step = 0.5 },
  { id = "j-1", kind = "judgement", max = 1.5, round = { places = 2 } },
  { id = "y1", kind = "yes_no", max = 2 },
  { id = "c1", kind = "count", max = 0.75, of = 3, round = { step = 0.05, mode = "half_even" } },
  { id = "d1", kind = "choice", max = 1.5, choices = [{ id = "a", lose = 0 }, { id = "b", lose_percent = 33.3 }] },
  { id = "m1", kind = "difference", max = 1, target = 0, difference = 1, lose = 0.25 },
  { id = "t1", kind = "time", step = 0.01, max = 600 },
  { id = "v1", kind = "measured" },
  { id = "e1", kind = "deduction", max = 10, step = 0.5 },
  { id = "i1", kind = "indicator", target = 100, max = 10, round = "none" },
  { id = "f1", kind = "fault_item", max = 10, step = 0.5, faults = [{ id = "burr", points = 2, limit = 4 }] },
]
[[panels]]
id = "voids"
module = "task"
aspects = [{ id = "live", kind = "voiding" }]
[[panels]]
id = "paper"
module = "theory"
scoring = "paper"
aspects = [{ id = "score", max = 100 }]
"""
HEAD = """
format = 1
id = "everything"
title = "Everything"
[[stages]]
id = "prelim"
total = "total"
advance = { first = 18, ties = "none" }
[[stages]]
id = "final"
total = "total"
better = "higher"
ties = [{ node = "kept" }]
[[modules]]
id = "task"
score = "kept"
[[modules]]
id = "theory"
kind = "theory"
marked_by = "import"
stages = ["prelim"]
[ranking]
ties = [{ node = "kept" }, { node = "theory", better = "lower" }]
[statuses]
dns = "zero"
[statuses.whole]
dns = "unranked"
[rulings]
deduction_from = "prelim.kept"
[awards]
mode = "ratio"
at_the_line = "extend"
base = "ranked"
rounding = "up"
prizes = [{ id = "first", title = "First", ratio = 0.1 }]
"""
ON_PANEL = {
    "marks": "",
    "sum": 'over = "judges"',
    "product": 'over = ["judges", "attempts"]',
    "mean": 'aspect = "finish"\nover = ["judges", "attempts"]',
    "median": 'over = "attempts"',
    "min": 'over = "aspects"',
    "max": 'over = "judges"\nmissing = "ignore"',
    "trimmed_mean": 'over = "judges"\ndrops = { "2" = 0 }',
    "trimmed_sum": 'over = "judges"\nfailed = "worst"',
    "spread": 'over = "judges"\nround = { places = 1 }',
    "average_of_five": 'over = "attempts"',
    "agreement": 'over = "judges"',
    "majority": 'over = "judges"',
    "best": 'over = "attempts"\nbetter = "lower"',
    "best_sum": 'over = "attempts"\ncount = 2',
    "best_mean": 'over = "attempts"\ncount = 2',
    "majority_place": 'over = "judges"',
}
ON_NODES = {
    "weighted_sum": "weights = { kept = 0.3, theory = 0.7 }",
    "weighted_mean": 'weights = { kept = "1/3", theory = 2 }\nadds_up_to = "7/3"',
    "table": 'of = "kept"\ntable = [{ from = 0, points = 1 }, { from = 5, points = 2 }]\nbelow = 0',
    "difference": 'of = ["kept", "theory"]\nat_least = 0\nat_most = 9',
    "ratio": 'of = ["kept", "theory"]\ntimes = 100',
    "overtime": 'of = "theory"\nlimit = 10\nlose = 2\nmost = 10\ncounted = "whole"',
    "veto": 'of = "kept"\nwhen = ["voids.live"]\ngives = "no_result"',
    "formula": 'formula = "clamp(sum(sheet.j_1) + kept / 2 - entry.handicap, 0, 9) + prelim.kept"',
    "rank": 'of = ["kept", "theory"]\nthen_better = ["lower"]\nunofficial = "in"\nby = ["group", "category"]',
    "points_for_place": 'of = "kept"\npoints = [3, 2, 1]',
    "standardise": 'of = "kept"\nscale = "own"\nspread = 2\nsd = "sample"',
    "worldskills_scale": 'of = "kept"',
    "ratio_to_best": 'of = "kept"\namong = "all_as_zero"',
    "field": 'of = "kept"\ntake = "mad"',
}
ALL_OPS = (
    "".join(f'[nodes.{op}]\nop = "{op}"\npanel = "sheet"\n{rest}\n' for op, rest in ON_PANEL.items())
    + "".join(f'[nodes.{op}]\nop = "{op}"\n{rest}\n' for op, rest in ON_NODES.items())
    + '[nodes.kept]\nop = "sum"\npanel = "sheet"\nover = ["attempts", "aspects", "judges"]\n'
    + '[nodes.theory]\nop = "mark"\npanel = "paper"\n'
    + '[nodes.total]\nop = "sum"\nof = ["kept", "veto"]\nround = { places = 2 }\n'
)
EVERYTHING = HEAD + ASPECTS + ALL_OPS


def written(value: object) -> str:
    """Any value as inline TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {written(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, Decimal):
        return str(value) if value.is_finite() else "nan"
    return json.dumps(value) if isinstance(value, str | bool) else str(value)


def as_toml(book: dict[str, object]) -> str:
    return "\n".join(f"{json.dumps(key)} = {written(value)}" for key, value in book.items())


def holders(value: object) -> list[dict[str, object] | list[object]]:
    """All tables and lists within, itself among them."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    here = [value] if isinstance(value, dict | list) and value else []
    return here + [found for each in inner for found in holders(each)]
