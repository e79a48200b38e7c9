"""The rulebooks that cases of faults begin with, and ways to spoil them."""

from tests.domain.scoring.rulebooks import node, panel, rulebook_text

Case = tuple[str, str, str, dict[str, object]]  # reason, text, place, gaps (`near`: what may have been meant)

TITLE = 'title = { zh = "甲", en = "a" }'
ITEMS = node("items", "sum", 'panel = "p"', 'over = "judges"')
TOTAL = node("total", "sum", 'of = ["items"]', 'over = "aspects"')
GOOD = rulebook_text(panel("p", 3, ("a1", "a2")), ITEMS, TOTAL)

# two stages: the dives of both, a theory paper only in the first
STAGED = """
format = 1
id = "staged"
title = "Two stages"

[[stages]]
id = "prelim"
total = "all"
advance = { first = 8 }

[[stages]]
id = "final"
total = "kept"

[[modules]]
id = "diving"
score = "kept"

[[modules]]
id = "theory"
stages = ["prelim"]

[[panels]]
id = "dives"
module = "diving"
seats = 5
aspects = [{ id = "execution", max = 10, step = 0.5 }, { id = "entry-angle", max = 10, step = 0.5 }]

[[panels]]
id = "paper"
module = "theory"
aspects = [{ id = "score", max = 100 }]

[nodes.items]
op = "trimmed_sum"
panel = "dives"
over = "judges"

[nodes.kept]
op = "sum"
of = "items"

[nodes.theory]
op = "mark"
panel = "paper"

[nodes.all]
op = "sum"
of = ["prelim.kept", "theory"]
"""


def changed(old: str, new: str, text: str = GOOD) -> str:
    assert old in text
    return text.replace(old, new, 1)


def with_node(*lines: str, op: str = "sum") -> str:
    return GOOD + node("more", op, *lines)


def formula(text: str) -> str:
    return with_node(f"formula = '{text}'", op="formula")


def with_aspect(aspect: str, rest: str = "") -> str:
    """A panel `q` with this one aspect `x`, which a node takes in."""
    listed = f'[[panels]]\nid = "q"\nmodule = "m"\n{rest}\naspects = [{{ id = "x", {aspect} }}]\n'
    return GOOD + listed + node("more", "sum", 'panel = "q"', 'over = ["attempts", "judges"]')


def with_panel(rest: str) -> str:
    return with_aspect("max = 10, step = 1", rest)


def staged(old: str, new: str) -> str:
    return changed(old, new, STAGED)
