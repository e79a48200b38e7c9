"""Patches as the projections make them, for board.test.js to apply.

`python -m tests.js.test_patches` writes them anew.
"""

from __future__ import annotations

import json
import random
from itertools import pairwise
from pathlib import Path

from domain.scoring.ranking.places import in_places
from projections.difference import apply_patch, difference
from projections.rows.listing import listing
from projections.rows.table import Table
from projections.rows.view import Row

STORED = Path(__file__).with_name("patches.json")
STEPS = 60
WRITTEN, APART = 30, 45  # the revisions from which places are listed


def walk():
    """A board's life in small and large steps: ties, rows without a place, codes that come and go, and towards its end
    places that are listed: first as another display writes them, then each category's by itself.
    """
    chance = random.Random(2026)  # the same walk every time
    codes = [str(number) for number in range(1, 13)]
    rows = {code: _row(code, None) for code in codes}
    views = [_view(rows, 1, "marking")]
    for revision in range(2, STEPS + 2):
        rows = dict(rows)
        for code in chance.sample(sorted(rows), chance.choice([0, 1, 1, 1, 2, 5])):
            rows[code] = _row(code, chance.choice([None, *range(70, 76)]))
        if revision % 9 == 0:
            del rows[chance.choice(sorted(rows))]
        if revision % 10 == 0:
            rows[f"2{revision}"] = _row(f"2{revision}", chance.randrange(60, 90))
        views.append(_view(rows, revision, "marking" if revision < STEPS // 2 else "tallied"))
    return views


def _row(code, total):
    cells = {"code": code, "states": {"m": "waiting" if total is None else "signed"}, "total": total and str(total)}
    return Row(cells, (int(total is None), -(total or 0)), total is not None)


def _view(rows, revision, phase):
    table = Table()
    table.lay(rows)
    listed = None if revision < WRITTEN else table.as_written("fractional") if revision < APART else _apart(rows)
    return table.view(revision, {"phase": phase, "result": 0}, listed)


def _apart(rows):
    """Codes with an even number before those with an odd one."""
    halves = ("even", "odd")
    keys = {half: sorted((r.key, code) for code, r in rows.items() if halves[int(code) % 2] == half) for half in halves}
    return listing(placed for half in halves for placed in in_places(keys[half], "1334", half))


def vectors():
    views = walk()
    patches = [difference(before, after) for before, after in pairwise(views)]
    return {"start": views[0].plain(), "patches": patches, "end": views[-1].plain()}


def test_the_patches_that_the_scripts_are_tested_with_are_those_the_projections_make():
    assert json.loads(STORED.read_text(encoding="utf-8")) == vectors(), "run `python -m tests.js.test_patches`"


def test_they_lead_from_the_start_to_the_end():
    told = vectors()
    view = told["start"]
    for patch in told["patches"]:
        view = apply_patch(view, patch)
    assert view == told["end"]


if __name__ == "__main__":
    told = vectors()
    patches = ",\n".join(json.dumps(patch) for patch in told["patches"])
    start, end = json.dumps(told["start"]), json.dumps(told["end"])
    STORED.write_text(f'{{"start": {start},\n"end": {end},\n"patches": [\n{patches}\n]}}\n', encoding="utf-8")
