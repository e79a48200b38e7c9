"""Faults of figures: what does not add up, what is too large or too small."""

from tests.domain.rulebook.cases.book import GOOD, ITEMS, TOTAL, Case, changed, with_aspect, with_node, with_panel
from tests.domain.rulebook.cases.values import CHOICES, PRIZE, RATIO
from tests.domain.scoring.rulebooks import panel, rulebook_text

SHEET = 'kind = "fault_item", max = 10, step = 0.5, faults = [{ id = "burr", points = 2, limit = 4 }]'
BURR = "panels.q.aspects.x.faults.burr"

CASES: list[Case] = [
    ("step-not-positive", changed("step = 0.001", "step = 0"), "panels.p.aspects.a1", {}),
    ("step-not-positive", GOOD + "round = { step = -1 }", "nodes.total.round", {}),
    ("range-empty", changed("max = 100", "max = 0"), "panels.p.aspects.a1", {}),
    (
        "step-does-not-divide",
        changed("step = 0.001", "step = 0.3"),
        "panels.p.aspects.a1",
        {"low": "0", "high": "100", "step": "0.3"},
    ),
    (
        "step-does-not-divide",
        with_aspect(changed("limit = 4", "limit = 4.2", SHEET)),
        f"{BURR}.limit",
        {"low": 0, "high": "4.2", "step": "0.5"},
    ),
    (
        "step-does-not-divide",
        with_aspect(changed("points = 2", "points = 0.3", SHEET)),
        f"{BURR}.points",
        {"low": 0, "high": "0.3", "step": "0.5"},
    ),
    (
        "points-above-limit",
        with_aspect(changed("points = 2", "points = 5", SHEET)),
        f"{BURR}.points",
        {"found": 5, "stated": 4},
    ),
    (
        "choice-above-max",
        with_aspect(CHOICES + ", points = 3 }]"),
        "panels.q.aspects.x.choices.bad.points",
        {"found": 3, "stated": 2},
    ),
    (
        "no-whole-places",
        rulebook_text(panel("p", 3, ("a1",), rest="each_place_once = true"), ITEMS.replace('"a2"', '"a1"'), TOTAL),
        "panels.p.aspects.a1",
        {},
    ),
    (
        "lose-above-max",
        with_aspect(CHOICES + ", lose = 3 }]"),
        "panels.q.aspects.x.choices.bad.lose",
        {"found": 3, "stated": 2},
    ),
    (
        "aspects-do-not-add-up",
        rulebook_text(panel("p", 3, ("a1", "a2"), rest="max = 90"), ITEMS, TOTAL),
        "panels.p.max",
        {"found": 200, "stated": 90},
    ),
    (
        "weights-do-not-add-up",
        with_node("weights = { total = 0.9 }", op="weighted_sum"),
        "nodes.more.weights",
        {"found": "0.9", "stated": 1},
    ),
    (
        "weights-do-not-add-up",
        with_node('weights = { total = "1/3" }', op="weighted_sum"),
        "nodes.more.weights",
        {"found": "1/3", "stated": 1},
    ),
    (
        "weights-come-to-nothing",
        with_node("weights = { total = 0 }\nadds_up_to = 0", op="weighted_mean"),
        "nodes.more.weights",
        {},
    ),
    (
        "ratios-above-one",
        GOOD + RATIO + f"prizes = [{PRIZE} ratio = 0.6 }}, {PRIZE.replace('first', 'second')} ratio = 0.5 }}]",
        "awards.prizes",
        {"found": "1.1"},
    ),
    (
        "bounds-crossed",
        with_node('of = ["total"]\nat_least = 2\nat_most = 1'),
        "nodes.more.at_least",
        {"low": 2, "high": 1},
    ),
    (
        "low-above-high",
        with_node('of = ["total"]\nlow = 1000', op="worldskills_scale"),
        "nodes.more.low",
        {"low": 1000, "high": 1000},
    ),
    (
        "line-twice",
        with_node('of = ["total"]\ntable = [{ from = 1, points = 1 }, { from = 1.0, points = 2 }]', op="table"),
        "nodes.more.table",
        {"name": 1},
    ),
    (
        "drops-number",
        with_node('panel = "p"\nover = "judges"\ndrops = { all = 1 }', op="trimmed_sum"),
        "nodes.more.drops",
        {"name": "all"},
    ),
    (
        "drops-too-many",
        with_node('panel = "p"\nover = "judges"\ndrops = { "2" = 1 }', op="trimmed_sum"),
        "nodes.more.drops",
        {"name": 2, "found": 1},
    ),
    (
        "count-above",
        with_node('panel = "p"\nover = "judges"\ncount = 4', op="best_sum"),
        "nodes.more.count",
        {"found": 4, "name": 3},
    ),
    (
        "own-scale",
        with_node('of = ["total"]\nscale = "t"\ncentre = 50\nsd = "sample"', op="standardise"),
        "nodes.more.centre",
        {},
    ),
    (
        "quorum-above-seats",
        with_panel('seats = 5\nabsent = "mean_of_present"\nquorum = 6'),
        "panels.q.quorum",
        {"found": 6, "name": 5},
    ),
    ("panel-too-large", with_panel("seats = 500\nattempts = 500"), "panels.q", {"found": 250_000, "name": 100_000}),
    ("at-most", with_panel("seats = 1001"), "panels.q.seats", {"le": 1000}),
]
