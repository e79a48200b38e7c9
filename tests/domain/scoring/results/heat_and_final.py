"""Four entries in a heat, the best two of them in a final; each stage has one figure."""

from __future__ import annotations

from domain.rulebook.reading import fixed
from tests.domain.scoring.results.field import entry

STAGES = fixed("""
format = 1
id = "two"
title = "two"
[[stages]]
id = "prelim"
title = "Heat"
total = "first"
advance = { first = 2 }
[[stages]]
id = "final"
title = "Final"
total = "last"
[[modules]]
id = "n"
score = "first"
stages = ["prelim"]
[[modules]]
id = "o"
score = "last"
stages = ["final"]
[[panels]]
id = "p"
module = "n"
aspects = [{ id = "n", max = 10 }]
[[panels]]
id = "q"
module = "o"
aspects = [{ id = "o", max = 10 }]
[nodes.first]
op = "mark"
panel = "p"
[nodes.last]
op = "mark"
panel = "q"
""")
IN_STAGES = {
    "a": entry("4", first="9", last="4"),
    "b": entry("5", first="8", last="5"),
    "c": entry(None, first="7", last=None),
    "d": entry(None, first="6", last=None),
}
BEEN = {"prelim": "abcd", "final": "ab"}
