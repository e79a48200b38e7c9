"""What fresh readers of the guide ran into: each scored as the page says, or told with its line."""

import pytest

from tests.biwu.scoring.files import Files, table
from tests.domain.scoring.rulebooks import HEAT_AND_FINAL

TIMED = """
format = 1
id = "timed"
title = "Timed"
total = "run"
[ranking]
better = "lower"
[statuses]
dns = "zero"
[[modules]]
id = "track"
score = "run"
[[panels]]
id = "clock"
module = "track"
aspects = [{ id = "t", kind = "time" }]
[nodes.run]
op = "mark"
panel = "clock"
"""


@pytest.mark.parametrize("token", ["DNF", "DNS", "VOID"])
def test_nobody_wins_a_race_by_not_finishing_it(tmp_path, token):
    rows = [("A", "12.1"), ("B", "13"), ("C", token)]
    files = Files(tmp_path, TIMED).entries("entry\nA\nB\nC\n").marks(table("entry,value", rows))
    assert next((entry, row["rank"], row["total"]) for entry, row in files.rows().items()) == ("A", "1", "12.100")
    assert files.rows()["C"]["total"] in {"", "NR"}


def test_a_deduction_makes_a_time_longer(tmp_path):
    files = Files(tmp_path, TIMED).entries("entry\nA\nB\n").marks(table("entry,value", [("A", "12"), ("B", "13")]))
    files.rulings("entry,kind,value,reason\nA,deduction,5,false start\n")
    assert {entry: (row["rank"], row["total"]) for entry, row in files.rows().items()} == {
        "A": ("2", "17.000"),
        "B": ("1", "13.000"),
    }


JURY = """
format = 1
id = "jury"
title = "Jury"
total = "places"
[ranking]
better = "lower"
[[modules]]
id = "show"
[[panels]]
id = "jury"
module = "show"
seats = 3
aspects = [{ id = "points", max = 100 }]
[nodes.place]
op = "rank"
of = "jury.points"
[nodes.places]
op = "sum"
of = "place"
"""


def test_a_judge_s_name_spelt_twice_is_found_where_judges_are_compared_column_by_column(tmp_path):
    marks = {"01": "90 60 70", "02": "80 50 60", "03": "85 55 65"}
    rows = [
        (entry, judge, value) for entry, said in marks.items() for judge, value in zip("ABC", said.split(), strict=True)
    ]
    files = Files(tmp_path, JURY).entries("entry\n01\n02\n03\n").marks(table("entry,judge,value", rows))
    assert [row["total"] for row in files.rows().values()] == ["3", "6", "9"]
    rows[6] = ("03", "AA", "85")
    (fault,) = files.marks(table("entry,judge,value", rows)).faults()
    assert fault.place == "marks.csv:8:judge"


STAGED = (
    HEAT_AND_FINAL
    + """
[nodes.overall]
op = "weighted_sum"
weights = { "heat.points" = 0.25, "final.points" = 0.75 }
[awards]
mode = "fixed"
at_the_line = "extend"
prizes = [{ id = "gold", count = 1 }, { id = "silver", count = 1 }]
"""
)
HEAT = [("a", "heat", "90"), ("b", "heat", "85"), ("c", "heat", "80"), ("d", "heat", "75")]
RULING = "entry,kind,value,reason\n"


def staged(tmp_path, *final, rulings=""):
    files = Files(tmp_path, STAGED).entries("entry\na\nb\nc\nd\n")
    files.marks(table("entry,stage,value", [*HEAT, *final]))
    if rulings:
        files.rulings(RULING + rulings)
    rows = files.rows()
    through = [row["entry"] for row in files.read("results-heat.csv") if row["advances"] == "yes"]
    return rows, through


def test_a_ruling_lets_somebody_in_beside_those_the_ranking_sends(tmp_path):
    assert staged(tmp_path, rulings="d,advance,final,\n")[1] == ["a", "b", "d"]


def test_who_is_disqualified_in_the_final_has_no_place_and_nobody_moves_up_into_it(tmp_path):
    rows, through = staged(tmp_path, ("a", "final", "50"), ("b", "final", "60"), rulings="b,disqualification,,\n")
    assert (rows["b"]["rank"], rows["b"]["total"]) == ("", "")
    assert (rows["a"]["award"], rows["c"]["award"]) == ("gold", "silver")
    assert sorted(through) == ["a", "b"]


def test_a_deduction_is_taken_once_where_the_heat_is_carried_over(tmp_path):
    final = ("a", "final", "50"), ("b", "final", "40")
    assert staged(tmp_path, *final)[0]["a"]["total"] == "60.0000"
    assert staged(tmp_path, *final, rulings="a,deduction,4,\n")[0]["a"]["total"] == "56.0000"


def test_who_was_sent_on_and_is_not_marked_there_is_not_yet_marked(tmp_path):
    rows, _ = staged(tmp_path, ("a", "final", "50"))
    assert (rows["b"]["rank"], rows["b"]["status"]) == ("", "NYM")


def test_a_status_in_one_judge_s_box_beside_the_others_marks_is_a_fault(tmp_path):
    rows = [("01", "A", "90"), ("01", "B", "DNS"), ("01", "C", "80")]
    files = Files(tmp_path, JURY).entries("entry\n01\n").marks(table("entry,judge,value", rows))
    assert [fault.place for fault in files.faults()] == ["marks.csv:3:value"]


@pytest.mark.parametrize(
    ("word", "status"), [("缺赛", "DNS"), ("缺考", "DNS"), ("未完赛", "DNF"), ("取消资格", "DSQ"), ("弃权", "DEC")]
)
def test_the_words_of_a_chinese_table_are_statuses(tmp_path, word, status):
    rows = [("A", "12"), ("B", word)]
    files = Files(tmp_path, TIMED).entries("entry\nA\nB\n").marks(table("entry,value", rows))
    assert files.rows()["B"]["status"] == status
