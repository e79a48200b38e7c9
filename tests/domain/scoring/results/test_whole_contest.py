"""A contest of two stages as a whole: who is in which stage, who goes on, and by which total each entry is ranked."""

import pytest

from domain.rulebook.reading import fixed
from domain.scoring.result import Known, contest_result
from tests.domain.scoring.results.field import entry, value

BOOK = fixed("""
format = 1
id = "two"
title = "two"
[[stages]]
id = "prelim"
total = "first"
advance = { first = 2 }
[[stages]]
id = "final"
total = "last"
[[modules]]
id = "n"
score = "first"
stages = ["prelim"]
[[modules]]
id = "o"
score = "last"
stages = ["final"]
[[panels]]
id = "p"
module = "n"
aspects = [{ id = "n", max = 10 }]
[[panels]]
id = "q"
module = "o"
aspects = [{ id = "o", max = 10 }]
[nodes.first]
op = "mark"
panel = "p"
[nodes.last]
op = "mark"
panel = "q"
""")
FIELD = {
    "a": entry("4", first="9", last="4"),
    "b": entry("5", first="8", last="5"),
    "c": entry(None, first="7", last=None),
    "d": entry(None, first="6", last=None),
}
BEEN = {"prelim": "abcd", "final": "ab"}


@pytest.mark.parametrize(("advanced", "through"), [({}, {"a", "b"}), ({"final": ["a", "c"]}, {"a", "c"})])
def test_who_goes_on_is_who_the_ranking_sends_or_who_was_let_in_by_decision(advanced, through):
    prelim, final = contest_result(BOOK, FIELD, Known(been=BEEN, advanced=advanced)).stages
    assert set(prelim.through or ()) == through
    assert final.through is None


def test_who_got_furthest_stands_first_and_each_has_the_total_of_the_stage_it_reached():
    found = contest_result(BOOK, FIELD, Known(been=BEEN))
    assert [(each.key, each.place) for each in found.placed] == [("b", 1), ("a", 2), ("c", 3), ("d", 4)]
    assert {name: each.total for name, each in found.scored.items()} == {
        "a": value("4"),
        "b": value("5"),
        "c": value("7"),
        "d": value("6"),
    }


def test_who_was_in_no_stage_is_listed_last_without_a_place():
    found = contest_result(BOOK, FIELD | {"z": entry(None, first=None, last=None)}, Known(been=BEEN))
    assert (found.placed[-1].key, found.placed[-1].place) == ("z", None)
    assert "z" not in {each.key for each in found.stages[0].placed}
