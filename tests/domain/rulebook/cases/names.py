"""Faults of ids, of names and of stages."""

from tests.domain.rulebook.cases.book import (
    GOOD,
    ITEMS,
    STAGED,
    TITLE,
    TOTAL,
    Case,
    changed,
    formula,
    staged,
    with_aspect,
    with_node,
)
from tests.domain.rulebook.cases.values import PRIZE
from tests.domain.scoring.rulebooks import node, panel, rulebook_text

TIE = "[ranking]\nties = [{ node = "
FAULTS = 'kind = "fault_item", max = 10, faults = [{ id = "burr", points = 1 }, { id = "burr", points = 2 }]'

IDS: list[Case] = [
    ("twice", GOOD + panel("p", 1, ("b",)), "panels", {"name": "p"}),
    ("twice", GOOD.replace("'S2'", "'S1'"), "panels.p.seats", {"name": "S1"}),
    ("twice", rulebook_text(panel("p", 1, ("a1", "a1")), ITEMS, TOTAL), "panels.p.aspects", {"name": "a1"}),
    ("twice", with_node('of = ["total", "total"]'), "nodes.more.of", {"name": "total"}),
    ("twice", with_aspect(FAULTS), "panels.q.aspects.x.faults", {"name": "burr"}),
    (
        "twice",
        staged('stages = ["prelim"]', 'stages = ["prelim", "prelim"]'),
        "modules.theory.stages",
        {"name": "prelim"},
    ),
    ("twice", STAGED.replace('"final"', '"prelim"'), "stages", {"name": "prelim"}),
    ("twice", STAGED.replace('"entry-angle"', '"execution"'), "panels.dives.aspects", {"name": "execution"}),
    (
        "twice",
        GOOD + f'[awards]\nmode = "cuts"\nprizes = [{PRIZE.rstrip(", ")} }}, {PRIZE.rstrip(", ")} }}]',
        "awards.prizes",
        {"name": "first"},
    ),
    ("stage-and-panel", STAGED.replace('"dives"', '"final"'), "stages.final.id", {"name": "final"}),
    ("reserved-id", GOOD.replace('"p"', '"entry"'), "panels.entry.id", {"name": "entry"}),
    (
        "aspect-shared",
        GOOD + panel("q") + node("more", "mark", 'panel = "q"'),
        "panels.q.aspects",
        {"module": "m", "first": "p", "second": "q", "name": "a1"},
    ),
]

SEMI = '[[stages]]\nid = "semi"\ntotal = "kept"\nadvance = { first = 4 }\n[[stages]]\nid = "final"'
# diving only in the first two of three stages, its total asked for in the third
THREE = (
    staged('[[stages]]\nid = "final"', SEMI)
    .replace('id = "diving"', 'id = "diving"\nstages = ["prelim", "semi"]')
    .replace('stages = ["prelim"]', 'stages = ["final"]')
    .replace('total = "all"', 'total = "kept"')
)

