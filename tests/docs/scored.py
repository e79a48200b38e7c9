"""Scores the contests of docs/rulebooks.md with `biwu score`, from files."""

from __future__ import annotations

import csv
import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from biwu.cli import main
from biwu.faults import DONE

Table = list[dict[str, str]]
NAMES = {"rulebook": "rulebook.toml", "entries": "entries.csv", "marks": "marks.csv", "rulings": "rulings.csv"}


class Unscored(Exception):  # noqa: N818 - what the command says instead of a result
    """The lines it says."""


def scored(folder: Path, files: dict[str, str]) -> dict[str, Table]:
    """`results`, and each stage's and team ranking's table by its id. Raises: Unscored."""
    for kind, text in files.items():
        (folder / NAMES[kind]).write_text(text, encoding="utf-8")
    rest = [word for kind in ("entries", "marks", "rulings") if kind in files for word in ("--" + kind, NAMES[kind])]
    words = [str(folder / word) if "." in word else word for word in ("score", NAMES["rulebook"], *rest)]
    said = io.StringIO()
    with redirect_stderr(said), redirect_stdout(said):
        code = main([*words, "--out", str(folder / "results.csv")])
    if code != DONE:
        raise Unscored(said.getvalue())
    return {path.stem.removeprefix("results-"): _table(path) for path in folder.glob("results*.csv")}


def _table(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
