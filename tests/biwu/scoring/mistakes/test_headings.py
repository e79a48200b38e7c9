"""Headings: one wrong word is one fault, Chinese ones are read, and only a column that is missing is suggested."""

from __future__ import annotations

import pytest

from biwu.scoring.files import read_files
from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import HEAD, JUDGED, STRICT, TIMED

TWO_MODULES = (
    HEAD
    + """total = "sum"
[[modules]]
id = "theory"
title = { zh = "理论", en = "Theory" }
[[modules]]
id = "practical"
title = { zh = "实操", en = "Practical" }
[[panels]]
id = "paper"
module = "theory"
title = "Markers"
aspects = [{ id = "a", max = 10, title = { zh = "选择题", en = "Multiple choice" } }, { id = "b", max = 10 }]
[[panels]]
id = "work"
module = "practical"
seats = 2
aspects = [{ id = "a", max = 10, title = "Weld seam" }, { id = "b", max = 10, title = "Same" }, { id = "c", title = "Same", max = 10 }]
[nodes.theory]
op = "sum"
panel = "paper"
[nodes.practical]
op = "mean"
panel = "work"
over = ["aspects", "judges"]
round = { places = 2 }
[nodes.sum]
op = "sum"
of = ["theory", "practical"]
"""  # noqa: E501 - one line a panel
)
FULL = "entry,module,aspect,judge,value"


def faults(folder, marks, rulebook=TWO_MODULES, entries="entry\nA\n"):
    files = Files(folder, rulebook).entries(entries).marks(marks)
    return [(each.place, each.en) for each in files.faults()]


def test_a_wrong_heading_of_a_column_the_rows_need_is_told_once_and_the_rows_are_not_read(tmp_path):
    rows = [("A", "theory", "a", "", "8")] * 200
    found = faults(tmp_path, table("entry,part,aspect,judge,value", rows))
    assert [place for place, _ in found] == ["marks.csv:1:part", "marks.csv:1"]
    assert "expected module" in found[0][1]
    assert "without the column module" in found[1][1]


def test_a_heading_that_is_no_column_leaves_the_rows_readable_where_nothing_is_missing(tmp_path):
    found = faults(
        tmp_path, table(FULL + ",note", [("A", "theory", "a", "", "8", "x"), ("A", "theory", "a", "", "11", "")])
    )
    assert [place for place, _ in found] == ["marks.csv:1:note", "marks.csv:3:value", "marks.csv:3:value"]


def test_a_near_name_is_suggested_only_of_a_column_that_is_missing(tmp_path):
    ((_, en), *_) = faults(tmp_path, table("entry,event,aspect,judge,value", [("A", "theory", "a", "", "8")]))
    assert "Did you mean" not in en
    ((_, en), *_) = faults(tmp_path, table("entry,modul,aspect,judge,value", [("A", "theory", "a", "", "8")]))
    assert "Did you mean “module”?" in en


def test_a_column_missing_without_a_wrong_heading_is_one_fault_with_its_rows(tmp_path):
    found = faults(tmp_path, table("entry,value", [("A", n) for n in range(5)]), TIMED)
    assert found == [("marks.csv:2:attempt", "found nothing; expected one of 1, 2, 3 (rows 2, 3, 4 and 2 more)")]


def test_two_and_three_rows_are_all_named(tmp_path):
    marks = table(
        FULL, [("B", "theory", "a", "", "8"), *[("C", "theory", "b", "", "8")] * 3, ("B", "theory", "b", "", "8")]
    )
    ends = [en.rpartition("(")[2] for _, en in faults(tmp_path, marks)]
    assert ends == ["rows 2 and 6)", "rows 3, 4 and 5)"]


@pytest.mark.parametrize(
    "headings",
    [
        "编号,模块,评分项,裁判,分值",
        "选手,模块,项目,评委,得分",
        "参赛号,模块,评分点,裁判号,成绩",
        " Entry , MODULE,aspect,ｊｕｄｇｅ,value",
    ],
)
def test_chinese_headings_and_any_width_and_case_are_read(tmp_path, headings):
    assert faults(tmp_path, table(headings, [("A", "theory", "a", "", "8")])) == []


def test_chinese_headings_of_stage_attempt_and_rulings(tmp_path):
    files = Files(tmp_path, TIMED).entries("选手编号,代表队,组别\nA,东,甲\nB,西,甲\n")
    files.marks(table("选手,轮次,成绩", [("A", 1, "9"), ("B", 1, "8")]))
    files.rulings("编号,种类,值,理由\nA,deduction,1,犯规\n")
    rows = files.rows()
    assert [(entry, row["total"]) for entry, row in rows.items()] == [("B", "8.000"), ("A", "10.000")]
    assert files.score().marks.contest.entries["A"].delegation == "东"
    assert files.score().marks.contest.entries["A"].category == "甲"


