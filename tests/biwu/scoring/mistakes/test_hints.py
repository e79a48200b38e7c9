"""A value that cannot be read is told with the way out: decimal commas, units, times with points, misspelt statuses."""

from __future__ import annotations

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import JUDGED, one

TIME = 'kind = "time", step = 0.01, max = 600'
PLAIN = "max = 10, step = 0.5"


def said(tmp_path, aspect, value, language="en"):
    files = Files(tmp_path, one(aspect)).entries("entry\nx\n").marks(table("entry,value", [("x", value)]))
    (fault,) = files.faults()
    return getattr(fault, language)


@pytest.mark.parametrize("value", ["5:02,74", "62,5"])
def test_a_decimal_comma_is_told_in_a_time_too(tmp_path, value):
    assert "Write the decimal point as “.”" in said(tmp_path, TIME, value)


def test_a_time_with_points_is_told_as_it_was_meant(tmp_path):
    assert said(tmp_path, TIME, "4.49.25").endswith("Minutes end in a “:”. Did you mean 4:49.25?")


@pytest.mark.parametrize(("value", "unit"), [("1.95 m", "m"), ("62s", "s"), ("8分", "分")])
def test_a_unit_behind_a_number_is_named(tmp_path, value, unit):
    assert f"Write the number alone, without the unit “{unit}”" in said(tmp_path, PLAIN, value)


@pytest.mark.parametrize(
    ("value", "meant"), [("缺席", "“裁判缺席” (ABS)"), ("未完成", "“未完赛” (DNF)"), ("dq", "“DSQ”")]
)
def test_a_misspelt_status_is_told_in_either_language(tmp_path, value, meant):
    assert f"Did you mean {meant}?" in said(tmp_path, PLAIN, value)


def test_no_mark_of_the_field_events_is_did_not_finish_here(tmp_path):
    assert "Nothing valid (NM) stands as DNF in a file, and as NR in the result" in said(tmp_path, PLAIN, "NM")


def test_the_list_of_statuses_has_the_chinese_words(tmp_path):
    assert "DNS（缺赛）、DNF（未完赛）、DSQ（取消资格）、DEC（弃权）" in said(tmp_path, PLAIN, "犯规", "zh")


def test_a_status_for_one_part_of_several_offers_the_ways_out(tmp_path):
    marks = table("entry,aspect,judge,value", [("x", "seam", "", "DNS")])
    (fault,) = Files(tmp_path, JUDGED).entries("entry\nx\n").marks(marks).faults()
    assert "leave its cells out and let its node say missing, or make each part a module" in fault.en


RULES = one("max = 10, step = 0.5") + '[nodes.light]\nop = "formula"\nformula = "total * entry.factor"\n'


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_decimal_comma_is_read_where_no_comma_parts_the_cells(tmp_path, sign):
    parted = lambda text: text.replace("|", sign)  # noqa: E731 - a word for a replacement
    files = Files(tmp_path, RULES).entries(parted("entry|factor\nx|1,5\ny|2\n"))
    files.marks(parted("entry|value\nx|8,5\ny|9\n")).rulings(parted("entry|kind|value\nx|deduction|0,5\n"))
    rows = files.rows()
    assert (rows["x"]["total"], rows["x"]["light"], rows["y"]["light"]) == ("8.0", "12", "18")


def test_a_decimal_comma_that_parts_a_number_in_two_is_one_fault_that_says_so(tmp_path):
    files = Files(tmp_path, one(PLAIN)).entries("entry\nx\ny\nz\n").marks("entry,value\nx,8,5\ny,9\nz,7,5\n")
    (fault,) = files.faults()
    assert fault.place == "marks.csv:2"
    assert fault.en.startswith("3 cells under 2 headings: a decimal comma? Write the decimal point as “.”, or part")
    assert fault.en.endswith("(rows 2 and 4)")
