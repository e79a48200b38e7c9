"""Rulings beside the marks: points, statuses, withdrawals, decided ties, cut scores and who is let into a stage."""

from __future__ import annotations

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import one

COLUMNS = "entry,kind,value,reason"
STAGED = """format = 1
id = "r"
title = "R"
[[stages]]
id = "heat"
total = "run"
advance = { first = 1 }
[[stages]]
id = "final"
total = "run"
[[modules]]
id = "run"
[[panels]]
id = "run-panel"
module = "run"
aspects = [{ id = "a", max = 10 }]
[nodes.run]
op = "mark"
panel = "run-panel"
"""


def contest(folder, *rulings: tuple[str, ...]) -> Files:
    files = Files(folder, one("max = 10")).entries("entry\nA\nB\nC\n")
    files.marks(table("entry,value", [("A", "5"), ("B", "5"), ("C", "7")]))
    return files.rulings(table(COLUMNS, rulings))


def test_points_are_taken_and_given(tmp_path):
    rows = contest(
        tmp_path, ("A", "deduction", "1.5", "late"), ("A", "Deduction", "１", ""), ("B", "bonus", "3", "")
    ).rows()
    assert [row["total"].rstrip("0").rstrip(".") for row in rows.values()] == ["8", "7", "2.5"]
    assert list(rows) == ["B", "C", "A"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [("disqualification", "DSQ"), ("did_not_start", "DNS"), ("did_not_finish", "DNF"), ("declined", "DEC")],
)
def test_a_status_by_ruling_stands_over_the_marks(tmp_path, kind, status):
    for value in ("", "task"):
        assert contest(tmp_path, ("C", kind, value, "")).rows()["C"]["status"] == status


def test_a_void_module_brings_nothing(tmp_path):
    row = contest(tmp_path, ("C", "module_void", "task", "wrong drawing")).rows()["C"]
    assert row["status"] == "VOID"
    assert row["total"].rstrip("0").rstrip(".") in ("", "0")


def test_who_withdraws_has_no_place(tmp_path):
    row = contest(tmp_path, ("C", "withdrawal", "", "ill")).rows()["C"]
    assert (row["rank"], row["status"]) == ("", "WDN")


def test_decided_ties_stand_in_the_record_at_just_their_turns(tmp_path):
    ties = [("A", "tie_decision", "1", ""), ("C", "tie_decision", "2", ""), ("B", "tie_decision", "2", "")]
    assert contest(tmp_path, *ties).score().marks.contest.decided == {"": {"A": 1, "B": 2, "C": 2}}


DRAWN = "entry,kind,value,reason,stage"


def twice_equal(folder, *rulings: tuple[str, ...]) -> Files:
    """A and B tie in the heat and again in the final."""
    files = Files(folder, STAGED.replace("first = 1", "first = 2")).entries("entry\nA\nB\nC\n")
    rows = [(entry, stage, "5") for stage in ("heat", "final") for entry in "AB"]
    files.marks(table("entry,stage,value", [*rows, ("C", "heat", "4")]))
    return files.rulings(table(DRAWN, rulings))


def places(files) -> dict[str, dict[str, str]]:
    return {stage: {row.entry: row.place for row in rows} for stage, rows in files.score().stages.items()}


def test_the_same_two_may_tie_in_the_heat_and_in_the_final_and_each_tie_has_its_decision(tmp_path):
    files = twice_equal(tmp_path, ("A", "tie_decision", "1", "draw", "heat"), ("B", "tie_decision", "1", "", "final"))
    assert places(files) == {"heat": {"A": "1", "B": "2", "C": "3"}, "final": {"B": "1", "A": "2"}}


def test_a_decision_of_no_stage_holds_where_none_of_its_own_was_made(tmp_path):
    rows = [("A", "tie_decision", "1", "", ""), ("B", "tie_decision", "2", "", "")]
    both = places(twice_equal(tmp_path, *rows))
    assert (both["heat"]["A"], both["final"]["A"]) == ("1", "1")
    own = [("B", "tie_decision", "1", "", "final"), ("A", "tie_decision", "2", "", "final")]
    found = places(twice_equal(tmp_path, *rows, *own))
    assert (found["heat"]["A"], found["final"]["A"]) == ("1", "2")


@pytest.mark.parametrize(
    ("rows", "line", "column", "said"),
    [
        ([("A", "tie_decision", "1", "", "semi")], 2, "stage", "heat"),
        ([("A", "deduction", "1", "", "heat")], 2, "stage", "for tie_decision alone"),
        ([("A", "tie_decision", "2", "", "heat")], 2, "value", "no entry has order 1"),
        ([("A", "tie_decision", "1", "", "heat")] * 2, 3, "entry", "of this stage already"),
    ],
)
def test_a_stage_at_fault_is_told_by_line_and_column(tmp_path, rows, line, column, said):
    (fault,) = twice_equal(tmp_path, *rows).faults()
    assert fault.place == f"rulings.csv:{line}:{column}"
    assert said in fault.en


def test_a_contest_without_stages_has_no_stage_to_name(tmp_path):
    files = contest(tmp_path).rulings(table(DRAWN, [("A", "tie_decision", "1", "", "heat")]))
    (fault,) = files.faults()
    assert "the rulebook has no stages" in fault.en


def test_a_ruling_may_be_about_one_stage_and_let_somebody_in(tmp_path):
    files = Files(tmp_path, STAGED).entries("entry\nA\nB\n")
    files.marks(table("entry,stage,value", [("A", "heat", "5"), ("B", "heat", "4"), ("A", "final", "1")]))
    files.rulings(table(COLUMNS, [("A", "declined", "final.run", ""), ("B", "advance", "final", "substitute")]))
    marks = files.score().marks
    assert marks.statuses("A") == {"final.run": "declined"}
    assert marks.contest.let_in == {"final": ("B",)}


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (("A", "penalty", "1", ""), "kind", "deduction"),
        (("D", "deduction", "1", ""), "entry", "list of entries"),
        (("A", "deduction", "-1", ""), "value", "zero or more"),
        (("A", "deduction", "1,5", ""), "value", "zero or more"),
        (("A", "disqualification", "tsk", ""), "value", "Did you mean “task”?"),
        (("A", "module_void", "", ""), "value", "task"),
        (("A", "tie_decision", "2", ""), "value", "no entry has order 1"),
        (("", "cut_score", "gold=1", ""), "kind", "waits for a cut"),
        (("A", "advance", "final", ""), "kind", "the rulebook has no stages"),
    ],
)
def test_a_ruling_at_fault_is_told_by_line_and_column(tmp_path, row, column, said):
    (fault,) = contest(tmp_path, row).faults()
    assert fault.place == f"rulings.csv:2:{column}"
    assert said in fault.en
