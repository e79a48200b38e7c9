"""Faults of ties, prizes, teams and honours."""

from tests.domain.rulebook.cases.book import GOOD, STAGED, Case

TIES = "[ranking]\nties = "
FIXED = '[[awards]]\nid = "a"\nmode = "fixed"\nat_the_line = "extend"\n'
RATIO = '[awards]\nmode = "ratio"\nat_the_line = "extend"\nbase = "ranked"\nrounding = "up"\n'
THRESHOLD = '[awards]\nmode = "threshold"\nprizes = [{ id = "m" }]\n'
PRIZE = 'prizes = [{ id = "gold", count = 1 }]\n'
SECOND = FIXED.replace('"a"', '"b"') + PRIZE
TEAM = '[[teams]]\nid = "t"\nby = "group"\n'
HONOUR = '[[honours]]\nid = "h"\nplace_to = 3\n'
# ratios that come to more than a whole only together
SHARES = 'prizes = [{ id = "a", ratio = "2/3" }, { id = "b", ratio = "1/2" }]'
OF_TEAM = TEAM + 'of = "total"\n[[teams.awards]]\nmode = "fixed"\nat_the_line = "extend"\n' + PRIZE


def minimum(condition: str) -> str:
    return FIXED + PRIZE + f"minimum = [{{ {condition} }}]"


RANKING: list[Case] = [
    ("missing", GOOD + TIES + '[{ how = "countback" }]', "ranking.ties.#1.node", {}),
    (
        "unknown-node",
        GOOD + TIES + '[{ node = "itms", how = "drop_lowest" }]',
        "ranking.ties.#1.node",
        {"name": "itms", "near": "items"},
    ),
    (
        "stands-once",
        STAGED + TIES + '[{ node = "prelim.theory", how = "countback" }]',
        "ranking.ties.#1.node",
        {"name": "theory", "stage": "prelim"},
    ),
    (
        "one-of",
        GOOD + '[ranking]\ndisplay = "medals"',
        "ranking.display",
        {"expected": "1224, 1223, 1334, 1234, fractional"},
    ),
]

AWARDS: list[Case] = [
    ("twice", GOOD + FIXED + PRIZE + FIXED + PRIZE.replace("gold", "silver"), "awards", {"name": "a"}),
    ("twice", GOOD + FIXED + PRIZE + SECOND, "awards", {"name": "gold"}),
    (
        "twice",
        GOOD + '[awards]\nmode = "cuts"\nprizes = [{ id = "a" }, { id = "a" }]',
        "awards.prizes",
        {"name": "a"},
    ),
    ("bad-id", GOOD + FIXED + PRIZE.replace("gold", "g.d"), "awards.a.prizes.g.d.id", {}),
    ("bad-id", GOOD + FIXED.replace('"a"', '"a.b"') + PRIZE, "awards.a.b.id", {}),
    (
        "unknown-node",
        GOOD + minimum('node = "totl", at_least = 1'),
        "awards.a.minimum.#1.node",
        {"name": "totl", "near": "total"},
    ),
    (
        "unknown-node",
        GOOD + THRESHOLD + 'node = "x"\nat_least = 1',
        "awards.node",
        {"name": "x"},
    ),
    (
        "stands-once",
        STAGED + minimum('node = "final.all", at_least = 1'),
        "awards.a.minimum.#1.node",
        {"name": "all", "stage": "final"},
    ),
    ("node-family", GOOD + minimum('node = "items", at_least = 1'), "awards.a.minimum.#1.node", {"name": "items"}),
    ("names-a-panel", GOOD + minimum('node = "p", at_least = 1'), "awards.a.minimum.#1.node", {"name": "p"}),
    (
        "bar-needed",
        GOOD + FIXED + 'prizes = [{ id = "gold", count = 1, minimum = [{ node = "total" }] }]',
        "awards.a.prizes.gold.minimum.#1",
        {},
    ),
    ("bar-needed", GOOD + FIXED + PRIZE + 'when = [{ column = "worker" }]', "awards.a.when.#1", {}),
    ("node-or-column", GOOD + FIXED + PRIZE + "when = [{ at_least = 1 }]", "awards.a.when.#1", {}),
    ("node-or-column", GOOD + minimum('node = "total", column = "x", at_least = 1'), "awards.a.minimum.#1", {}),
    (
        "bounds-crossed",
        GOOD + minimum('node = "total", at_least = 6, at_most = 5'),
        "awards.a.minimum.#1.at_least",
        {"low": 6, "high": 5},
    ),
    ("bounds-crossed", GOOD + THRESHOLD + "at_least = 6\nat_most = 5", "awards.at_least", {"low": 6, "high": 5}),
    ("missing", GOOD + THRESHOLD, "awards.at_least", {}),
    (
        "unknown-prize",
        GOOD + FIXED + PRIZE + 'field = [{ from = 3, prizes = ["goldd"] }]',
        "awards.a.field.#1.prizes",
        {"name": "goldd", "near": "gold"},
    ),
    (
        "other-category",
        GOOD + '[ranking]\nper = "sex"\n' + FIXED + PRIZE + 'per = "age"',
        "awards.a.per",
        {"name": "sex"},
    ),
    (
        "at-least",
        GOOD + FIXED + PRIZE + 'limit = { by = "unit", count = 0 }',
        "awards.a.limit.count",
        {"ge": 1},
    ),
    ("ratios-above-one", GOOD + RATIO + SHARES, "awards.prizes", {"found": "7/6"}),
    (
        "exact-nearest",
        GOOD + RATIO.replace('"up"', '"exact"') + 'prizes = [{ id = "a", ratio = 0.5 }]',
        "awards.at_the_line",
        {},
    ),
    (
        "exact-nearest",
        GOOD
        + RATIO.replace('"up"', '"exact"').replace('"extend"', '"nearest"')
        + 'prizes = [{ id = "a", ratio = 0.5, at_the_line = "demote" }]',
        "awards.prizes.a.at_the_line",
        {},
    ),
    ("count-or-ratio", GOOD + FIXED + PRIZE + "cap = { count = 3, ratio = 0.5 }", "awards.a.cap", {}),
    ("missing", GOOD + FIXED + PRIZE + 'cap = { ratio = 0.5, base = "ranked" }', "awards.a.cap.rounding", {}),
    ("missing", GOOD + FIXED + PRIZE + 'better = "lower"', "awards.a.node", {}),
    (
        "unknown-node",
        GOOD + FIXED + PRIZE + 'node = "total"\nties = [{ node = "totl" }]',
        "awards.a.ties.#1.node",
        {"name": "totl", "near": "total"},
    ),
    (
        "one-of",
        GOOD + FIXED + PRIZE.replace("count = 1", 'count = 1, at_the_line = "never"'),
        "awards.a.prizes.gold.at_the_line",
        {"expected": "extend, demote, nearest, block"},
    ),
    ("not-empty", GOOD + FIXED + PRIZE + "limit = { by = [], count = 1 }", "awards.a.limit.by", {}),
    (
        "ratios-above-one",
        GOOD + RATIO.replace("[awards]", '[[awards]]\nid = "r"') + SHARES,
        "awards.r.prizes",
        {"found": "7/6"},
    ),
]

