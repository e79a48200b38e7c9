"""Faults of the tree: circles, misfits, numbers without an end."""

from tests.domain.rulebook.cases.book import GOOD, ITEMS, STAGED, TOTAL, Case, changed, formula, staged, with_node
from tests.domain.rulebook.cases.names import TIE
from tests.domain.scoring.rulebooks import node, panel, rulebook_text

ONE = panel("q", 1, ("b1", "b2"))
RUNS = panel("q", 1, ("b1",), rest="attempts = 3")
JUDGED = node("judged", "sum", 'panel = "p"', 'over = "aspects"')  # along the judges, items along the aspects
Q_B = node("q-b", "marks", 'panel = "q"')  # along aspects of other names
OTHER_NAMES: dict[str, object] = {"name": "q-b", "axis": "aspects", "found": "b1, b2", "stated": "a1, a2"}
WHERE: dict[str, object] = {"name": "p"}

CASES: list[Case] = [
    (
        "cycle",
        GOOD + node("b", "sum", 'of = ["c"]') + node("c", "sum", 'of = ["d"]') + node("d", "sum", 'of = ["b"]'),
        "nodes.b",
        {"name": "b → c → d → b"},
    ),
    ("cycle", with_node('of = ["more"]'), "nodes.more", {"name": "more → more"}),
    ("cycle", formula("more + 1"), "nodes.more", {"name": "more → more"}),
    ("cycle", with_node('of = ["total"]', 'when = ["more"]', op="veto"), "nodes.more", {"name": "more → more"}),
    (
        "cycle",
        staged('of = "items"', 'of = ["items", "back"]') + '[nodes.back]\nop = "sum"\nof = "kept"',
        "nodes.kept",
        {"name": "kept → back → kept"},
    ),
    ("node-family", changed('total = "total"', 'total = "items"'), "total", {"name": "items"}),
    ("node-family", changed('score = "total"', 'score = "items"'), "modules.m", {"name": "items"}),
    ("node-family", GOOD + TIE + '"items" }]', "ranking.ties.#1.node", {"name": "items"}),
    ("node-family", GOOD + '[rulings]\ndeduction_from = "items"', "rulings.deduction_from", {"name": "items"}),
    ("node-family", staged('total = "kept"', 'total = "items"'), "stages.final.total", {"name": "items"}),
    ("panel-or-of", with_node(), "nodes.more", {}),
    ("panel-or-of", with_node('panel = "p"', 'of = ["total"]'), "nodes.more", {}),
    ("over-needed", with_node('panel = "p"'), "nodes.more", {"name": "aspects, judges"}),
    ("over-needed", staged('over = "judges"', ""), "nodes.items", {"name": "aspects, judges"}),
    ("over-one-family", with_node('of = ["items", "total"]', 'over = "aspects"'), "nodes.more", {}),
    ("over-unused", with_node('panel = "p"', 'over = "judges"', op="marks"), "nodes.more.over", {}),
    ("other-axis", with_node('of = ["items"]', 'over = "judges"'), "nodes.more", {"name": "items"}),
    ("no-family", with_node('of = ["total"]', 'over = "judges"'), "nodes.more", {"name": "total"}),
    (
        "other-names",
        with_node('of = ["items", "q-b"]') + ONE + Q_B,
        "nodes.more",
        OTHER_NAMES,
    ),
    ("other-axes", formula("sum(items * judged)") + JUDGED, "nodes.more", {"name": "judged"}),
    ("other-names", formula("items + q_b + total") + ONE + Q_B, "nodes.more", OTHER_NAMES),
    ("other-names", formula("sum(items * q_b)") + ONE + Q_B, "nodes.more", OTHER_NAMES),
    ("one-node", with_node('of = ["total", "items"]', 'sd = "sample"', op="standardise"), "nodes.more", {}),
    (
        "then-better-count",
        with_node('of = "total"', 'then_better = ["lower"]', op="rank"),
        "nodes.more.then_better",
        {"name": 0, "found": 1},
    ),
    ("one-node", with_node("limit = 1\nlose = 1", op="overtime"), "nodes.more", {}),
    ("two-nodes", with_node('of = ["total"]', op="difference"), "nodes.more", {}),
    (
        "aspect-or-aspects",
        with_node('panel = "p"\naspect = "a1"\naspects = ["a2"]\nover = "judges"'),
        "nodes.more.aspects",
        {},
    ),
    ("aspects-without-panel", with_node('of = ["total"]\naspect = "a1"'), "nodes.more.aspect", {}),
    ("mark-one-seat", with_node('panel = "p"', op="mark"), "nodes.more", WHERE),
    ("mark-one-attempt", GOOD + RUNS + node("more", "mark", 'panel = "q"'), "nodes.more", {"name": "q"}),
    ("mark-which-aspect", GOOD + ONE + node("more", "mark", 'panel = "q"'), "nodes.more", {"name": "q"}),
    (
        "too-few-to-trim",
        with_node('panel = "p"', 'over = "judges"', "drop_low = 2", op="trimmed_mean"),
        "nodes.more",
        {"name": 3},
    ),
    ("too-few-to-trim", STAGED.replace("seats = 5", "seats = 2"), "nodes.items", {"name": 2}),
    ("too-few-to-trim", with_node('panel = "p"', 'over = "aspects"', op="average_of_five"), "nodes.more", {"name": 2}),
    ("must-agree", with_node('panel = "p"', 'over = "judges"', op="agreement"), "nodes.more", WHERE),
    (
        "no-end",
        rulebook_text(panel("p", 3, ("a1", "a2")), ITEMS.replace('"sum"', '"mean"'), TOTAL),
        "nodes.total",
        {},
    ),
    ("no-end", STAGED.replace('"trimmed_sum"', '"trimmed_mean"'), "nodes.kept", {}),
    (
        "too-many-places",
        GOOD
        + node("w0", "sum", 'of = ["total"]')
        + "".join(
            node(f"w{n}", "weighted_sum", f"weights = {{ w{n - 1} = 0.000000001 }}", "adds_up_to = 0.000000001")
            for n in range(1, 5)
        ),
        "nodes.w4",
        {"name": 39},
    ),
]
