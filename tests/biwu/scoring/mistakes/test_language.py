"""Faults and remarks in the language asked for, in both where none was; never two languages in one sentence."""

from __future__ import annotations

import re

import pytest

from tests.biwu.scoring.files import Files, table
from tests.biwu.scoring.rulebooks import one

CHINESE = re.compile(r"[\u4e00-\u9fff]")
GOOD = [("A", "8"), ("B", "7")]


def said(files, capsys, *words):
    files.command(*words)
    found = capsys.readouterr()
    return [line for line in (found.err + found.out).splitlines() if line]


@pytest.fixture
def bad(tmp_path):
    return Files(tmp_path, one("max = 10")).entries("entry\nA\n").marks(table("entry,value", [("A", "11"), ("C", "1")]))


def test_faults_are_told_in_the_language_asked_for(bad, capsys):
    both, zh, en = (said(bad, capsys, *words) for words in ([], ["--language", "zh"], ["--language", "en"]))
    assert [len(both), len(zh), len(en)] == [4, 2, 2]
    assert all(CHINESE.search(line) for line in zh)
    assert not any(CHINESE.search(line) for line in en)
    assert sorted(both) == sorted(zh + en)


def test_remarks_and_the_list_of_files_too(tmp_path, capsys):
    rulebook = one("max = 10") + '[ranking]\nper = "category"\n'
    files = Files(tmp_path, rulebook).entries("entry,category\nA,x\nB,y\n").marks(table("entry,value", GOOD))
    out = ("--out", tmp_path / "r.csv")
    both, zh, en = (said(files, capsys, *out, *words) for words in ([], ["--language", "zh"], ["--language", "en"]))
    assert en == ["ranked apart by “category”: x 1, y 1", f"{tmp_path / 'r.csv'}: 2 rows"]
    assert zh == ["按“category”分别排名：x 1, y 1", f"{tmp_path / 'r.csv'}：2 行"]
    assert sorted(both) == sorted(zh + en)


def test_a_file_that_is_not_there_is_told_in_the_language_asked_for(bad, capsys, tmp_path):
    (line,) = said(bad, capsys, "--marks", tmp_path / "none.csv", "--language", "en")
    assert "cannot read" in line


def test_an_explanation_is_chinese_where_no_language_is_asked_for(tmp_path, capsys):
    files = Files(tmp_path, one("max = 10")).entries("entry\nA\nB\n").marks(table("entry,value", GOOD))
    assert any("行" in line for line in said(files, capsys, "--explain", "A"))
