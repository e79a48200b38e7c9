"""Judges and entries spelled in two ways: taken as one where nothing else can be meant, never two in silence."""

from __future__ import annotations

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import JUDGED, STRICT, one

COLUMNS = "entry,aspect,judge,value"


def rows(*judges):
    return [("A", "seam", judge, "8") for judge in judges]


@pytest.mark.parametrize("again", ["评委 3", "评委３", "评委　3", " 评委3 "])
def test_a_judge_spelled_in_two_ways_is_one_judge_and_it_is_told(tmp_path, capsys, again):
    files = Files(tmp_path, JUDGED).entries("entry\nA\n")
    marks = [*rows("评委1", "评委2", "评委3"), ("A", "finish", again, "4"), ("A", "finish", "评委1", "4")]
    files.marks(table(COLUMNS, marks))
    assert set(files.score().marks.of_code["A"]["weld-panel"]["seam"]) == {"1", "2", "3"}
    assert files.command("--language", "en") == 0
    told = capsys.readouterr().err
    assert ("“评委3” is also written" in told) == (again.strip() not in ("评委3", "评委３"))


def test_two_spellings_of_one_judge_in_one_cell_are_one_judge_who_marked_twice(tmp_path):
    (fault,) = Files(tmp_path, JUDGED).entries("entry\nA\n").marks(table(COLUMNS, rows("j1", "J1", "J2"))).faults()
    assert fault.place == "marks.csv:3:value"
    assert "line 2" in fault.en


def test_a_named_seat_is_found_whatever_its_case(tmp_path):
    files = Files(tmp_path, STRICT).entries("entry\nA\n").marks(table(COLUMNS, rows("j1", " J2", "Ｊ３")))
    assert set(files.score().marks.of_code["A"]["weld-panel"]["seam"]) == {"J1", "J2", "J3"}


def test_seats_that_differ_in_case_alone_are_two(tmp_path):
    rulebook = STRICT.replace('["J1", "J2", "J3"]', '["a", "A"]')
    files = Files(tmp_path, rulebook).entries("entry\nA\n").marks(table(COLUMNS, rows("a", "A")))
    assert set(files.score().marks.of_code["A"]["weld-panel"]["seam"]) == {"a", "A"}


def test_a_judge_too_many_is_no_misspelt_one(tmp_path):
    (fault,) = Files(tmp_path, STRICT).entries("entry\nA\n").marks(table(COLUMNS, rows("J10"))).faults()
    assert "the panel weld-panel has 3 seats" in fault.en
    assert "Did you mean" not in fault.en


def test_zeros_a_spreadsheet_dropped_are_told(tmp_path):
    files = Files(tmp_path, one("max = 10")).entries("entry\n01\n12\n")
    (fault,) = files.marks(table("entry,value", [("1", "8")])).faults()
    assert "The list has “01”: zeros in front belong to an id" in fault.en
    (fault,) = files.marks(table("entry,value", [("13", "8")])).faults()
    assert "Did you mean" not in fault.en
