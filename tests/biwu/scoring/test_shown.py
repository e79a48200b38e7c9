"""Nodes that are only steps on the way have no column; explanations still reach them."""

from __future__ import annotations

import json

from tests.biwu.scoring.files import Files
from tests.biwu.scoring.rulebooks import one

RULES = (
    one("max = 10")
    + '[nodes.double]\nop = "sum"\nof = ["total", "total-two"]\nshow = false\n'
    + ('[nodes.total-two]\nop = "sum"\nof = ["total"]\n')
)


def test_a_node_that_is_not_shown_has_no_column_and_can_be_explained(tmp_path, capsys):
    files = Files(tmp_path, RULES).entries("entry\nx\n").marks("entry,value\nx,4\n")
    (row,) = files.rows().values()
    assert "total-two" in row
    assert "double" not in row
    capsys.readouterr()
    assert files.command("--json") == 0
    assert "double" not in json.loads(capsys.readouterr().out)["results"][0]
    assert files.command("--explain", "x/double", "--language", "en") == 0
    assert "double: 8" in capsys.readouterr().out


def test_numbers_with_dozens_of_digits_are_remarked_on_once(tmp_path, capsys):
    rules = one("max = 10") + '[nodes.t]\nop = "formula"\nformula = "sqrt(total)"\n'
    files = Files(tmp_path, rules).entries("entry\nx\ny\n").marks("entry,value\nx,3\ny,7\n")
    assert files.command("--language", "en") == 0
    assert capsys.readouterr().err.splitlines() == [
        "numbers with many digits in the result, as these nodes are not rounded: t → give them a round key"
    ]
