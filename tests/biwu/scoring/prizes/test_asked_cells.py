"""What prizes and honours go by has to be readable, and cut scores have to be the jury's and in order."""

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import one

HONOURS = """
[[honours]]
id = "expert"
place_to = 3
worker = true
gives = "高级工"
if_holds = { "高级工" = "技师" }
"""
LISTS = """
[[awards]]
id = "medals"
mode = "cuts"
prizes = [{ id = "gold" }, { id = "silver" }]

[[awards]]
id = "main"
mode = "fixed"
at_the_line = "extend"
prizes = [{ id = "first", count = 1 }]
"""


def contest(folder, more, entries):
    files = Files(folder, one("max = 10") + more).entries(entries)
    return files.marks(table("entry,value", [("A", "5"), ("B", "4")]))


def test_a_grade_as_certificates_spell_it_and_yes_in_any_spelling_are_understood(tmp_path):
    rows = contest(tmp_path, HONOURS, "entry,worker,grade\nA,是,三级／高级工\nB,√,无\n").rows()
    assert {entry: row["honours"] for entry, row in rows.items()} == {"A": "技师", "B": "高级工"}


def test_what_is_neither_yes_nor_no_or_no_grade_is_a_fault_with_its_line(tmp_path):
    faults = contest(tmp_path, HONOURS, "entry,worker,grade\nA,在职,三级/技师\nB,yes,senior\n").faults()
    assert [each.place for each in faults] == [
        "entries.csv:2:worker",
        "entries.csv:2:grade",
        "entries.csv:3:grade",
    ]
    assert faults[0].en == "found “在职”; expected yes or no"


def test_a_column_that_honours_go_by_has_to_be_there(tmp_path):
    faults = contest(tmp_path, HONOURS, "entry\nA\nB\n").faults()
    assert [each.place for each in faults] == ["entries.csv:1:grade", "entries.csv:1:worker"]


@pytest.mark.parametrize(
    ("rulings", "told"),
    [
        ((("", "cut_score", "gold=4", ""), ("", "cut_score", "silver=5", "")), ["rulings.csv:3:value"]),
        ((("", "cut_score", "first=4", ""),), ["rulings.csv:2:value"]),
        ((("", "cut_score", "gold=5", ""), ("", "cut_score", "silver=4", "")), []),
    ],
)
def test_cut_scores_are_the_jury_s_to_decide_and_the_lesser_prize_begins_lower(tmp_path, rulings, told):
    files = contest(tmp_path, LISTS, "entry\nA\nB\n").rulings(table("entry,kind,value,reason", rulings))
    assert [each.place for each in (files.faults() if told else [])] == told
    if not told:
        assert [row["award"] for row in files.rows().values()] == ["gold; first", "silver"]


def test_only_prizes_that_wait_for_the_jury_are_offered(tmp_path):
    files = contest(tmp_path, LISTS, "entry\nA\nB\n")
    (fault,) = files.rulings(table("entry,kind,value,reason", [("", "cut_score", "bronze=4", "")])).faults()
    assert fault.en == "found “bronze=4”; expected one of gold=…, silver=…"
