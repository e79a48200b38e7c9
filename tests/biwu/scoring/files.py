"""Files for `biwu score` written, the command run, its results read: a contest in a folder of its own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from biwu.cli import main
from biwu.scoring.files import read_files
from biwu.scoring.result import Result, score
from domain.errors import Fault, Malformed

Cells = Sequence[object]


def table(headings: str, rows: Iterable[Cells]) -> str:
    """CSV text: headings as one text with commas."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([headings.split(","), *rows])
    return out.getvalue()


class Files:
    """A rulebook and the tables written so far; what is not written is not handed over."""

    def __init__(self, folder: Path, rulebook: str) -> None:
        self.folder = folder
        self._put("rulebook.toml", rulebook)

    def _put(self, name: str, content: str | bytes) -> None:
        (self.folder / name).write_bytes(content.encode() if isinstance(content, str) else content)

    def entries(self, content: str | bytes) -> Files:
        self._put("entries.csv", content)
        return self

    def marks(self, content: str | bytes) -> Files:
        self._put("marks.csv", content)
        return self

    def rulings(self, content: str | bytes) -> Files:
        self._put("rulings.csv", content)
        return self

    def score(self) -> Result:
        rulings = self.folder / "rulings.csv"
        rulebook, entries, marks = (self.folder / name for name in ("rulebook.toml", "entries.csv", "marks.csv"))
        return score(read_files(rulebook, entries, marks, rulings if rulings.exists() else None))

    def rows(self) -> dict[str, dict[str, str]]:
        """The main table as a reader of the file sees it, by entry, in its order."""
        assert self.command("--out", self.folder / "results.csv") == 0
        return {row["entry"]: row for row in self.read("results.csv")}

    def read(self, name: str) -> list[dict[str, str]]:
        with (self.folder / name).open(newline="", encoding="utf-8") as lines:
            return list(csv.DictReader(lines))

    def command(self, *words: object) -> int:
        paths = {name: self.folder / f"{name}.csv" for name in ("entries", "marks", "rulings")}
        given = [word for name, path in paths.items() if path.exists() for word in (f"--{name}", path)]
        return main([str(word) for word in ("score", self.folder / "rulebook.toml", *given, *words)])

    def faults(self) -> list[Fault]:
        try:
            self.score()
        except Malformed as malformed:
            return malformed.faults
        return []
