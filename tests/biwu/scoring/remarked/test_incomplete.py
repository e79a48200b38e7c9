"""A forgotten mark is never silent: whose it is, what is missing, and that the places are provisional."""

from __future__ import annotations

import json

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import HEAD, STRICT, TIMED

COLUMNS = "entry,aspect,judge,value"


def judged(entry, *judges):
    return [(entry, aspect, judge, "4") for aspect in ("seam", "finish") for judge in judges]


def told(files, capsys, *words):
    assert files.command("--language", "en", *words) == 0
    return capsys.readouterr()


def test_a_forgotten_mark_is_named_with_aspect_and_judge(tmp_path, capsys):
    rows = [*judged("A", "J1", "J2", "J3"), *judged("B", "J1", "J2", "J3")[:-1]]
    files = Files(tmp_path, STRICT).entries("entry\nA\nB\n").marks(table(COLUMNS, rows))
    assert told(files, capsys).err.splitlines() == [
        "provisional: 1 of 2 entries have no total yet, so places and prizes may change",
        "not complete: B lacks weld-panel finish (J3)",
    ]
    assert json.loads(told(files, capsys, "--json").out)["incomplete"] == ["B"]
    files.marks(table(COLUMNS, [*rows, ("B", "finish", "J3", "4")]))
    assert told(files, capsys).err == ""
    assert json.loads(told(files, capsys, "--json").out)["incomplete"] == []


def test_who_has_no_mark_and_no_status_is_named_and_a_status_is_enough(tmp_path, capsys):
    rows = judged("A", "J1", "J2", "J3")
    files = Files(tmp_path, STRICT).entries("entry\nA\nB\n").marks(table(COLUMNS, rows))
    assert "nothing marked yet, and no status: B" in told(files, capsys).err
    files.marks(table(COLUMNS, [*rows, ("B", "", "", "DNS")]))
    assert told(files, capsys).err == ""


def test_attempts_that_need_not_be_made_are_not_missing(tmp_path, capsys):
    files = Files(tmp_path, TIMED).entries("entry\nA\n").marks(table("entry,attempt,value", [("A", "1", "60")]))
    assert told(files, capsys).err == ""


PLACED = (
    HEAD
    + """total = "total"
[[modules]]
id = "dance"
score = "total"
[[panels]]
id = "floor"
module = "dance"
seats = 3
aspects = [{ id = "a", max = 10 }, { id = "b", max = 10 }]
[nodes.each]
op = "mean"
panel = "floor"
over = "judges"
round = { places = 2 }
[nodes.places]
op = "rank"
of = "each"
[nodes.total]
op = "sum"
of = "places"
[ranking]
better = "lower"
"""
)


def test_whose_mark_the_whole_class_waits_for_is_named_as_the_cause(tmp_path, capsys):
    rows = [(entry, aspect, judge, "4") for entry in "ABC" for aspect in "ab" for judge in ("X", "Y", "Z")]
    rows.remove(("B", "a", "Y", "4"))
    files = Files(tmp_path, PLACED).entries("entry\nA\nB\nC\n").marks(table(COLUMNS, rows))
    assert told(files, capsys).err.splitlines() == [
        "provisional: 3 of 3 entries have no total yet, so places and prizes may change",
        "not complete: B lacks floor a (Y)",
        "complete themselves, but set against the field and waiting for the entries above: A, C",
    ]


def test_of_many_some_are_named_and_the_rest_counted(tmp_path, capsys):
    names = [f"E{n:02}" for n in range(30)]
    rows = [row for name in names for row in judged(name, "J1", "J2")]
    files = Files(tmp_path, STRICT).entries("entry\n" + "\n".join(names)).marks(table(COLUMNS, rows))
    said = told(files, capsys).err.splitlines()
    assert said[1] == "not complete: E00 lacks weld-panel seam (J3), finish (J3)"
    assert said[-1] == "not complete: 10 more"
