"""Judges where nobody expects them, columns that nothing uses, cells that make a class of their own."""

from __future__ import annotations

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import JUDGED, one

COLUMNS = "entry,aspect,judge,value"
ROOMS = JUDGED.replace('of = ["each"]', 'of = ["level"]') + '[nodes.level]\nop = "rank"\nof = "each"\nby = "room"\n'
LIST = "entry,room\n" + "".join(f"{room}{n},{room}\n" for room in "xy" for n in range(1, 5))


def judged(entry, *judges):
    return [(entry, aspect, judge, "4") for aspect in ("seam", "finish") for judge in judges]


def told(files, capsys):
    assert files.command("--language", "en") == 0
    return capsys.readouterr().err.splitlines()


def in_rooms():
    return [row for n in range(1, 5) for row in (*judged(f"x{n}", "A", "B", "C"), *judged(f"y{n}", "D", "E", "F"))]


def test_a_judge_of_another_room_is_not_absent_there(tmp_path, capsys):
    rules = ROOMS.replace("seats = 3", "seats = 6")
    files = Files(tmp_path, rules).entries(LIST).marks(table(COLUMNS, in_rooms()))
    assert told(files, capsys) == []
    rows = [row for row in in_rooms() if row[0] != "y2" or row[2] != "E"]
    assert told(files.marks(table(COLUMNS, rows)), capsys) == ["weld-panel: absent without ABS: y2 E"]


def test_a_judge_who_marked_one_entry_of_another_room_is_named(tmp_path, capsys):
    rules = ROOMS.replace("seats = 3", "seats = 6")
    rows = [("y3", row[1], "C", row[3]) if row[0] == "y3" and row[2] == "F" else row for row in in_rooms()]
    said = told(Files(tmp_path, rules).entries(LIST).marks(table(COLUMNS, rows)), capsys)
    assert said == [
        "weld-panel: absent without ABS: y3 F",
        "the judge “C” (weld-panel) marked of room “y” only y3 (line 34), the rest elsewhere: a slip?",
    ]


def test_a_misspelt_judge_who_takes_a_seat_of_a_panel_that_changes_is_named(tmp_path, capsys):
    rows = [row for n in range(1, 21) for row in judged(f"{n}", "J1", "J2", "J3")]
    rows[7] = (rows[7][0], rows[7][1], "J22", rows[7][3])
    files = Files(tmp_path, JUDGED.replace("quorum = 2\n", "")).entries(
        "entry\n" + "".join(f"{n}\n" for n in range(1, 21))
    )
    said = told(files.marks(table(COLUMNS, rows)), capsys)
    assert "weld-panel: 4 judges for 3 seats, of whom some have few marks (line): J22 × 1 (9)" in said


def test_judges_who_really_take_turns_are_not_named(tmp_path, capsys):
    rows = [row for n in range(1, 9) for row in judged(f"{n}", "J1", "J2", "J3" if n < 5 else "J4")]
    files = Files(tmp_path, JUDGED).entries("entry\n" + "".join(f"{n}\n" for n in range(1, 9)))
    assert told(files.marks(table(COLUMNS, rows)), capsys) == []


PLAIN = one("max = 10")


def test_a_column_that_nothing_uses_is_told_with_the_name_it_was_meant_for(tmp_path, capsys):
    files = Files(tmp_path, PLAIN).entries("entry,offical,coach\n01,no,Li\n02,,Wu\n")
    files.marks("entry,value\n01,9\n02,8\n")
    assert told(files, capsys) == [
        "nothing uses the column “offical” of the entries. Did you mean “official”?",
        "columns of the entries that nothing uses: coach",
    ]


def test_columns_that_the_rulebook_asks_for_are_used(tmp_path, capsys):
    rules = PLAIN + '[nodes.light]\nop = "formula"\nformula = "total / entry.body_weight"\n'
    files = Files(tmp_path, rules).entries("entry,body-weight,group,类别\n01,60,x,u18\n02,70,y,u18\n")
    assert told(files.marks("entry,value\n01,9\n02,8\n"), capsys) == []


def test_an_empty_cell_where_the_field_is_parted_is_told(tmp_path, capsys):
    files = Files(tmp_path, PLAIN + '[ranking]\nper = "category"\n').entries("entry,category\n01,u18\n02,u18\n03,\n")
    said = told(files.marks("entry,value\n01,9\n02,8\n03,7\n"), capsys)
    assert "no “category”, so these are a group of their own: 03" in said
    rooms = Files(tmp_path, ROOMS).entries("entry,room\nA,x\nB,\n")
    said = told(rooms.marks(table(COLUMNS, [*judged("A", "1", "2", "3"), *judged("B", "1", "2", "3")])), capsys)
    assert said == ["no “room”, so these are a group of their own: B"]
