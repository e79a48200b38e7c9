"""Who takes part in the rehearsal: invented people of five cities, and how good each of them is today.

Names are put together by lot from common surnames and given names; any likeness to living people is chance.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import NamedTuple

CITIES = ("阜阳", "亳州", "宿州", "蚌埠", "淮北")
TEAMS_PER_CITY, PER_TEAM, BATCHES = 2, 3, 5

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
# Two letters each, one after the other.
_GIVEN = (
    "建国志强海燕晓东文静立新春梅永胜雪莉国平佳宁少华振宇丽娟学军明珠"
    "长河思远玉兰大勇雨桐卫东秋实若曦铁柱慧敏一鸣红霞子墨光明云飞凤仙"
)


class Person(NamedTuple):
    """An entry of the rehearsal, as a workbook row has it, with `skill` between 0 and 1 (nobody is told)."""

    number: str
    name: str
    delegation: str
    team: str
    batch: str
    skill: float


@dataclass(frozen=True, slots=True)
class Cast:
    people: tuple[Person, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(person.number for person in self.people)


def cast(seed: int = 2023) -> Cast:
    """Thirty contestants in ten teams of five cities, five batches of six; the same for the same seed."""
    lot = random.Random(seed)  # noqa: S311 - invented people need no secret
    surnames = lot.sample(_SURNAMES, 30)
    given = lot.sample([_GIVEN[n : n + 2] for n in range(0, len(_GIVEN), 2)], 30)
    people = []
    for n in range(len(CITIES) * TEAMS_PER_CITY * PER_TEAM):
        team = n // PER_TEAM
        city = CITIES[team // TEAMS_PER_CITY]
        people.append(
            Person(
                number=f"{101 + n}",
                name=surnames[n] + given[n],
                delegation=city,
                team=f"{city}{'一二'[team % TEAMS_PER_CITY]}队",
                batch=f"b{n % BATCHES + 1}",
                skill=lot.betavariate(5, 2),
            )
        )
    return Cast(tuple(people))
