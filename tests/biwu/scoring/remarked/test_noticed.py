"""What is scored, and told all the same: it may be meant, but more often it is a mistake."""

from __future__ import annotations

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import HEAD, JUDGED, one

COLUMNS = "entry,aspect,judge,value"
PLAIN = one("max = 10")


def told(files, capsys, language="en"):
    assert files.command("--language", language) == 0
    return capsys.readouterr().err.splitlines()


def judged(entry, *judges):
    return [(entry, aspect, judge, "4") for aspect in ("seam", "finish") for judge in judges]


def test_a_forgotten_mark_is_told_as_a_judge_absent_without_abs(tmp_path, capsys):
    rows = [*judged("A", "J1", "J2", "J3"), *judged("B", "J1", "J2", "J3")[:-1], *judged("C", "J1", "J3")]
    files = Files(tmp_path, JUDGED).entries("entry\nA\nB\nC\n").marks(table(COLUMNS, rows))
    assert told(files, capsys) == ["weld-panel: absent without ABS: B J3 (finish), C J2"]
    files.marks(
        table(COLUMNS, [*rows, ("B", "finish", "J3", "ABS"), ("C", "seam", "J2", "ABS"), ("C", "finish", "J2", "abs")])
    )
    assert told(files, capsys) == []


def test_a_seat_nobody_ever_takes_is_told_once(tmp_path, capsys):
    files = (
        Files(tmp_path, JUDGED)
        .entries("entry\nA\nB\n")
        .marks(table(COLUMNS, [*judged("A", "J1", "J2"), *judged("B", "J1", "J2")]))
    )
    assert told(files, capsys) == ["weld-panel has 3 seats, the file 2 judges: the others count as absent throughout"]


TWO = (
    HEAD
    + """total = "t"
[[modules]]
id = "short"
score = "t"
[[panels]]
id = "s"
module = "short"
aspects = [{ id = "x", max = 10 }, { id = "y", max = 10 }]
[nodes.t]
op = "sum"
panel = "s"
"""
)


@pytest.mark.parametrize(("token", "says"), [("DNS", True), ("DEC", True), ("DNF", False), ("DSQ", False)])
def test_marks_beside_a_status_that_takes_them_away_are_named(tmp_path, capsys, token, says):
    rows = [("A", "x", "5"), ("A", "y", "3"), ("A", "", token), ("B", "x", "5"), ("B", "y", "5")]
    files = Files(tmp_path, TWO).entries("entry\nA\nB\n").marks(table("entry,aspect,value", rows))
    line = f"A is {token} in short (line 4), so these marks do not count: x 5 (2), y 3 (3)"
    assert told(files, capsys) == ([line] if says else [])


BY_CLASS = PLAIN + '[ranking]\nper = "category"\n'


def classes(folder, capsys, *values):
    entries = table("entry,category", [(f"E{n}", value) for n, value in enumerate(values)])
    marks = table("entry,value", [(f"E{n}", "5") for n in range(len(values))])
    return told(Files(folder, BY_CLASS).entries(entries).marks(marks), capsys)


def test_classes_ranked_apart_are_told_with_their_sizes(tmp_path, capsys):
    assert classes(tmp_path, capsys, "M", "M", "W") == ["ranked apart by “category”: M 2, W 1"]


@pytest.mark.parametrize(
    ("odd", "usual", "warned"),
    [
        ("m", "M", True),
        ("职工", "职工组", True),
        ("Junors", "Juniors", True),
        ("女子组", "男子组", False),
        ("U18", "U16", False),
        ("women", "men", False),
    ],
)
def test_a_class_that_looks_misspelt_is_told(tmp_path, capsys, odd, usual, warned):
    found = classes(tmp_path, capsys, *[usual] * 5, odd)
    assert found[0] == f"ranked apart by “category”: {usual} 5, {odd} 1"
    alike = f"values of “category” that are nearly alike count as different: “{odd}” 1, “{usual}” 5"
    assert found[1:] == ([alike] if warned else [])


def test_two_near_classes_of_like_size_are_two_classes(tmp_path, capsys):
    assert len(classes(tmp_path, capsys, *["职工组"] * 5, *["职工"] * 3)) == 1


def test_a_judge_of_the_own_delegation_is_told_where_the_rulebook_forbids_it(tmp_path, capsys):
    jury = PLAIN.replace('id = "task-panel"\n', 'id = "task-panel"\nseats = 2\nmay_not_sit = ["same_delegation"]\n')
    jury = jury.replace('op = "mark"', 'op = "mean"\nround = { places = 2 }')
    rows = [("A", "norway", "5"), ("A", "Chile", "6"), ("B", "Norway", "5"), ("B", "Chile", "6")]
    files = Files(tmp_path, jury).entries("entry,group\nA,Norway\nB,Peru\n").marks(table("entry,judge,value", rows))
    assert "may_not_sit = same_delegation, but judges mark their own (entry / judge, line): A / norway (2)" in told(
        files, capsys
    )
    files = Files(tmp_path, jury.replace("same_delegation", "declared_interest")).entries(
        "entry,group\nA,Norway\nB,Peru\n"
    )
    assert not any("may_not_sit" in line for line in told(files.marks(table("entry,judge,value", rows)), capsys))