def test_a_chinese_heading_beside_the_english_one_stands_twice_in_marks_and_is_a_column_of_its_own_in_entries(tmp_path):
    ((place, en),) = faults(tmp_path, table(FULL + ",裁判", [("A", "theory", "a", "", "8", "")]))
    assert (place, "“judge” stands there twice" in en) == ("marks.csv:1:裁判", True)
    files = Files(tmp_path, TIMED).entries("entry,选手,group,单位\nA,王一,x,厂\n").marks("entry,attempt,value\nA,1,9\n")
    ((_, columns),) = [(row.id, row.columns) for row in _read(files)]
    assert dict(columns) == {"选手": "王一", "group": "x", "单位": "厂"}


def test_a_column_the_rulebook_names_keeps_its_chinese_name(tmp_path):
    rulebook = TIMED + 'per = "组别"\n'
    files = Files(tmp_path, rulebook).entries("编号,组别\nA,甲\nB,乙\n")
    files.marks(table("entry,attempt,value", [("A", 1, "9"), ("B", 1, "8")]))
    assert {entry: row["rank"] for entry, row in files.rows().items()} == {"A": "1", "B": "1"}


def _read(files):
    paths = (files.folder / name for name in ("rulebook.toml", "entries.csv", "marks.csv"))
    return read_files(*paths).files.entries.rows


@pytest.mark.parametrize(
    ("module", "aspect"),
    [("理论", "选择题"), ("Theory", "multiple choice"), ("THEORY", "A"), ("theory", "选择 题"), ("Ｔｈｅｏｒｙ", "a")],
)
def test_modules_and_aspects_may_be_named_by_their_titles(tmp_path, module, aspect):
    files = Files(tmp_path, TWO_MODULES).entries("entry\nA\n").marks(table(FULL, [("A", module, aspect, "", "8")]))
    assert str(files.score().marks.of_code["A"]["paper"]["a"]["1"]) == "8"


def test_stages_panels_and_staged_modules_may_be_named_by_their_titles(tmp_path):
    rulebook = (
        HEAD
        + """
[[stages]]
id = "heat"
title = { zh = "预赛", en = "Heat" }
total = "run"
advance = { first = 1 }
[[stages]]
id = "final"
title = { zh = "决赛", en = "Final" }
total = "run"
[[modules]]
id = "run"
title = { zh = "跑", en = "Running" }
[[panels]]
id = "clock"
module = "run"
title = "Time keepers"
aspects = [{ id = "t", max = 10 }]
[nodes.run]
op = "mark"
panel = "clock"
"""
    )
    rows = [("A", "预赛", "跑", "Time keepers", "8"), ("A", "final", "running", "timekeepers", "9")]
    files = Files(tmp_path, rulebook).entries("entry\nA\n").marks(table("选手,阶段,模块,裁判组,得分", rows))
    assert files.faults() == []


def test_a_title_that_several_bear_must_be_told_apart(tmp_path):
    ((place, en),) = faults(tmp_path, table(FULL, [("A", "practical", "Same", "1", "8")]))
    assert place == "marks.csv:2:aspect"
    assert "found “Same”; expected one of b, c" in en


def test_a_list_of_entries_that_cannot_be_read_makes_no_entry_unknown(tmp_path):
    found = faults(
        tmp_path, table(FULL, [("A", "theory", "a", "", "8"), ("A", "theory", "b", "", "11")]), entries="name\nA\n"
    )
    assert [place for place, _ in found] == ["entries.csv:1:entry", "marks.csv:3:value"]


def test_titles_of_a_fault_sheet_s_faults(tmp_path):
    sheet = '{ id = "weld", kind = "fault_item", max = 10, title = "焊缝", faults = [{ id = "burr", points = 1, title = "毛刺" }, { id = "crack", points = 2 }] }'  # noqa: E501
    rulebook = STRICT.replace('{ id = "finish", max = 5 }', sheet)
    for written in ("weld.burr", "焊缝.毛刺", "焊缝 · 毛刺"):
        assert faults(tmp_path, table("entry,aspect,judge,value", [("A", written, "J1", "1")]), rulebook) == []


def test_a_wide_table_does_not_flood(tmp_path):
    found = faults(tmp_path, table("entry,J1,J2,J3", [("A", "8", "9", "7")] * 100), JUDGED)
    assert [place for place, _ in found] == [f"marks.csv:1:{each}" for each in ("J1", "J2", "J3")]


def test_headings_that_are_all_wrong_are_told_once_each_with_the_chinese_names(tmp_path):
    files = Files(tmp_path, JUDGED).entries("entry\nA\n").marks("who,what,whom,points\nA,seam,J1,4\n")
    found = files.faults()
    assert [each.place for each in found] == [f"marks.csv:1:{word}" for word in ("who", "what", "whom", "points")]
    assert "entry（编号）、value（分值）、aspect（评分项）、judge（裁判）" in found[0].zh
