"""Beside the result: ties that wait for a decision, and judges further apart than their panel permits."""

from tests.biwu.scoring.files import Files, table

RULES = """
format = 1
id = "two"
title = "Two judges"
total = "total"
[ranking]
shared = false
[[modules]]
id = "task"
[[panels]]
id = "floor"
module = "task"
seats = ["J1", "J2"]
max_spread = 1
aspects = [{ id = "work", max = 10, step = 0.5 }]
[nodes.total]
op = "mean"
panel = "floor"
"""
COLUMNS = "entry,judge,value"


def scored(tmp_path, capsys, rows, rulings=None):
    files = Files(tmp_path, RULES).entries("entry\nA\nB\nC\n").marks(table(COLUMNS, rows))
    if rulings:
        files.rulings(rulings)
    files.rows()
    return capsys.readouterr().err


EQUAL = [("A", "J1", "8"), ("A", "J2", "8"), ("B", "J1", "8"), ("B", "J2", "8"), ("C", "J1", "5"), ("C", "J2", "5")]


def test_a_tie_where_nobody_may_share_is_told(tmp_path, capsys):
    assert "undecided tie: A, B" in scored(tmp_path, capsys, EQUAL)


def test_a_decided_tie_is_not(tmp_path, capsys):
    decided = "entry,kind,value,reason\nA,tie_decision,2,draw\nB,tie_decision,1,draw\n"
    assert "undecided" not in scored(tmp_path, capsys, EQUAL, decided)


STAGED = RULES.replace(
    "[ranking]",
    """[[stages]]
id = "heat"
total = "total"
advance = { first = 1 }
[[stages]]
id = "final"
total = "total"
[ranking]""",
).replace('total = "total"\n', "", 1)
HEAT = [(entry, "heat", judge, value) for entry, judge, value in EQUAL]
FINAL = [("A", "final", "J1", "7"), ("A", "final", "J2", "7"), ("B", "final", "J1", "6"), ("B", "final", "J2", "6")]


def test_a_tie_at_the_qualifying_line_is_told_with_its_stage_until_it_is_decided_there(tmp_path, capsys):
    files = Files(tmp_path, STAGED).entries("entry\nA\nB\nC\n")
    files.marks(table("entry,stage,judge,value", [*HEAT, *FINAL])).rows()
    told = "undecided tie: A, B → rulings.csv: tie_decision (1, 2 …), stage heat"
    assert told in capsys.readouterr().err
    files.rulings("entry,stage,kind,value,reason\nA,final,tie_decision,1,draw\n").rows()
    assert told in capsys.readouterr().err
    files.rulings("entry,stage,kind,value,reason\nA,heat,tie_decision,1,draw\nB,heat,tie_decision,2,draw\n").rows()
    assert "undecided" not in capsys.readouterr().err


BLOCK = '[awards]\nmode = "fixed"\nat_the_line = "block"\nprizes = [{ id = "gold", count = 1 }]\n'


def test_a_tie_that_a_prize_waits_for_too_is_told_once(tmp_path, capsys):
    files = Files(tmp_path, STAGED + BLOCK).entries("entry\nA\nB\nC\n")
    files.marks(table("entry,stage,judge,value", HEAT)).rows()
    assert capsys.readouterr().err.count("undecided tie: A, B") == 1


def test_judges_further_apart_than_permitted_are_told_and_at_the_limit_are_not(tmp_path, capsys):
    rows = [*EQUAL[:4], ("C", "J1", "5"), ("C", "J2", "6.5")]
    said = scored(tmp_path, capsys, rows)
    assert "judges too far apart: C, floor: 1.5 > 1" in said
    assert "apart" not in scored(tmp_path, capsys, [*EQUAL[:4], ("C", "J1", "5"), ("C", "J2", "6")])