NAMES: list[Case] = [
    ("unknown-module", changed('module = "m"', 'module = "n"'), "panels.p.module", {"name": "n"}),
    ("unknown-panel", changed('panel = "p"', 'panel = "q"'), "nodes.items.panel", {"name": "q"}),
    ("unknown-aspect", with_node('panel = "p"', 'aspect = "b"', op="mark"), "nodes.more.aspect", {"name": "b"}),
    (
        "unknown-aspect",
        staged('panel = "dives"', 'panel = "dives"\naspects = ["executing"]'),
        "nodes.items.aspects",
        {"name": "executing", "near": "execution"},
    ),
    ("unknown-node", changed('total = "total"', 'total = "sum"'), "total", {"name": "sum"}),
    (
        "unknown-node",
        changed('score = "total"', 'score = "totals"'),
        "modules.m.score",
        {"name": "totals", "near": "total"},
    ),
    ("unknown-node", with_node('of = ["gone"]'), "nodes.more.of", {"name": "gone"}),
    ("unknown-node", with_node('of = ["total"]', 'when = ["gone"]', op="veto"), "nodes.more.when", {"name": "gone"}),
    ("unknown-node", with_node("weights = { gone = 1 }", op="weighted_sum"), "nodes.more.weights", {"name": "gone"}),
    ("unknown-node", GOOD + TIE + '"gone" }]', "ranking.ties.#1.node", {"name": "gone"}),
    ("unknown-node", GOOD + '[rulings]\ndeduction_from = "gone"', "rulings.deduction_from", {"name": "gone"}),
    (
        "unknown-node",
        staged('total = "kept"', 'total = "keptt"'),
        "stages.final.total",
        {"name": "keptt", "near": "kept"},
    ),
    ("unknown-node", staged('of = "items"', 'of = "itms"'), "nodes.kept.of", {"name": "itms", "near": "items"}),
    (
        "unknown-stage",
        staged('stages = ["prelim"]', 'stages = ["prelims"]'),
        "modules.theory.stages",
        {"name": "prelims", "near": "prelim"},
    ),
    (
        "unknown-stage",
        GOOD.replace('score = "total"', 'score = "total"\nstages = ["s"]'),
        "modules.m.stages",
        {"name": "s"},
    ),
    ("unknown-word", formula("totl * 2"), "nodes.more.formula", {"name": "totl", "near": "total"}),
    ("unknown-word", formula("p.a_1 + total"), "nodes.more.formula", {"name": "p.a_1", "near": "p.a1"}),
    (
        "spoken-alike",
        formula("a_b * 2") + node("a-b", "sum", 'of = ["total"]') + node("a_b", "sum", 'of = ["total"]'),
        "nodes.more.formula",
        {"name": "a_b", "found": "a-b, a_b"},
    ),
    ("names-a-panel", with_node('of = ["p"]'), "nodes.more.of", {"name": "p"}),
    ("not-in-stage", THREE, "stages.final.total", {"name": "kept", "stage": "final"}),
    ("stands-once", staged('"prelim.kept"', '"prelim.theory"'), "nodes.all.of", {"name": "theory", "stage": "prelim"}),
    (
        "stands-once",
        staged('of = "items"', 'of = "theory"'),
        "modules.diving.score",
        {"name": "kept", "stage": "prelim"},
    ),
    ("no-panel", GOOD + f'[[modules]]\nid = "n"\n{TITLE}\nkind = "theory"\nscore = "total"', "modules.n", {}),
    ("panel-unused", GOOD + panel("idle", 1, ("b",)), "panels.idle", {}),
    ("panel-unused", staged('op = "mark"\npanel = "paper"', 'op = "sum"\nof = "kept"'), "panels.paper", {}),
    ("import-panel", changed('kind = "practical"', 'kind = "theory"\nmarked_by = "import"'), "panels.p", {}),
]


def own_chain(link: str) -> str:
    """The first stage has this one link for its own chain."""
    return staged("advance = { first = 8 }", f"advance = {{ first = 8 }}\nties = [{link}]")


STAGES: list[Case] = [
    ("advance-missing", staged("advance = { first = 8 }\n", ""), "stages.prelim.advance", {}),
    ("advance-last", staged('total = "kept"', 'total = "kept"\nadvance = { first = 3 }'), "stages.final.advance", {}),
    (
        "advance-grows",
        staged('[[stages]]\nid = "final"', SEMI.replace("4", "9")),
        "stages.semi.advance.first",
        {"found": 9, "stated": 8},
    ),
    (
        "stage-unused",
        staged('id = "diving"', 'id = "diving"\nstages = ["prelim"]').replace("prelim.kept", "kept"),
        "stages.final",
        {},
    ),
    ("later-stage", staged('of = ["prelim.kept"', 'of = ["final.kept"'), "stages.prelim.total", {"name": "final"}),
    ("first-or-share", staged("{ first = 8 }", '{ ties = "all" }'), "stages.prelim.advance", {}),
    (
        "first-or-share",
        staged("{ first = 8 }", '{ first = 8, share = 0.5, rounding = "up" }'),
        "stages.prelim.advance",
        {},
    ),
    ("share-and-rounding", staged("{ first = 8 }", "{ share = 0.5 }"), "stages.prelim.advance", {}),
    ("share-and-rounding", staged("first = 8", 'first = 8, rounding = "up"'), "stages.prelim.advance", {}),
    ("at-most", staged("first = 8", 'share = 75, rounding = "up"'), "stages.prelim.advance.share", {"le": 1}),
    ("missing", staged("first = 8", 'first = 8, limit = { by = "group" }'), "stages.prelim.advance.limit.most", {}),
    ("missing", own_chain('{ how = "countback" }'), "stages.prelim.ties.#1.node", {}),
    ("unknown-node", own_chain('{ node = "kep" }'), "stages.prelim.ties.#1.node", {"name": "kep", "near": "kept"}),
    ("node-family", own_chain('{ node = "items" }'), "stages.prelim.ties.#1.node", {"name": "items"}),
    (
        "not-in-stage",
        THREE.replace('total = "kept"\n\n[[modules]]', 'total = "theory"\nties = [{ node = "kept" }]\n\n[[modules]]'),
        "stages.final.ties.#1.node",
        {"name": "kept", "stage": "final"},
    ),
    ("later-stage-tie", own_chain('{ node = "final.kept" }'), "stages.prelim.ties.#1.node", {"name": "final"}),
]

CASES = IDS + NAMES + STAGES
