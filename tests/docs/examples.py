"""Reads the examples of docs/rulebooks.md: fenced blocks with a name, and the tables that follow them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.house.rooms import ROOT

PAGE = ROOT / "docs" / "rulebooks.md"
FENCED = re.compile(
    r"^```(\w+) (\w+)=([\w.-]+)\n(.*?)^```$\n*((?:^\|[^\n]*\n)*)((?:^> [^\n]*\n)*)", re.DOTALL | re.MULTILINE
)

# The heads of an example's table say where its figures stand; section 4 of the page tells the reader the same.
JUDGE = re.compile(r"(?:[a-d] )?J[1-9]")  # a judge of panel `p`, before it the aspect where there are several
ATTEMPT = re.compile(r"[1-9]")  # an attempt of panel `runs`
NAMED = ("x", "y", "z", "t")  # a node that is one number
WIDE = 'kind = "measured", min = -100000, max = 100000'


@dataclass(frozen=True)
class Block:
    """`rows`: head -> cell for each line of the table behind the block; `said`: the lines quoted behind it."""

    kind: str
    name: str
    text: str
    rows: list[dict[str, str]]
    said: list[str]

    @property
    def heads(self) -> tuple[str, ...]:
        return tuple(self.rows[0]) if self.rows else ()


def blocks(kind: str) -> list[Block]:
    """All blocks whose fence line says `kind=NAME`, in the page's order."""
    found = FENCED.findall(PAGE.read_text(encoding="utf-8"))
    return [Block(k, name, text, _rows(table), _lines(said)) for _, k, name, text, table, said in found if k == kind]


def contests() -> dict[str, dict[str, str]]:
    """Name -> kind of file -> its text, for every contest the page shows whole."""
    found: dict[str, dict[str, str]] = {}
    for kind in ("rulebook", "entries", "marks", "rulings"):
        for block in blocks(kind):
            found.setdefault(block.name, {})[kind] = block.text
    return found


def _lines(quoted: str) -> list[str]:
    return [line.removeprefix("> ").rstrip() for line in quoted.splitlines()]


def _rows(table: str) -> list[dict[str, str]]:
    lines = [[cell.strip() for cell in line.strip()[1:-1].split("|")] for line in table.splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]


def struck(cell: str) -> tuple[str, bool]:
    """What stands in a cell, and whether it is struck out."""
    plain = cell.strip("~")
    return plain, plain != cell


def rulebook_around(nodes: str, heads: tuple[str, ...], aspects: str = "") -> str:
    """A whole rulebook around a few nodes, with the panels that the table's heads ask for."""
    total = "total" if aspects else next(iter(re.findall(r"^\[nodes\.([\w-]+)\]", nodes, re.MULTILINE)[::-1]))
    parts = [f'format = 1\nid = "example"\ntitle = "Example"\ntotal = "{total}"\n']
    parts.append(f'[[modules]]\nid = "m"\nscore = "{total}"\n')
    if aspects:
        parts.append(f'[[panels]]\nid = "sheet"\nmodule = "m"\n{aspects}\n[nodes.total]\nop = "sum"\npanel = "sheet"\n')
        parts.append("round = { places = 9 }\n" if "without-end" in aspects else "")
    judges = [head for head in heads if JUDGE.fullmatch(head)]
    if judges:
        seats = sorted({head.split()[-1] for head in judges})
        picked = aspects_of(judges)
        listed = ", ".join(f'{{ id = "{each}", {WIDE} }}' for each in picked)
        spread = "max_spread = 0\n" if "agreement" in nodes else ""
        absent = 'absent = "mean_of_present"\n'
        parts.append(f'[[panels]]\nid = "p"\nmodule = "m"\nseats = {seats}\n{spread}{absent}aspects = [{listed}]\n')
    attempts = [head for head in heads if ATTEMPT.fullmatch(head)]
    if attempts:
        parts.append(
            f'[[panels]]\nid = "runs"\nmodule = "m"\nattempts = {len(attempts)}\naspects = [{{ id = "run", {WIDE} }}]\n'
        )
    for name in (head for head in heads if head in NAMED):
        parts.append(f'[[panels]]\nid = "{name}-sheet"\nmodule = "m"\naspects = [{{ id = "{name}", {WIDE} }}]\n')
        parts.append(f'[nodes.{name}]\nop = "mark"\npanel = "{name}-sheet"\n')
    return "\n".join([*parts, nodes])


def aspects_of(judges: list[str]) -> list[str]:
    return sorted({head.split()[0] for head in judges if " " in head}) or ["a"]