TEAMS: list[Case] = [
    ("unknown-node", GOOD + TEAM + 'of = "x"', "teams.t.of", {"name": "x"}),
    ("node-family", GOOD + TEAM + 'of = "items"', "teams.t.of", {"name": "items"}),
    ("unknown-node", GOOD + TEAM + 'of = ["total", "x"]', "teams.t.of", {"name": "x"}),
    ("twice", GOOD + TEAM + 'of = ["total", "total"]', "teams.t.of", {"name": "total"}),
    ("unknown-node", GOOD + TEAM + 'ties = [{ of = "x" }]', "teams.t.ties.#1.of", {"name": "x"}),
    ("missing", GOOD + TEAM + 'take = "prizes"', "teams.t.prize_points", {}),
    (
        "unknown-prize",
        GOOD + FIXED + PRIZE + TEAM + 'take = "prizes"\nprize_points = { golden = 1 }',
        "teams.t.prize_points",
        {"name": "golden", "near": "gold"},
    ),
    ("twice", GOOD + TEAM + TEAM, "teams", {"name": "t"}),
    ("bad-id", GOOD + TEAM.replace('"t"', '"t.t"'), "teams.t.t.id", {}),
    (
        "twice",
        GOOD + TEAM + 'awards = { mode = "best_of", by = "x", prizes = [{ id = "p" }, { id = "p" }] }',
        "teams.t.awards.prizes",
        {"name": "p"},
    ),
    (
        "team-figure",
        GOOD + OF_TEAM + 'minimum = [{ node = "kept", at_least = 1 }]',
        "teams.t.awards.#1.minimum.#1.node",
        {"name": "total"},
    ),
    (
        "team-figure",
        GOOD + OF_TEAM + 'when = [{ column = "worker", is = "yes" }]',
        "teams.t.awards.#1.when.#1.column",
        {"name": "total"},
    ),
]

HONOURS: list[Case] = [
    ("unknown-prize", GOOD + HONOUR + 'award = ["x"]', "honours.h.award", {"name": "x"}),
    ("unknown-honour", GOOD + HONOUR + 'unless = ["hh"]', "honours.h.unless", {"name": "hh"}),
    ("no-grade", GOOD + HONOUR + 'holds = ["3", "六级"]', "honours.h.holds", {"name": "六级"}),
    ("no-grade", GOOD + HONOUR + 'if_holds = { "三级/技师" = "技师" }', "honours.h.if_holds", {"name": "三级/技师"}),
    ("twice", GOOD + HONOUR + HONOUR, "honours", {"name": "h"}),
    ("bad-id", GOOD + HONOUR.replace('"h"', '"h.h"'), "honours.h.h.id", {}),
    ("unknown-node", GOOD + HONOUR + 'when = [{ node = "x", at_least = 1 }]', "honours.h.when.#1.node", {"name": "x"}),
    ("bar-needed", GOOD + HONOUR + 'when = [{ node = "total" }]', "honours.h.when.#1", {}),
    ("reversed", GOOD + HONOUR + "place_from = 4", "honours.h.place_to", {"low": 4, "high": 3}),
    ("reversed", GOOD + HONOUR + "field_from = 9\nfield_to = 8", "honours.h.field_to", {"low": 9, "high": 8}),
    (
        "reversed",
        GOOD + HONOUR + "share_above = 0.2\nshare_to = 0.2",
        "honours.h.share_to",
        {"low": "0.2", "high": "0.2"},
    ),
    (
        "succession-by-place",
        GOOD + HONOUR.replace("place_to = 3", "succession = true"),
        "honours.h.succession",
        {},
    ),
    (
        "succession-by-place",
        GOOD + FIXED + PRIZE + HONOUR + 'award = ["gold"]\nsuccession = true',
        "honours.h.succession",
        {},
    ),
]

CASES = RANKING + AWARDS + TEAMS + HONOURS
