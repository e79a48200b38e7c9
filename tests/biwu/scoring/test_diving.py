"""The diving events of Sydney 2000 through `biwu score`: every rank and everybody who went on, as officially."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from tests.biwu.scoring.files import Files, table

DATA = Path(__file__).parents[2] / "data" / "diving-sydney-2000"
ROUNDS = {"Prelim": "prelim", "Semi": "semi", "Final": "final"}


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def long_form(dives: list[dict[str, str]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for dive in dives:
        cell = (dive["diver_id"], ROUNDS[dive["round"]], dive["dive_no"])
        rows += [(*cell, "execution", dive[f"judge{n}"], dive[f"mark{n}"]) for n in range(1, 8)]
        rows.append((*cell, "difficulty", "", dive["difficulty"]))
    return rows


def contest(folder: Path, event: str) -> Files:
    dives = [dive for dive in read("dives.csv") if dive["event"] == event]
    files = Files(folder, (DATA / "rulebook.toml").read_text(encoding="utf-8"))
    files.entries(table("entry", [(diver,) for diver in dict.fromkeys(dive["diver_id"] for dive in dives)]))
    return files.marks(table("entry,stage,attempt,aspect,judge,value", long_form(dives)))


def test_every_rank_and_who_goes_on_is_the_official_one_295_of_295_and_8_of_8(tmp_path):
    official = {(row["diver_id"], ROUNDS[row["round"]]): row["rank"] for row in read("ranks.csv")}
    ranks, advancements = 0, 0
    for event in sorted({row["event"] for row in read("ranks.csv")}):
        files = contest(tmp_path, event)
        assert files.command("--out", tmp_path / "results.csv") == 0
        rounds = {stage: files.read(f"results-{stage}.csv") for stage in ROUNDS.values()}
        for stage, rows in rounds.items():
            assert {row["entry"]: row["rank"] for row in rows} == {
                diver: rank for (diver, of), rank in official.items() if of == stage and diver.startswith(event)
            }
            ranks += len(rows)
        for stage, after in (("prelim", "semi"), ("semi", "final")):
            on = {row["entry"] for row in rounds[stage] if row["advances"] == "yes"}
            assert on == {row["entry"] for row in rounds[after]}
            advancements += 1
    assert (ranks, advancements) == (295, 8)


def test_the_best_of_the_mens_three_metres_have_their_published_totals(tmp_path):
    rows = list(contest(tmp_path, "M3mSB").rows().values())
    assert [Decimal(row["total"]) for row in rows[:3]] == [Decimal("708.72"), Decimal("708.42"), Decimal("703.20")]


def test_a_mark_is_explained_by_the_line_it_stands_in(tmp_path, capsys):
    files = contest(tmp_path, "M3mSB")
    lines = (tmp_path / "marks.csv").read_text().splitlines()
    assert files.command("--explain", "M3mSB-47/final.kept/1", "--language", "en") == 0
    told = capsys.readouterr().out
    own = [n for n, line in enumerate(lines, start=1) if line.startswith("M3mSB-47,final,1,execution")]
    assert len(own) == 7
    assert all(f"(marks.csv line {n})" in told for n in own)


@pytest.mark.parametrize("judge", ["J01", "J04"])
def test_changing_panels_take_seats_in_the_natural_order_of_their_names(tmp_path, judge):
    files = contest(tmp_path, "M3mSB")
    result, rows = files.score(), files.read("marks.csv")
    row = next(row for row in rows if row["judge"] == judge)
    same = [each for each in rows if all(each[word] == row[word] for word in ("entry", "stage", "attempt"))]
    seat = sorted(each["judge"] for each in same if each["judge"]).index(judge) + 1
    marks = result.marks.of_code[row["entry"]][f"{row['stage']}.dives"][f"{row['attempt']}.execution"]
    assert marks[str(seat)] == Decimal(row["value"])
