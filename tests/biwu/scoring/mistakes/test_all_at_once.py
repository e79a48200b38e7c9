"""All faults of all files are told at once: one does not hide another, not even in the same line."""

from __future__ import annotations

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import JUDGED, STRICT

COLUMNS = "entry,aspect,judge,value"


def places(folder, rulebook, rows):
    files = Files(folder, rulebook).entries("entry\nA\nB\n").marks(table(COLUMNS, rows))
    return [each.place for each in files.faults()]


def test_a_value_at_fault_does_not_hide_that_its_cell_is_taken_or_that_its_judge_is_nobody(tmp_path):
    rows = [("A", "seam", "J1", "8"), ("A", "seam", "J1", "8,5"), ("A", "seam", "J9", "x")]
    assert places(tmp_path, STRICT, rows) == [
        "marks.csv:3:value",
        "marks.csv:3:value",
        "marks.csv:4:value",
        "marks.csv:4:judge",
    ]


def test_an_unknown_entry_does_not_hide_its_value_and_judge(tmp_path):
    rows = [("C", "seam", "J9", "11")]
    assert places(tmp_path, STRICT, rows) == ["marks.csv:2:entry", "marks.csv:2:value", "marks.csv:2:judge"]


def test_a_value_at_fault_elsewhere_does_not_hide_a_judge_too_many(tmp_path):
    rows = [("B", "seam", "J1", "84%"), *[("A", "seam", f"J{n}", "8") for n in (1, 2, 3, 4)]]
    assert places(tmp_path, JUDGED, rows) == ["marks.csv:2:value", "marks.csv:6:judge"]


def test_a_judge_too_many_is_found_among_values_at_fault(tmp_path):
    rows = [("A", "seam", f"J{n}", "bad") for n in (1, 2, 3, 4)]
    assert places(tmp_path, JUDGED, rows) == ["marks.csv:2:value", "marks.csv:5:judge"]
