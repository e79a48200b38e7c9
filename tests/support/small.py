"""A contest small enough to read: a theory paper and one task, judged by two floor judges and three scoring judges."""

from __future__ import annotations

from domain import streams
from domain.codes.commands import DrawCodes
from domain.contest.commands import FixRulebook, NewEntry, OpenContest, OpenModule, RegisterEntries, TakeSeat
from domain.decision import Actor
from domain.notes import Note
from domain.sheets.commands import EnterMark, SignSheet
from domain.streams import PanelKey, SheetKey
from tests.support.given import Given

RULEBOOK = """
format = 1
id = "small"
edition = "1"
title = { zh = "小赛", en = "Small contest" }
source = { zh = "测试用", en = "Made for tests" }
total = "total"

[[modules]]
id = "theory"
title = { zh = "理论", en = "Theory" }
kind = "theory"
marked_by = "import"

[[modules]]
id = "task"
title = { zh = "实操", en = "Practical" }
kind = "practical"

[[panels]]
id = "paper"
module = "theory"
title = { zh = "理论卷", en = "Paper" }
scoring = "paper"
role = "entry_clerk"
seats = ["T1"]
aspects = [{ id = "score", title = { zh = "成绩", en = "Score" }, max = 100, step = 0.5 }]

[[panels]]
id = "process"
module = "task"
title = { zh = "过程", en = "Process" }
scoring = "process"
role = "floor_judge"
seats = ["F1", "F2"]
max_spread = 0
aspects = [
  { id = "p1", title = { zh = "安全", en = "Safety" }, max = 20, step = 1 },
  { id = "p2", title = { zh = "工序", en = "Sequence" }, max = 20, step = 1 },
]

[[panels]]
id = "product"
module = "task"
title = { zh = "成品", en = "Product" }
scoring = "product"
role = "scoring_judge"
seats = ["S1", "S2", "S3"]
aspects = [{ id = "q1", title = { zh = "工艺", en = "Workmanship" }, max = 60, step = 0.5 }]

[nodes.theory]
op = "mark"
title = { zh = "理论", en = "Theory" }
panel = "paper"

[nodes.process_by_aspect]
op = "agreement"
title = { zh = "过程各项", en = "Process, by aspect" }
panel = "process"
over = "judges"

[nodes.process]
op = "sum"
title = { zh = "过程", en = "Process" }
of = ["process_by_aspect"]
over = "aspects"

[nodes.product_by_aspect]
op = "trimmed_mean"
title = { zh = "成品各项", en = "Product, by aspect" }
panel = "product"
over = "judges"
round = { places = 2 }

[nodes.product]
op = "sum"
title = { zh = "成品", en = "Product" }
of = ["product_by_aspect"]
over = "aspects"

[nodes.task]
op = "sum"
title = { zh = "实操", en = "Practical" }
of = ["process", "product"]

[nodes.total]
op = "weighted_sum"
title = { zh = "总分", en = "Total" }
weights = { theory = 0.3, task = 0.7 }
round = { places = 2 }

[ranking]
ties = [{ node = "task" }, { node = "theory" }]

[awards]
mode = "fixed"
at_the_line = "extend"
prizes = [{ id = "first", title = { zh = "一等奖", en = "First prize" }, count = 1 }]

[windows]
score_query_minutes = 30
appeal_minutes = 60
objection_minutes = 120
"""

# The same contest where every mark may be seen at once, as in a quiz.
EACH_MARK = (
    RULEBOOK.replace("max_spread = 0\n", "")
    .replace('op = "agreement"', 'op = "mean"')
    .replace('\nseats = ["', '\nrelease = "each-mark"\nseats = ["')
)
# The same contest where who did not start is placed behind all others.
PLACED_LAST = RULEBOOK.replace("[awards]", '[statuses]\ndns = "last"\n\n[awards]')
# The same contest where teams are ranked apart, a draw decides ties, and equal places are written as their mean.
APART = RULEBOOK.replace("[ranking]\n", '[ranking]\nper = "team"\nshared = false\ndisplay = "fractional"\n')

C = "c1"
ORGANISER = Actor("olga", "organiser")
CHIEF = Actor("chen", "chief_judge")
CODER = Actor("cora", "coding_judge")
CLERK = Actor("erin", "entry_clerk")
TALLY = Actor("tao", "tally_clerk")
ARBITER = Actor("anna", "arbitrator")
SUPERVISOR = Actor("sven", "supervisor")
LEADER = Actor("leo", "team_leader")
FLOOR = (Actor("fay", "floor_judge", "process.F1"), Actor("fritz", "floor_judge", "process.F2"))
SCORERS = tuple(Actor(f"sam{n}", "scoring_judge", f"product.S{n}") for n in (1, 2, 3))
WHY = Note("doc-1", b"s" * 32)
MINUTE = 60_000_000
DIGEST = "0" * 64

CODES = {"07": "e1", "12": "e2"}


def sheet(panel: str, code: str, seat: str) -> str:
    return streams.sheet(SheetKey(C, panel, code, seat))


def panel(panel_id: str, code: str) -> str:
    return streams.panel(PanelKey(C, panel_id, code))


def prepared(rulebook: str = RULEBOOK) -> Given:
    """Two entries with codes, all seats taken, both modules open."""
    given = Given()
    given.asks(OpenContest(C, "小赛", "Small contest", "Asia/Shanghai", drill=False), ORGANISER)
    given.asks(FixRulebook(C, rulebook), ORGANISER)
    entries = (NewEntry("e1", "101", "合肥", "", b"1" * 32), NewEntry("e2", "102", "蚌埠", "", b"2" * 32))
    given.asks(RegisterEntries(C, entries), ORGANISER)
    given.asks(DrawCodes(C, tuple(CODES.items())), CODER)
    for judge in (*FLOOR, *SCORERS):
        panel_id, _, seat = judge.seat.partition(".")
        given.asks(TakeSeat(C, panel_id, seat), judge)
    for module in ("theory", "task"):
        given.asks(OpenModule(C, module), CHIEF)
    return given


def on(judge: Actor, code: str) -> tuple[str, str, str, str]:
    """The place of a judge's sheet: contest, panel, code, seat."""
    panel_id, _, seat = judge.seat.partition(".")
    return (C, panel_id, code, seat)


def mark(given: Given, judge: Actor, code: str, **marks: str) -> None:
    """Enters the marks (aspect=value) on one sheet and signs it."""
    for aspect, value in marks.items():
        given.asks(EnterMark(*on(judge, code), aspect, value), judge)
    given.asks(SignSheet(*on(judge, code)), judge)
