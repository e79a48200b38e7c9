"""Words in the place of a value: which statuses may stand there, and where one destroys more than was meant."""

from __future__ import annotations

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import HEAD, JUDGED, STRICT, one

TWO_BOXES = (
    HEAD
    + """total = "t"
[[modules]]
id = "p"
score = "t"
[[panels]]
id = "s"
module = "p"
aspects = [{ id = "a", max = 7 }, { id = "b", max = 7 }, { id = "time", kind = "time", max = 1200, step = 0.01 }]
[nodes.t]
op = "sum"
of = ["s.a", "s.b"]
[nodes.clock]
op = "mark"
panel = "s"
aspect = "time"
[statuses]
dns = "zero"
"""
)


def faults(folder, rulebook, marks):
    files = Files(folder, rulebook).entries("entry\nx\ny\n").marks(marks)
    return [(each.place, each.en) for each in files.faults()]


@pytest.mark.parametrize("token", ["DNS", "DNF", "DSQ", "弃权"])
def test_one_judged_box_of_several_takes_no_status_and_the_way_out_is_told(tmp_path, token):
    ((place, en),) = faults(tmp_path, TWO_BOXES, table("entry,aspect,value", [("x", "a", "7"), ("x", "b", token)]))
    assert place == "marks.csv:3:value"
    assert "in one judged box of several" in en
    assert "a row of its own with aspect, attempt and judge empty" in en


def test_the_time_among_several_boxes_takes_one_and_the_module_too(tmp_path):
    assert faults(tmp_path, TWO_BOXES, table("entry,aspect,value", [("x", "time", "DNF"), ("y", "", "DNS")])) == []
    files = Files(tmp_path, TWO_BOXES).entries("entry\nx\n").marks(table("entry,attempt,value", [("x", "1", "DNS")]))
    assert files.rows()["x"]["total"] == "0.00"


def test_a_status_of_an_attempt_leaves_the_panels_with_one_attempt_alone(tmp_path):
    rulebook = (
        HEAD
        + """total = "t"
[[modules]]
id = "vault"
score = "t"
[[panels]]
id = "d"
module = "vault"
attempts = 2
aspects = [{ id = "difficulty", max = 10 }, { id = "lost", max = 5 }]
[[panels]]
id = "groups"
module = "vault"
aspects = [{ id = "bonus", kind = "yes_no", max = 1 }]
[nodes.each]
op = "sum"
panel = "d"
over = "aspects"
[nodes.best]
op = "best"
of = "each"
missing = "ignore"
[nodes.t]
op = "formula"
formula = "best + groups.bonus"
"""
    )
    marks = [("x", "1", "", "DNF"), ("x", "2", "difficulty", "5"), ("x", "2", "lost", "0"), ("x", "", "bonus", "yes")]
    files = Files(tmp_path, rulebook).entries("entry\nx\n").marks(table("entry,attempt,aspect,value", marks))
    assert files.rows()["x"]["total"] == "6.00"


@pytest.mark.parametrize("value", ["X", "O", "NM", "NH", "犯规", "pupil", "DSQ(10.5)"])
def test_a_word_that_is_no_value_tells_which_statuses_may_stand_there(tmp_path, value):
    ((place, en),) = faults(tmp_path, one('kind = "time"'), table("entry,value", [("x", value)]))
    assert place == "marks.csv:2:value"
    assert "Here may stand the statuses DNS, DNF, DSQ, DEC" in en
    ((_, en),) = faults(tmp_path, JUDGED, table("entry,aspect,judge,value", [("x", "seam", "J1", value)]))
    assert "Here may stand the statuses ABS. A status of the whole module (DNS, DNF, DSQ, DEC) has a row" in en
    ((_, en),) = faults(tmp_path, STRICT, table("entry,aspect,judge,value", [("x", "seam", "J1", value)]))
    assert "A status of the whole module" in en
    assert "may stand" not in en


def test_a_number_out_of_range_is_not_told_of_statuses(tmp_path):
    ((_, en),) = faults(tmp_path, one("max = 10"), table("entry,value", [("x", "11")]))
    assert en == "found “11”; expected a number from 0 to 10 in steps of 0.01"


@pytest.mark.parametrize(("word", "close"), [("dq", "Did you mean “DSQ”?"), ("犯规", "")])
def test_an_unknown_status_of_a_module_is_no_missing_aspect(tmp_path, word, close):
    ((place, en),) = faults(tmp_path, TWO_BOXES, table("entry,module,aspect,value", [("x", "p", "", word)]))
    assert place == "marks.csv:2:value"
    assert f"found “{word}”; expected one of the statuses DNS, DNF, DSQ, DEC, WDN" in en
    assert close in en


def test_a_mark_without_its_aspect_still_asks_for_the_aspect(tmp_path):
    assert faults(tmp_path, TWO_BOXES, table("entry,value", [("x", "5")])) == [
        ("marks.csv:2:aspect", "found nothing; expected one of a, b, time")
    ]


def test_one_status_at_fault_for_every_judge_is_one_fault(tmp_path):
    marks = [("x", "seam", f"J{n}", "dns") for n in (1, 2, 3)]
    ((place, en),) = faults(tmp_path, STRICT, table("entry,aspect,judge,value", marks))
    assert place == "marks.csv:2:value"
    assert en.endswith("(rows 2, 3 and 4)")


def test_a_status_of_an_attempt_beside_many_judges_marks_is_one_fault(tmp_path):
    rulebook = STRICT.replace('module = "weld"\nseats', 'module = "weld"\nattempts = 2\nseats').replace(
        'over = "judges"', 'over = ["judges", "attempts"]'
    )
    marks = [("x", 1, "seam", f"J{n}", "8") for n in (1, 2, 3)] + [("x", 1, "seam", "", "DNF")]
    ((place, en),) = faults(tmp_path, rulebook, table("entry,attempt,aspect,judge,value", marks))
    assert (place, "line 2, 3, 4" in en) == ("marks.csv:5:value", True)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("4:36:11", "That is 16571 s, at most 1200 s; did you mean 4:36.11?"),
        ("1:40:01", "That is 6001 s, at most 1200 s; did you mean 1:40.01?"),
        ("45:36:11", "That is 164171 s, at most 1200 s"),
        ("21:00", "That is 1260 s, at most 1200 s"),
        ("1:75.3", "has two digits and is below 60"),
    ],
)
def test_a_time_that_is_too_long_tells_how_long_it_is(tmp_path, value, said):
    ((_, en),) = faults(tmp_path, TWO_BOXES, table("entry,aspect,value", [("x", "time", value)]))
    assert en.endswith(said) or ("two digits" in said and said in en)
