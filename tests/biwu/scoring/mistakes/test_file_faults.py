"""Every fault of the files is told with its file, line and column, all of them at once, and nothing is scored half."""

from __future__ import annotations

import re

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import JUDGED, STRICT, TIMED

ENTRIES = "entry,group\nA1,x\nA2,y\n"
COLUMNS = "entry,module,aspect,judge,value"
GOOD = ("A1", "weld", "seam", "J1", "8.5")


def faults(folder, marks: str | bytes, rulebook: str = STRICT, entries: str | bytes = ENTRIES) -> list[tuple[str, str]]:
    files = Files(folder, rulebook).entries(entries).marks(marks)
    found = files.faults()
    assert all(fault.zh and re.search(r"[\u4e00-\u9fff]", fault.zh) for fault in found)
    return [(fault.place, fault.en) for fault in found]


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (("A3", "weld", "seam", "J1", "8"), "entry", ["“A3”", "list of entries"]),
        (("", "weld", "seam", "J1", "8"), "entry", ["nothing"]),
        (("A1", "welding", "seam", "J1", "8"), "module", ["“welding”", "weld"]),
        (("A1", "weld", "seem", "J1", "8"), "aspect", ["“seem”", "seam, finish", "Did you mean “seam”?"]),
        (("A1", "weld", "", "J1", "8"), "aspect", ["nothing", "seam, finish"]),
        (("A1", "weld", "seam", "J4", "8"), "judge", ["“J4”", "J1, J2, J3"]),
        (("A1", "weld", "seam", "", "8"), "judge", ["nothing", "J1, J2, J3"]),
        (("A2", "weld", "seam", "J1", "8.3"), "value", ["“8.3”", "steps of 0.5"]),
        (("A2", "weld", "seam", "J1", "-1"), "value", ["“-1”", "from 0 to 10"]),
        (("A2", "weld", "seam", "J1", "good"), "value", ["“good”"]),
        (("A1", "weld", "seam", "J1", "ABS"), "value", ["no ABS", "weld-panel", "waits"]),
        (("A1", "weld", "seam", "J1", "WDN"), "value", ["whole entry"]),
        (("A1", "weld", "seam", "J1", "VOID"), "value", ["whole module"]),
    ],
)
def test_a_row_at_fault_is_told_by_line_and_column(tmp_path, row, column, said):
    (found,) = faults(tmp_path, table(COLUMNS, [GOOD, row]))
    assert found[0] == f"marks.csv:3:{column}"
    assert all(each in found[1] for each in said), found[1]


def test_a_stage_or_an_attempt_that_is_not_there_is_told(tmp_path):
    (found,) = faults(tmp_path, table("entry,attempt,value", [("A1", 4, "9")]), TIMED)
    assert found == ("marks.csv:2:attempt", "found “4”; expected one of 1, 2, 3")
    (found,) = faults(tmp_path, table("entry,attempt,value", [("A1", 11, "9")]), TIMED)
    assert found == ("marks.csv:2:attempt", "found “11”; expected one of 1, 2, 3")
    (found,) = faults(tmp_path, table("entry,stage,attempt,value", [("A1", "final", 1, "9")]), TIMED)
    assert found == ("marks.csv:2:stage", "found “final”; expected nothing (the rulebook has no stage)")
    (found,) = faults(tmp_path, table("entry,value", [("A1", "9")]), TIMED)
    assert found == ("marks.csv:2:attempt", "found nothing; expected one of 1, 2, 3")


def test_a_second_mark_for_one_cell_names_both_lines(tmp_path):
    again = ("Ａ１", "weld", "seam", "J1", "8.5")
    (found,) = faults(tmp_path, table(COLUMNS, [GOOD, ("A2", *GOOD[1:]), again]))
    assert found[0] == "marks.csv:4:value"
    assert "line 2" in found[1]


def test_a_status_of_an_attempt_stands_beside_no_mark_of_it(tmp_path):
    rulebook = STRICT.replace('module = "weld"\nseats', 'module = "weld"\nattempts = 2\nseats').replace(
        'over = "judges"', 'over = ["judges", "attempts"]'
    )
    rows = [("A1", "1", "seam", "J2", "8"), ("A1", "1", "", "", "DNF"), ("A1", "2", "seam", "J2", "8")]
    (found,) = faults(tmp_path, table("entry,attempt,aspect,judge,value", rows), rulebook)
    assert found[0] == "marks.csv:3:value"
    assert "line 2" in found[1]


def test_two_different_statuses_of_one_performance_name_both_lines(tmp_path):
    (found,) = faults(tmp_path, table("entry,value", [("A1", "DNS"), ("A1", "DNS"), ("A1", "DSQ")]), TIMED)
    assert found[0] == "marks.csv:4:value"
    assert "line 2" in found[1]


