"""`biwu score --explain` in a contest of several stages: limits, who was let in, who did not start, with the lines."""

from tests.biwu.scoring.explaining.test_explain import explained
from tests.biwu.scoring.files import Files
from tests.biwu.scoring.rulebooks import HEAD

FINAL = (
    HEAD
    + """[[stages]]
id = "heat"
total = "score"
advance = { first = 2, limit = { by = "group", most = 1 } }
[[stages]]
id = "final"
total = "score"
[[modules]]
id = "jump"
score = "score"
[[modules]]
id = "spin"
[[panels]]
id = "p"
module = "jump"
aspects = [{ id = "points", max = 10 }]
[[panels]]
id = "q"
module = "spin"
aspects = [{ id = "points", max = 10 }]
[nodes.spin]
op = "mark"
panel = "q"
[nodes.score]
op = "formula"
formula = "p.points + q.points"
[ranking]
ties = [{ node = "p.points" }]
"""
)


def two_stages(tmp_path):
    heat = {"A": (6, 3), "B": (5, 4), "C": (4, 4), "D": (3, 3)}
    rows = [f"{who},heat,jump,points,{jump}\n{who},heat,spin,points,{spin}" for who, (jump, spin) in heat.items()]
    final = ["C,final,jump,points,9", "C,final,spin,points,9"]
    marks = "\n".join(["entry,stage,module,aspect,value", *rows, *final])
    entries = "entry,group\nA,X\nB,X\nC,Y\nD,Z\n"
    rulings = "entry,kind,value,reason\nA,did_not_start,final.spin,injured\nD,advance,final,reserve\n"
    return Files(tmp_path, FINAL).entries(entries).marks(marks).rulings(rulings)


def test_who_was_passed_over_and_who_was_let_in_is_told_with_the_line_of_the_ruling(tmp_path, capsys):
    lines = explained(two_stages(tmp_path), capsys, "B/place")
    assert (
        "  did not go on; “group” X has its 1 already (A); the last to go on: C (place 3); let in by decision: D "
        "(place 4; reserve (rulings.csv line 3))" in lines
    )


def test_a_status_that_took_the_place_is_told_with_its_module_and_line(tmp_path, capsys):
    lines = explained(two_stages(tmp_path), capsys, "A/place")
    assert any(
        line.startswith("final: no place: did not start: final · spin, injured (rulings.csv line 2)") for line in lines
    )


def test_two_panels_with_aspects_of_one_name_are_told_apart(tmp_path, capsys):
    lines = explained(two_stages(tmp_path), capsys, "A/heat.score")
    assert [line.strip() for line in lines[2:]] == [
        "p.points = heat · points: 6 (marks.csv line 2)",
        "q.points = heat · points: 3 (marks.csv line 3)",
    ]
