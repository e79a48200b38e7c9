"""Files in the organiser's own words: Chinese kinds and headings, titles of modules, stages and choices."""

import pytest

from tests.biwu.scoring.files import Files, table

BOOK = """format = 1
id = "r"
title = "R"
total = "total"
[[modules]]
id = "m1"
title = { zh = "理论", en = "Theory" }
[[modules]]
id = "m2"
title = { zh = "实操", en = "Practical" }
[[panels]]
id = "p1"
module = "m1"
aspects = [{ id = "a", max = 100 }]
[[panels]]
id = "p2"
module = "m2"
aspects = [{ id = "b", max = 100 }]
[nodes.m1]
op = "mark"
panel = "p1"
[nodes.m2]
op = "mark"
panel = "p2"
[nodes.total]
op = "weighted_sum"
weights = { m1 = 0.3, m2 = 0.7 }
"""
STAGED = """format = 1
id = "r"
title = "R"
[[stages]]
id = "s1"
title = { zh = "初赛", en = "Heat" }
total = "run"
advance = { first = 1 }
[[stages]]
id = "s2"
title = { zh = "决赛", en = "Final" }
total = "run"
[[modules]]
id = "run"
title = { zh = "跑", en = "Run" }
[[panels]]
id = "clock"
module = "run"
aspects = [{ id = "a", max = 100 }]
[nodes.run]
op = "mark"
panel = "clock"
"""


def contest(folder, *rulings, headings="entry,kind,value,reason"):
    files = Files(folder, BOOK).entries("entry\nA\nB\n")
    files.marks(table("entry,aspect,value", [("A", "a", "80"), ("A", "b", "90"), ("B", "a", "70"), ("B", "b", "60")]))
    return files.rulings(table(headings, rulings))


@pytest.mark.parametrize("value", ["m1=10", "理论=10", "theory = 10", "m1＝10"])
def test_points_are_taken_from_the_part_the_ruling_names(tmp_path, value):
    row = contest(tmp_path, ("A", "deduction", value, "late")).rows()["A"]
    assert (float(row["m1"]), float(row["total"])) == (70, 84)  # 0.3 × 70 + 0.7 × 90


def test_points_are_taken_from_the_total_where_no_part_is_named(tmp_path):
    row = contest(tmp_path, ("A", "扣分", "10", "late")).rows()["A"]
    assert (float(row["m1"]), float(row["total"])) == (80, 77)


def test_a_part_nobody_knows_is_told_with_those_there_are(tmp_path):
    (fault,) = contest(tmp_path, ("A", "deduction", "theroy=10", "")).faults()
    assert "theroy" in fault.en
    assert "m1, m2, total" in fault.en


@pytest.mark.parametrize(("kind", "status"), [("模块作废", "VOID"), ("缺赛", "DNS"), ("取消资格", "DSQ")])
def test_kinds_in_chinese_and_modules_by_their_titles(tmp_path, kind, status):
    rows = contest(tmp_path, ("A", kind, "理论", "违规"), headings="编号,裁定,值,理由").rows()
    assert rows["A"]["status"] == status


def test_a_stage_by_its_title(tmp_path):
    files = Files(tmp_path, STAGED).entries("entry\nA\nB\nC\n")
    marks = [("s1", "A", "9"), ("s1", "B", "8"), ("s1", "C", "7"), ("s2", "A", "1"), ("s2", "C", "2")]
    files.marks(table("stage,entry,value", marks)).rulings(table("entry,kind,value", [("C", "递补", "决赛")]))
    assert list(files.rows()) == ["C", "A", "B"]


def test_an_unknown_kind_is_told_the_words_there_are_in_each_language(tmp_path):
    (fault,) = contest(tmp_path, ("A", "扣除", "1", "")).faults()
    assert "扣分" in fault.zh
    assert "deduction" in fault.en


CHOICE = """format = 1
id = "r"
title = "R"
total = "g"
[[modules]]
id = "m"
[[panels]]
id = "p"
module = "m"
aspects = [{ id = "g", kind = "choice", max = 15, choices = [
  { id = "a", title = "Ⅰ级", lose = 0 },
  { id = "b", title = "Ⅱ级", lose = 5 },
  { id = "c", title = "Ⅲ级", lose = 15 },
] }]
[nodes.g]
op = "mark"
panel = "p"
"""


@pytest.mark.parametrize("value", ["b", "Ⅱ级", "II级", "2"])
def test_a_choice_is_entered_by_its_id_its_title_or_its_number(tmp_path, value):
    files = Files(tmp_path, CHOICE).entries("entry\nA\n").marks(table("entry,value", [("A", value)]))
    assert float(files.rows()["A"]["total"]) == 10


def test_what_honours_ask_of_an_entry_may_stand_under_chinese_headings(tmp_path):
    honour = '[[honours]]\nid = "h"\ngives = "技师"\nholds = "高级工"\nworker = true\nnot_held = true\n'
    entries = table(
        "编号,职工,技能等级,称号,是否正式", [("A", "是", "三级/高级工", "", "是"), ("B", "是", "三级", "", "否")]
    )
    files = Files(tmp_path, CHOICE + honour).entries(entries)
    rows = files.marks(table("entry,value", [("A", "a"), ("B", "a")])).rows()
    assert [(row["entry"], row["rank"], row["honours"]) for row in rows.values()] == [("A", "1", "技师"), ("B", "", "")]
