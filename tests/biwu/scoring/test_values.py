"""How a value may be written: numbers, times, yes and no, choices, and the spellings of nothing."""

from __future__ import annotations

import pytest

from domain.scoring.numbers import NoResult
from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import TIMED, one

ENTRIES = "entry\nE1\nE2\n"


def total(folder, aspect: str, value: str) -> str:
    files = Files(folder, one(aspect)).entries(ENTRIES)
    return files.marks(table("entry,value", [("E1", value)])).rows()["E1"]["total"]


@pytest.mark.parametrize(
    ("aspect", "value", "points"),
    [
        ("max = 10, step = 0.5", "8.50", "8.5"),
        ("max = 10, step = 0.5", " ８．５ ", "8.5"),
        ("max = 10, step = 0.5", "+.5", "0.5"),
        ('kind = "measured", min = -5, max = 5, step = 0.1', "−1.5", "-1.5"),
        ('kind = "measured", min = -5, max = 5, step = 0.1', "－１．５", "-1.5"),
        ('kind = "time", step = 0.001', "83.45", "83.450"),
        ('kind = "time", step = 0.001', "1:23.45", "83.450"),
        ('kind = "time", step = 0.001', "１：２３．４５", "83.450"),
        ('kind = "time", step = 0.001', "1:02:03.5", "3723.500"),
        ('kind = "time", step = 0.001', "90:00", "5400.000"),
        ('kind = "yes_no", max = 2', "yes", "2"),
        ('kind = "yes_no", max = 2', "是", "2"),
        ('kind = "yes_no", max = 2', "√", "2"),
        ('kind = "yes_no", max = 2', "TRUE", "2"),
        ('kind = "yes_no", max = 2', "1", "2"),
        ('kind = "yes_no", max = 2', "×", "0"),
        ('kind = "yes_no", max = 2', "否", "0"),
        ('kind = "voiding"', "无", "0"),
        ('kind = "choice", max = 5, choices = [{ id = "fine", lose = 0 }, { id = "bent", lose = 2 }]', "Bent", "3"),
        ('kind = "choice", max = 5, choices = [{ id = "fine", lose = 0 }, { id = "bent", lose = 2 }]', "2", "3"),
        ('kind = "choice", max = 5, choices = [{ id = "2", lose = 0 }, { id = "3", lose = 2 }]', "2", "5"),
    ],
)
def test_a_value_is_taken_however_it_is_written(tmp_path, aspect, value, points):
    found = total(tmp_path, aspect, value)
    places = len(points.partition(".")[2])
    assert found.rstrip("0").rstrip(".") == points.rstrip("0").rstrip(".") if places else found.startswith(points)


@pytest.mark.parametrize(
    ("aspect", "value", "way_out"),
    [
        ("max = 10, step = 0.5", "8,5", "decimal point"),
        ("max = 10, step = 0.5", "8，5", "decimal point"),
        ("max = 10, step = 0.5", "8。5", "decimal point"),
        ("max = 10, step = 0.5", "8.3", "steps of 0.5"),
        ("max = 10, step = 0.5", "10.5", "from 0 to 10"),
        ("max = 10, step = 0.5", "1e1", "without an exponent"),
        ("max = 10, step = 0.5", "80%", "per cent"),
        ("max = 10, step = 0.5", "good", "a number"),
        ("max = 10, step = 0.5", "1:30", "kind time"),
        ('kind = "time", step = 0.001', "1:75.3", "two digits and is below 60, as in 1:02.50"),
        ('kind = "time", step = 0.001', "1:2.5", "two digits"),
        ('kind = "time", step = 0.001', "1:75:00", "below 60"),
        ('kind = "yes_no", max = 2', "maybe", "yes or no"),
        (
            'kind = "choice", max = 5, choices = [{ id = "fine", lose = 0 }, { id = "bent", lose = 2 }]',
            "3",
            "fine, bent",
        ),
    ],
)
def test_what_is_no_value_is_a_fault_with_the_way_out(tmp_path, aspect, value, way_out):
    files = Files(tmp_path, one(aspect)).entries(ENTRIES)
    (fault,) = files.marks(table("entry,value", [("E2", "–"), ("E1", value)])).faults()
    assert fault.place == "marks.csv:3:value"
    assert value[:3].strip() in fault.en
    assert value[:3].strip() in fault.zh
    assert way_out in fault.en


@pytest.mark.parametrize(
    "empty",
    ["", "   ", "-", "—", "——", "－", "/", "NA", "n/a", "NaN", "none", "无", "未评", "未评分", "nym", "NYM", "…"],
)
def test_every_spelling_of_empty_is_not_yet_marked_and_no_zero(tmp_path, empty):
    files = Files(tmp_path, one("max = 10")).entries(ENTRIES)
    rows = files.marks(table("entry,value", [("E1", empty), ("E2", "0")])).rows()
    assert (rows["E1"]["total"], rows["E1"]["rank"]) == ("", "")
    assert (rows["E2"]["total"].rstrip("0"), rows["E2"]["rank"]) == ("0.", "1")


def test_an_attempt_without_a_result_is_told_apart_from_one_not_made(tmp_path):
    files = Files(tmp_path, TIMED).entries("entry\nA\nB\nC\n")
    rows = [("A", 1, "12.5"), ("A", 2, "dnf"), ("B", 1, "DNF"), ("B", 2, "DNS"), ("B", 3, "Dsq"), ("C", "01", "0:11")]
    found = files.marks(table("entry,attempt,value", rows)).rows()
    assert list(found) == ["C", "A", "B"]
    assert (found["C"]["total"], found["A"]["total"]) == ("11.000", "12.500")
    assert (found["B"]["rank"], found["B"]["total"]) == ("3", "NR")
    assert files.score().marks.of_code["A"]["clock"]["2.time"]["1"] is NoResult.DNF
