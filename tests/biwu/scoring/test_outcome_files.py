"""What `biwu score` writes: ranked rows with a column for each node, stages beside it, JSON, and explanations."""

from __future__ import annotations

import json

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import JUDGED, TIMED, one
from web.exports.workbook import xlsx_table

ENTRIES = "entry,official\nB,\nA,是\nG,否\n"
FAMILY = JUDGED + '[nodes.places]\nop = "sum"\nof = ["total"]\n[nodes.rank]\nop = "sum"\nof = ["total"]\n'


def judged(folder, rulebook: str = JUDGED) -> Files:
    rows = [
        (entry, aspect, judge, value)
        for entry in ("A", "B", "G")
        for aspect, value in (("seam", "8.5"), ("finish", "4"))
        for judge in ("J1", "J2", "J3")
    ]
    return Files(folder, rulebook).entries(ENTRIES).marks(table("entry,aspect,judge,value", rows))


def test_equal_places_stand_in_the_order_of_ids_and_who_is_unofficial_has_none(tmp_path):
    rows = judged(tmp_path).rows()
    assert [(row["entry"], row["rank"]) for row in rows.values()] == [("A", "1"), ("B", "1"), ("G", "")]
    assert {row["total"] for row in rows.values()} == {"12.50"}


def test_each_node_that_the_rulebook_names_has_a_column_and_no_heading_stands_twice(tmp_path):
    row = judged(tmp_path, FAMILY).rows()["A"]
    assert list(row) == ["entry", "rank", "award", "honours", "status", "total", "each", "places", "nodes.rank"]
    assert row["nodes.rank"] == row["total"]


def test_without_a_file_the_table_is_written_to_the_screen(tmp_path, capsys):
    files = judged(tmp_path)
    assert files.command() == 0
    screen = capsys.readouterr().out
    files.rows()
    assert screen == (tmp_path / "results.csv").read_text()
    assert screen.startswith("entry,rank,award,honours,status,total,each\n")


def test_the_same_as_json_with_the_rulebooks_digest(tmp_path, capsys):
    files = judged(tmp_path)
    assert files.command("--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["results"] == list(files.rows().values())
    assert len(told["rulebook"]["digest"]) == 64


@pytest.mark.parametrize(("language", "line"), [("zh", "第 3 行"), ("en", "line 3")])
def test_an_explanation_names_the_line_of_each_mark(tmp_path, capsys, language, line):
    files = judged(tmp_path)
    assert files.command("--explain", "A", "--language", language) == 0
    assert line in capsys.readouterr().out


def test_an_explanation_as_data_has_the_lines(tmp_path, capsys):
    assert judged(tmp_path).command("--explain", "A/each/seam", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["entry"] == "A"
    assert [given["line"] for given in told["steps"][0]["inputs"]] == [2, 3, 4]


@pytest.mark.parametrize(
    ("asked", "said"),
    [("C", "no entry C"), ("A/eech", "“each”"), ("A/each/steam", "seam, finish"), ("A/total/seam", "one number")],
)
def test_an_explanation_of_nothing_that_is_there_is_one_line(tmp_path, capsys, asked, said):
    assert judged(tmp_path).command("--explain", asked) == 1
    errors = capsys.readouterr().err
    assert said in errors
    assert len(errors.splitlines()) == 2


def test_a_workbook_is_read_like_a_table(tmp_path):
    files = Files(tmp_path, TIMED).entries(xlsx_table("entries", ("entry",), [("A",), ("B",)]))
    files.marks(xlsx_table("marks", ("entry", "attempt", "value"), [("A", 1, "0:12.5"), ("B", 1, "11")]))
    assert [row["entry"] for row in files.rows().values()] == ["B", "A"]
    files.marks(xlsx_table("marks", ("entry", "attempt", "value"), [("A", 1, "12"), ("B", 1, "soon")]))
    assert [fault.place for fault in files.faults()] == ["marks.csv:3:value"]


def test_what_could_run_in_a_spreadsheet_is_guarded_and_read_back(tmp_path):
    files = Files(tmp_path, one("max = 10")).entries("entry\n=A1\n").marks("entry,value\n'=A1,5\n")
    assert list(files.rows()) == ["'=A1"]
