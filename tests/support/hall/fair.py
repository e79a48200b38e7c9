"""A contest with everything a result may have: categories, two stages, several prize lists, teams, honours.

All scores come from papers, so that it is played in a few orders.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from domain.codes.commands import DecodeCodes, DrawCodes
from domain.contest.commands import (
    CloseModule,
    DecideAdvance,
    DescribeEntry,
    FixRulebook,
    NewEntry,
    OpenContest,
    OpenModule,
    RegisterEntries,
)
from domain.publication.commands import TallyScores
from domain.sheets.commands import EnterScores
from tests.support.course import SUPERVISOR, Course
from tests.support.small import CHIEF, CLERK, CODER, ORGANISER, TALLY, C
from web.people import person_of

FAIR = """
format = 1
id = "fair"
title = { zh = "全能赛", en = "The whole fair" }

[[stages]]
id = "heat"
title = { zh = "初赛", en = "Heat" }
total = "points"
advance = { first = 2 }

[[stages]]
id = "final"
title = { zh = "决赛", en = "Final" }
total = "points"

[[modules]]
id = "paper"
title = { zh = "理论", en = "Theory" }
kind = "theory"
marked_by = "import"
score = "points"

[[panels]]
id = "paper"
module = "paper"
scoring = "paper"
aspects = [{ id = "score", max = 100, step = 0.5 }]

[nodes.points]
op = "mark"
title = { zh = "得分", en = "Points" }
panel = "paper"

[ranking]
per = "category"
display = "fractional"

[[awards]]
mode = "fixed"
id = "main"
title = { zh = "个人奖", en = "Individual prizes" }
at_the_line = "extend"
prizes = [
  { id = "first", title = { zh = "一等奖", en = "First prize" }, count = 1 },
  { id = "second", title = { zh = "二等奖", en = "Second prize" }, count = 1 },
  { id = "third", title = { zh = "三等奖", en = "Third prize" }, count = 3 },
]

[[awards]]
mode = "fixed"
id = "theory"
title = { zh = "单项奖", en = "Best in one part" }
node = "heat.points"
at_the_line = "extend"
prizes = [{ id = "best-theory", title = { zh = "理论单项奖", en = "Best in the heat" }, count = 1 }]

[[teams]]
id = "units"
title = { zh = "队际", en = "Units" }
by = "team"
of = "heat.points"
take = "sum"
count = 2

[teams.awards]
mode = "fixed"
at_the_line = "extend"
prizes = [
  { id = "gold", title = { zh = "团体金奖", en = "Team gold" }, count = 1 },
  { id = "bronze", title = { zh = "团体铜奖", en = "Team bronze" }, count = 3 },
]

[[honours]]
id = "expert"
title = { zh = "市技术能手", en = "City technical expert" }
place_to = 1
worker = true
rule = "竞赛办法第七条：各组第一名"

[[honours]]
id = "promotion"
title = { zh = "晋升技能等级", en = "Promotion" }
place_to = 2
gives = "技师"

[windows]
score_query_minutes = 30
"""


class Person(NamedTuple):
    """One entry as the list has it, and its marks in both stages, empty for a final it was not in."""

    name: str
    number: str
    delegation: str
    category: str
    team: str
    worker: str
    heat: str
    final: str
    official: bool = True


PEOPLE = {
    "e1": Person("王一", "101", "合肥", "职工组", "合肥一队", "是", "90", "80"),
    "e2": Person("李二", "102", "蚌埠", "职工组", "蚌埠队", "是", "88", "92"),
    "e3": Person("张三", "103", "蚌埠", "职工组", "蚌埠队", "是", "88", "91"),
    "e4": Person("赵四", "104", "合肥", "职工组", "合肥一队", "是", "70", ""),
    "e5": Person("孙五", "105", "淮南", "职工组", "淮南队", "是", "95", "", official=False),
    "e6": Person("周六", "201", "淮北", "学生组", "淮北队", "否", "85", "77"),
    "e7": Person("吴七", "202", "淮北", "学生组", "淮北队", "否", "80", "89"),
    "e8": Person("郑八", "203", "亳州", "学生组", "亳州队", "否", "60", ""),
}
SEAT = "1"
THROUGH = tuple(entry for entry, person in PEOPLE.items() if person.final)


def tallied(course: Course, rulebook: str = FAIR) -> None:
    """Both stages held and tallied, still on codes: code 1 is entry e1, and so on."""
    course.does(ORGANISER, OpenContest(C, "全能赛", "The whole fair", "Asia/Shanghai", drill=False))
    course.does(ORGANISER, FixRulebook(C, rulebook))
    named = {person_of(C, entry): {"name": person.name} for entry, person in PEOPLE.items()}
    seals = course.parts.registry.people.write_all(named, ORGANISER.account)
    new = [
        NewEntry(each, person.number, person.delegation, person.category, seals[person_of(C, each)])
        for each, person in PEOPLE.items()
    ]
    course.does(ORGANISER, RegisterEntries(C, tuple(new)))
    for entry, person in PEOPLE.items():
        columns = (("team", person.team), ("worker", person.worker))
        course.does(ORGANISER, DescribeEntry(C, entry, columns, person.official))
    course.does(CODER, DrawCodes(C, tuple((code_of(entry), entry) for entry in PEOPLE)))
    _holds(course, "heat", {entry: person.heat for entry, person in PEOPLE.items()})
    course.does(CHIEF, DecideAdvance(C, "final", THROUGH, course.note()))
    _holds(course, "final", {entry: PEOPLE[entry].final for entry in THROUGH})
    course.does(TALLY, TallyScores(C, course.digest()))


def published(course: Course, rulebook: str = FAIR) -> None:
    """And decoded, and published for the first time."""
    tallied(course, rulebook)
    course.does(CODER, DecodeCodes(C, (SUPERVISOR.account,)))
    course.publishes()


def code_of(entry: str) -> str:
    return f"C{entry[1:]}"


def _holds(course: Course, stage: str, marks: Mapping[str, str]) -> None:
    module = f"{stage}.paper"
    course.does(CHIEF, OpenModule(C, module))
    scores = tuple((code_of(entry), "score", mark) for entry, mark in marks.items())
    course.does(CLERK, EnterScores(C, module, scores))
    course.does(CHIEF, CloseModule(C, module))
