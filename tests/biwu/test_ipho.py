"""The Physics Olympiad of 2021 through the doors: 260 contestants registered, scored, ranked and awarded as officially.

Source: tests/data/ipho-2021/README.md. The official list's two best are not in the file, so its places are ours + 2.
"""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from biwu.rehearsal.office import Office, Upload
from biwu.rehearsal.staff import Official, Staff
from domain.marks import canonical, number
from tests.support.served import served
from web.exports.delimited import csv_table
from web.exports.workbook import xlsx_table

DATA = Path(__file__).parents[1] / "data" / "ipho-2021"
C = "ipho"
CUTS = {"gold": "33.37", "silver": "23.74", "bronze": "14.5", "honourable-mention": "9.15"}
OFFICIALS = ("chief_judge", "coding_judge", "supervisor", "entry_clerk", "tally_clerk")


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def rulebook() -> str:
    """The experiment is marked by a judge at a tablet here, the theory paper comes as a file."""
    text = (DATA / "rulebook.toml").read_text(encoding="utf-8")
    head, experiment = text.split('id = "experiment-paper"')
    experiment = experiment.replace('scoring = "paper"', 'scoring = "product"', 1)
    return f'{head}id = "experiment-paper"{experiment.replace("entry_clerk", "scoring_judge", 1)}'.replace(
        'kind = "practical"\nmarked_by = "import"', 'kind = "practical"'
    )


async def register(staff: Staff) -> dict[str, Official]:
    await staff.open_contest(C, ("物理奥赛", "IPhO 2021"), "UTC", rulebook())
    marks = rows("marks.csv")
    entries = [(row["contestant"], f"Contestant {row['contestant']}", row["team"]) for row in marks]
    book = xlsx_table("entries", ("entry no.", "name", "delegation"), entries)
    await staff.enter_file(staff.organiser, f"/desk/{C}/entries", Upload("entries.xlsx", book), {})
    officials = {role: await staff.appoint(C, role) for role in OFFICIALS}
    await officials["coding_judge"].office.send(f"/desk/{C}/codes/draw", {})
    return officials


async def score(staff: Staff, officials: dict[str, Official], code_of: dict[str, str]) -> None:
    marks = rows("marks.csv")
    theory = [(row["contestant"], number(row["theory"])) for row in marks]
    file = Upload("theory.csv", csv_table(("entry no.", "score"), theory))
    of = {"of": "theory-paper.score", "by": "number", "complete": "1"}
    async with staff.device(officials["chief_judge"], C) as chief:
        for module in ("theory", "experiment"):
            await chief.command("open-module", module=module)
        await staff.enter_file(officials["entry_clerk"].office, f"/desk/{C}/scores", file, of)
        async with staff.judge(C, "experiment-paper", "E1", "Examiner") as judge:
            for row in marks:
                code = code_of[row["contestant"]]
                await judge.mark(code, "score", canonical(number(row["experiment"])))
                await judge.sign(code)
        for module in ("theory", "experiment"):
            await chief.command("close-module", module=module)


async def publish(staff: Staff, officials: dict[str, Official]) -> None:
    async def seen(office: Office, step: str, *fields: str) -> None:
        shown = await staff.offered(office, f"/desk/{C}/publication", *fields)
        await office.send(f"/desk/{C}/publication/{step}", shown)

    chief, coder = officials["chief_judge"].office, officials["coding_judge"].office
    await seen(officials["tally_clerk"].office, "tally", "digest")
    await chief.send(f"/desk/{C}/publication/cuts", {f"cut.{prize}": low for prize, low in CUTS.items()})
    await coder.send(f"/desk/{C}/codes/decode", await staff.offered(coder, f"/desk/{C}/codes", "witness"))
    await seen(chief, "publish", "digest", "corrections")


@pytest.mark.slow
@pytest.mark.anyio
async def test_totals_places_and_awards_are_the_official_ones_260_of_260(tmp_path):
    expected = {row["contestant"]: row for row in rows("results.csv")}
    async with served(tmp_path / "data") as house:
        officials = await register(house.staff)
        with house.parts.hall.wall(C) as wall:
            entries, entry_of = wall.marks.contest.entries, wall.marks.codes.entry_of
            code_of = {entries[entry].number: code for code, entry in entry_of.items()}
        await score(house.staff, officials, code_of)
        await publish(house.staff, officials)
        said = json.loads(await Office(house.home).page(f"/api/1/contests/{C}/results/1"))
    found = {row["number"]: row for row in said["rows"]}
    assert len(found) == len(expected) == 260
    for contestant, official in expected.items():
        row = found[contestant]
        assert Decimal(row["total"]) == Decimal(official["total"])
        assert row["place"] + 2 == int(official["rank"])
        assert row["award"] == official["award"].replace(" ", "-")
        assert row["name"] == f"Contestant {contestant}"
