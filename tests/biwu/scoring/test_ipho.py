"""The Physics Olympiad of 2021 through `biwu score`: 260 totals, places and awards as officially."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

from tests.biwu.scoring.files import Files, table

DATA = Path(__file__).parents[2] / "data" / "ipho-2021"
CUTS = {"gold": "33.37", "silver": "23.74", "bronze": "14.5", "honourable-mention": "9.15"}


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_totals_places_and_awards_are_the_official_ones_260_of_260(tmp_path):
    marks = read("marks.csv")
    files = Files(tmp_path, (DATA / "rulebook.toml").read_text(encoding="utf-8"))
    files.entries(table("entry,group", [(row["contestant"], row["team"]) for row in marks]))
    rows = [(row["contestant"], module, row[module]) for row in marks for module in ("theory", "experiment")]
    files.marks(table("entry,module,value", rows))
    files.rulings(
        table("entry,kind,value,reason", [("", "cut_score", f"{prize}={low}", "") for prize, low in CUTS.items()])
    )
    found = files.rows()
    assert len(found) == len(read("results.csv")) == 260
    for official in read("results.csv"):
        row = found[official["contestant"]]
        assert Decimal(row["total"]) == Decimal(official["total"])
        assert int(row["rank"]) + 2 == int(official["rank"])
        assert row["award"] == official["award"].replace(" ", "-")
