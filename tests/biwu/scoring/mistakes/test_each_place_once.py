"""Judges who write places give each once within a class; the rule is the rulebook's to state."""

from __future__ import annotations

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import HEAD

PLACES = (
    HEAD
    + """total = "sum"
[[modules]]
id = "final"
score = "sum"
[[panels]]
id = "floor"
module = "final"
seats = 3
absent = "mean_of_present"
each_place_once = true
aspects = [{ id = "waltz", min = 1, max = 8, step = 1 }]
[nodes.sum]
op = "sum"
panel = "floor"
[ranking]
better = "lower"
per = "class"
"""
)
LIST = "entry,class\na,x\nb,x\nc,x\nd,y\ne,y\n"


def faults(tmp_path, places, judge="J1"):
    rows = [(entry, other, n) for other in ("J2", "J3") for entry, n in zip("abcde", (1, 2, 3, 1, 2), strict=True)]
    rows += [(entry, judge, place) for entry, place in zip("abcde", places, strict=True)]
    files = Files(tmp_path, PLACES).entries(LIST).marks(table("entry,judge,value", rows))
    return [(each.place, each.en) for each in files.faults()]


@pytest.mark.parametrize("places", [(1, 2, 3, 1, 2), (3, 1, 2, 2, 1), (1, 2, "ABS", 1, 2)])
def test_each_class_has_its_places_from_one(tmp_path, places):
    assert faults(tmp_path, places) == []


def test_a_place_given_twice_is_a_fault_with_both_lines(tmp_path):
    assert faults(tmp_path, (1, 2, 2, 1, 2)) == [
        ("marks.csv:14:value", "the judge “J1” (x) gives place 2 in line 13 already; each place once")
    ]


def test_a_gap_is_a_fault_at_the_place_behind_it(tmp_path):
    said = "the judge “J1” (y) marked 2, so places 1 to 2 are due: 2 is missing"
    assert faults(tmp_path, (1, 2, 3, 1, 3)) == [("marks.csv:16:value", said)]
