"""Judges take their seats whatever they are called, absent ones are left out by rule, order changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import JUDGED, STRICT

COLUMNS = "entry,aspect,judge,value"
ENTRIES = "entry\nA\nB\n"


def seam(judges: dict[str, str], entry: str = "A") -> list[tuple[str, ...]]:
    return [(entry, "seam", judge, value) for judge, value in judges.items()]


def panel(files: Files, entry: str = "A") -> dict[str, dict[str, str]]:
    marks = files.score().marks.of_code[entry]["weld-panel"]
    return {aspect: {seat: str(mark) for seat, mark in seats.items()} for aspect, seats in marks.items()}


def test_as_many_judges_as_seats_keep_theirs_for_good(tmp_path):
    rows = [*seam({"Li": "1", "J10": "2"}), ("B", "seam", "J9", "3"), ("B", "seam", "J10", "4")]
    files = Files(tmp_path, JUDGED).entries(ENTRIES).marks(table(COLUMNS, rows))
    assert panel(files)["seam"] == {"2": "2", "3": "1", "1": "Absent.ABSENT"}
    assert panel(files, "B")["seam"] == {"1": "3", "2": "4", "3": "Absent.ABSENT"}


def test_more_judges_than_seats_take_them_anew_for_each_entry(tmp_path):
    rows = seam({"J1": "1", "J2": "2", "J3": "3"}) + seam({"J10": "6", "J4": "4", "J5": "5"}, "B")
    files = Files(tmp_path, JUDGED).entries(ENTRIES).marks(table(COLUMNS, rows))
    assert panel(files, "B")["seam"] == {"1": "4", "2": "5", "3": "6"}


def test_an_absent_judge_is_left_out_once_enough_are_there(tmp_path):
    rows = [("A", "seam", "1", "8"), ("A", "seam", "2", "9"), ("A", "finish", "1", "3"), ("A", "finish", "2", "4")]
    files = Files(tmp_path, JUDGED).entries(ENTRIES)
    told = files.marks(table(COLUMNS, [*rows, ("A", "seam", "3", "abs"), ("A", "finish", "3", "—")])).rows()["A"]
    silent = files.marks(table(COLUMNS, rows)).rows()["A"]
    assert told == silent
    assert told["total"] == "12.00"


@pytest.mark.parametrize("third", ["ABS", ""])
def test_fewer_judges_than_the_quorum_wait_for_the_others(tmp_path, third):
    rows = [*seam({"1": "8", "2": third, "3": third})]
    files = Files(tmp_path, JUDGED).entries(ENTRIES).marks(table(COLUMNS, rows))
    assert panel(files)["seam"] == {"1": "8"}


def test_a_panel_is_signed_when_every_seat_has_marked_everything(tmp_path):
    whole = [("A", aspect, f"J{n}", "4") for aspect in ("seam", "finish") for n in (1, 2, 3)]
    files = (
        Files(tmp_path, STRICT)
        .entries(ENTRIES)
        .marks(table(COLUMNS, [*whole, *[("B", *row[1:]) for row in whole[1:]]]))
    )
    works = files.score().marks.works
    assert works["A"]["weld-panel"].complete
    assert not works["B"]["weld-panel"].complete


def test_a_status_holds_for_a_module_or_the_whole_entry(tmp_path):
    rows = [*seam({"J1": "8"}), ("B", "", "", "dnf")]
    files = Files(tmp_path, STRICT).entries(ENTRIES).marks(table(COLUMNS, rows))
    assert files.score().marks.statuses("B") == {"weld": "dnf"}
    assert files.rows()["B"]["status"] == "DNF"
    files.marks(table("entry,value", [("B", "WDN")]))
    assert files.rows()["B"]["status"] == "WDN"


def test_entries_without_marks_stand_last_as_not_yet_marked(tmp_path):
    rows = [("C", aspect, f"J{n}", "4") for aspect in ("seam", "finish") for n in (1, 2, 3)]
    files = Files(tmp_path, STRICT).entries("entry\nB\nA\nC\n").marks(table(COLUMNS, rows))
    assert [(row["entry"], row["rank"], row["status"]) for row in files.rows().values()][1:] == [
        ("A", "", "NYM"),
        ("B", "", "NYM"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_of_a_chinese_table_is_read(tmp_path, encoding):
    entries = "entry;group\n选手一;合肥\n选手二;芜湖\n".encode(encoding)
    marks = "entry,aspect,judge,value\r\n选手二,seam,1,８．５\r\n选手一,seam,1,未评\r\n".encode(encoding)
    result = Files(tmp_path, STRICT.replace('["J1", "J2", "J3"]', "1")).entries(entries).marks(marks).score()
    assert result.marks.contest.entries["选手二"].delegation == "芜湖"
    assert set(result.marks.of_code) == {"选手二"}


def test_an_entry_may_have_a_slash_in_its_id(tmp_path, capsys):
    files = Files(tmp_path, STRICT).entries("entry\nA/B\n").marks(table(COLUMNS, seam({"J1": "8"}, "A/B")))
    assert list(files.rows()) == ["A/B"]
    assert files.command("--explain", "A/B/each", "--language", "en") == 0
    assert "line 2" in capsys.readouterr().out


MARKS = [
    (entry, aspect, judge, value)
    for entry, judges in {"A": ("J1", "J10", "J2"), "B": ("J7", "J1", "J3"), "C": ("J7", "J2")}.items()
    for aspect, values in {"seam": ("8", "9.5", "7"), "finish": ("3", "NYM", "4")}.items()
    for judge, value in zip(judges, values, strict=False)
]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marks=st.permutations(MARKS), entries=st.permutations("ABC"))
def test_the_order_of_lines_changes_nothing(tmp_path, marks, entries):
    def rows(marks, entries):
        files = Files(tmp_path, JUDGED).entries(table("entry", [(entry,) for entry in entries]))
        return list(files.marks(table(COLUMNS, marks)).rows().values())

    assert rows(marks, entries) == rows(MARKS, "ABC")
