"""Small rulebooks that the tests of `biwu score` fill with marks."""

from __future__ import annotations

HEAD = 'format = 1\nid = "r"\ntitle = "R"\n'

# three judges, two aspects; the mean of the judges for each, then the sum
JUDGED = (
    HEAD
    + """total = "total"
[[modules]]
id = "weld"
[[panels]]
id = "weld-panel"
module = "weld"
seats = 3
absent = "mean_of_present"
quorum = 2
aspects = [{ id = "seam", max = 10, step = 0.5 }, { id = "finish", max = 5 }]
[nodes.each]
op = "mean"
panel = "weld-panel"
over = "judges"
round = { places = 2 }
[nodes.total]
op = "sum"
of = ["each"]
"""
)
STRICT = JUDGED.replace('absent = "mean_of_present"\nquorum = 2\n', "").replace(
    "seats = 3", 'seats = ["J1", "J2", "J3"]'
)

# one aspect of the kind asked for, one seat, one attempt
ONE = (
    HEAD
    + """total = "total"
[[modules]]
id = "task"
score = "total"
[[panels]]
id = "task-panel"
module = "task"
aspects = [{ASPECT}]
[nodes.total]
op = "mark"
panel = "task-panel"
"""
)

# three attempts against the clock, the best counts
TIMED = (
    HEAD
    + """total = "best"
[[modules]]
id = "run"
score = "best"
[[panels]]
id = "clock"
module = "run"
attempts = 3
aspects = [{ id = "time", kind = "time", step = 0.001 }]
[nodes.best]
op = "best"
better = "lower"
panel = "clock"
missing = "ignore"
[ranking]
better = "lower"
"""
)


def one(aspect: str) -> str:
    """A rulebook of one cell: `aspect` is its inline table without the braces."""
    return ONE.replace("{ASPECT}", '{ id = "a", ' + aspect + " }")
