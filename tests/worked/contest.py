"""Scores a worked example with `biwu score`, through the rulebook of its id, and reads what came out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from string import Template
from typing import Any

from biwu.cli import main
from biwu.faults import DONE
from tests.docs.scored import NAMES, Table, scored
from tests.worked.cases import DATA

Row = Mapping[str, object]


@dataclass(frozen=True)
class Outcome:
    """`rows` of results.csv in its order; `teams` by the id of their ranking."""

    rows: Table
    teams: Mapping[str, Table]

    def column(self, name: str) -> dict[str, str]:
        """Entry -> what stands there."""
        return {row["entry"]: row[name] for row in self.rows}

    def in_order(self, name: str) -> list[str]:
        """A column by entries that are called by numbers, 1 first."""
        return [cell for _, cell in sorted(self.column(name).items(), key=lambda pair: int(pair[0]))]

    @property
    def only(self) -> dict[str, str]:
        """The row of the one entry."""
        (row,) = self.rows
        return row

    def awarded(self, prize: str) -> list[str]:
        return [row["entry"] for row in self.rows if prize in row["award"].split("; ")]

    def order(self) -> list[Any]:
        """Entries from first to last, those who share a place as a list."""
        groups = [[row["entry"] for row in rows] for _, rows in groupby(self.rows, key=lambda row: row["rank"])]
        return [group[0] if len(group) == 1 else group for group in groups]


@dataclass(frozen=True)
class Scorer:
    """Writes a case's files into a folder and scores them."""

    folder: Path

    def score(
        self,
        rulebook: str,
        marks: Iterable[Row],
        entries: Iterable[Row] = (),
        rulings: Iterable[Row] = (),
        **words: object,
    ) -> Outcome:
        """`entries`: left out, those of the marks. `words`: what stands for `$name` in the rulebook.

        Raises: Unscored.
        """
        marks, rulings = [*marks], [*rulings]
        named = [*entries] or [{"entry": entry} for entry in dict.fromkeys(mark["entry"] for mark in marks)]
        files = {"rulebook": rules(rulebook, **words), "entries": table(named), "marks": table(marks)}
        for old in self.folder.glob("results*.csv"):
            old.unlink()
        found = scored(self.folder, files | ({"rulings": table(rulings)} if rulings else {}))
        return Outcome(found.pop("results"), found)

    def explained(self, entry: str) -> dict[str, Any]:
        """The step that gives the entry's total, in the contest scored last."""
        files = [str(self.folder / NAMES[kind]) for kind in ("rulebook", "entries", "marks")]
        said = io.StringIO()
        with redirect_stdout(said):
            code = main(["score", files[0], "--entries", files[1], "--marks", files[2], "--explain", entry, "--json"])
        assert code == DONE
        (step,) = json.loads(said.getvalue())["steps"]
        return step


def rules(name: str, **words: object) -> str:
    """The rulebook's text. Raises: KeyError for a `$name` that has no word."""
    return Template((DATA / "rulebooks" / f"{name}.toml").read_text(encoding="utf-8")).substitute(words)


def table(rows: Iterable[Row]) -> str:
    """As CSV, with the columns of all rows."""
    listed = [*rows]
    heads = list(dict.fromkeys(head for row in listed for head in row))
    out = io.StringIO()
    writer = csv.DictWriter(out, heads, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()


def mark(entry: object, value: object, **where: object) -> Row:
    """One row of marks.csv."""
    return {"entry": entry, **where, "value": value}


def numbered(values: Iterable[object], first: int = 1) -> list[Row]:
    """One mark each for entries 1, 2, 3 …"""
    return [mark(number, value) for number, value in enumerate(values, first)]
