"""Reads the worked example of a preset's page in docs/rules/: tables side by side, made long for `biwu score`.

A page may give its `marks` with a column for each judge or each aspect, or in `less` only what is not full marks:
everything else is the best that can be entered, and a `value` without a judge is every judge's.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from domain.rulebook.aspects import Aspect
from domain.rulebook.panels import Panel
from domain.rulebook.reading import parse
from domain.rulebook.rulebook import Rulebook
from tests.house.rooms import ROOT

PRESETS = {path.stem: path for path in sorted((ROOT / "domain" / "rulebook" / "presets").glob("*.toml"))}
BLOCK = re.compile(r"^```csv ([\w-]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PLACE = ("entry", "stage", "module", "panel", "attempt", "aspect", "judge", "value")

Row = dict[str, str]


def rulebook(preset: str) -> Rulebook:
    return parse(PRESETS[preset].read_text(encoding="utf-8"))


def page(preset: str) -> str:
    return (ROOT / "docs" / "rules" / f"{preset}.md").read_text(encoding="utf-8")


def tables(preset: str) -> dict[str, list[Row]]:
    """Name of a block -> its rows."""
    return {name: list(csv.DictReader(io.StringIO(text))) for name, text in BLOCK.findall(page(preset))}


def files(preset: str) -> dict[str, str]:
    """What `biwu score` takes, as text."""
    found, rules = tables(preset), rulebook(preset)
    marks = list(_long(found.get("marks") or found["less"]))
    if "less" in found:
        marks = _filled(marks, [row["entry"] for row in found["entries"]], rules)
    return {
        "rulebook": PRESETS[preset].read_text(encoding="utf-8"),
        "entries": _written(found["entries"], tuple(found["entries"][0])),
        "marks": _written(marks, PLACE),
    }


def _long(rows: list[Row]) -> Iterator[Row]:
    """Other columns than those of a marks file are judges, or aspects where there is no column `aspect`."""
    for row in rows:
        for head, cell in row.items():
            if not cell or (head in PLACE and head != "value"):
                continue
            own = {place: row.get(place, "") for place in PLACE} | {"value": cell}
            yield own if head == "value" else own | {"judge" if "aspect" in row else "aspect": head}


def _filled(rows: list[Row], entries: list[str], rules: Rulebook) -> list[Row]:
    """Every cell there is, with what the rows say of it or else the best."""
    said = {(row["entry"], row["panel"], row["aspect"], row["judge"]): row["value"] for row in rows}
    found = []
    for entry in entries:
        for panel, aspect, seat in _cells(rules):
            keys = [(entry, panel.id * wide, aspect.id, judge) for wide in (1, 0) for judge in (seat, "")]
            value = next((said[key] for key in keys if key in said), _best(aspect))
            found.append(dict(zip(PLACE, (entry, "", "", panel.id, "", aspect.id, seat, value), strict=True)))
    return found


def _cells(rules: Rulebook) -> Iterator[tuple[Panel, Aspect, str]]:
    return ((panel, aspect, seat) for panel in rules.panels for aspect in panel.aspects for seat in panel.seats)


def _best(aspect: Aspect) -> str:
    if aspect.kind == "choice":
        return "1"
    return str(aspect.target if aspect.kind == "difference" else Decimal(aspect.max))


def _written(rows: list[Row], heads: tuple[str, ...]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, heads, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