def test_more_judges_in_a_cell_than_seats_are_named(tmp_path):
    rows = [("A1", "seam", judge, "8") for judge in ("J10", "J2", "J1", "J3")]
    (found,) = faults(tmp_path, table("entry,aspect,judge,value", rows), JUDGED)
    assert found[0] == "marks.csv:5:judge"
    assert "4 judges" in found[1]
    assert "J1, J2, J3, J10" in found[1]


@pytest.mark.parametrize(
    ("headings", "place", "said"),
    [
        ("entry,aspect,jugde,value", "marks.csv:1:jugde", "Did you mean “judge”?"),
        ("entry,aspect,judge,score", "marks.csv:1:score", "expected value"),
        ("entry,aspect,aspect,value", "marks.csv:1:aspect", "twice"),
        ("entry,,judge,value", "marks.csv:1", "no heading"),
    ],
)
def test_columns_missing_unknown_or_doubled_are_told(tmp_path, headings, place, said):
    found = faults(tmp_path, table(headings, [("A1", "seam", "J1", "8")]))
    assert place in [where for where, _ in found]
    assert any(said in en for where, en in found if where == place)


def test_a_line_that_ends_before_its_value_or_runs_on_behind_it_is_told(tmp_path):
    found = faults(tmp_path, f"{COLUMNS}\nA1,weld,seam\nA1,weld,seam,J1,8.5,9\nA1,weld,seam,J1,8,,\n\n")
    assert [place for place, _ in found] == ["marks.csv:2:value", "marks.csv:3"]


def test_empty_and_doubled_entries_are_told(tmp_path):
    entries = "entry,official\nA1,\n,yes\n A1 ,no\nA2,perhaps\n"
    found = faults(tmp_path, table(COLUMNS, [GOOD]), entries=entries)
    assert [place for place, _ in found] == ["entries.csv:3:entry", "entries.csv:4:entry", "entries.csv:5:official"]
    assert "line 2" in found[1][1]


def test_a_column_that_the_rulebook_asks_for_must_be_in_the_list_of_entries(tmp_path):
    rulebook = STRICT + '[nodes.extra]\nop = "formula"\nformula = "total + entry.skill_grade"\n'
    found = faults(tmp_path, table(COLUMNS, [GOOD]), rulebook)
    assert found == [("entries.csv:1:skill_grade", "the rulebook asks for the column “skill_grade”")]


def test_all_faults_of_all_files_are_told_and_no_result_is_written(tmp_path, capsys):
    files = Files(tmp_path, STRICT).entries("entry\nA1\n\n \nA1\n")
    files.marks(table(COLUMNS, [("A9", "weld", "seem", "J9", "x")] * 3)).rulings("entry,kind,value\nA1,dedction,1\n")
    assert files.command("--out", tmp_path / "results.csv") == 1
    said = capsys.readouterr()
    places = re.findall(r"^biwu: (\S+):\d+:\w+: ", said.err, re.MULTILINE)
    assert [places.count(name) for name in ("entries.csv", "marks.csv", "rulings.csv")] == [1, 2, 1]
    assert said.out == ""
    assert not (tmp_path / "results.csv").exists()


def test_two_hundred_faults_are_listed_and_the_others_counted(tmp_path):
    found = faults(tmp_path, table(COLUMNS, [(f"B{n}", "weld", "seam", "J1", "8") for n in range(1234)]))
    assert len(found) == 201
    assert found[-1] == ("…", "and 1,034 more faults")


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n", b"\xff\xfe\xff", b'entry,value\n"A1,8\n', b"<html><table>"])
def test_what_is_no_table_is_one_fault_of_the_file(tmp_path, content):
    found = faults(tmp_path, content)
    assert len(found) == 1
    assert found[0][0].startswith("marks.csv")


def test_a_file_that_is_not_there_is_one_line(tmp_path, capsys):
    assert Files(tmp_path, STRICT).entries(ENTRIES).command("--marks", tmp_path / "none.csv") == 1
    assert "none.csv" in capsys.readouterr().err


@pytest.mark.parametrize(("first", "sign"), [("sep=;", ";"), ('"SEP=,"', ","), ("sep=\t", "\t")])
def test_a_first_line_that_tells_the_separator_is_no_heading(tmp_path, first, sign):
    rows = [("entry", "aspect", "judge", "value"), ("A1", "seam", "J1", "8.5"), ("A2", "seam", "J1", "8,7")]
    lines = [sign.join(f'"{cell}"' for cell in row) for row in rows]
    found = faults(tmp_path, "\r\n".join([first, *lines]))
    assert [place for place, _ in found] == ["marks.csv:4:value"]
