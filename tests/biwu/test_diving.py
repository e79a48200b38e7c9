"""The diving events of Sydney 2000 through the judges' sockets: seven judges a dive, changing crews, three rounds.

Four contests on one server at the same time. Every rank and everybody who went on is as officially.
"""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path

import pytest

from tests.support.diving import Event
from tests.support.served import served

DATA = Path(__file__).parents[1] / "data" / "diving-sydney-2000"
ROUNDS = {"Prelim": "prelim", "Semi": "semi", "Final": "final"}
BOUND_S = 150


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def by_stage(rows: list[dict[str, str]], event: str) -> dict[str, list[dict[str, str]]]:
    return {
        stage: [row for row in rows if (row["event"], row["round"]) == (event, word)] for word, stage in ROUNDS.items()
    }


@pytest.mark.slow
@pytest.mark.anyio
async def test_every_rank_and_who_goes_on_is_the_official_one_295_of_295_and_8_of_8(tmp_path):
    dives, official = read("dives.csv"), read("ranks.csv")
    rules = (DATA / "rulebook.toml").read_text(encoding="utf-8")
    async with asyncio.timeout(BOUND_S), served(tmp_path / "data") as house:
        names = sorted({dive["event"] for dive in dives})
        events = {name: Event(name, house, rules, by_stage(dives, name)) for name in names}
        async with asyncio.TaskGroup() as at_once:
            for event in events.values():
                at_once.create_task(event.run())
    ranks, advancements = 0, 0
    for name, event in events.items():
        for stage, rows in by_stage(official, name).items():
            assert event.ranks[stage] == {row["diver_id"]: int(row["rank"]) for row in rows}
            ranks += len(rows)
        for stage, after in (("prelim", "semi"), ("semi", "final")):
            assert event.went_on[stage] == event.made(after).keys()
            advancements += 1
    assert (ranks, advancements) == (295, 8)
    assert len(events["W3mSB"].went_on["prelim"]) == 19
    assert sum(event.receipts for event in events.values()) == 10_787 + 1_541
