"""A fault of the program: no traceback on the screen, an exit code of its own, the details in a file."""

from __future__ import annotations

import pytest

from biwu.cli import main
from biwu.commands import score_
from biwu.faults import BROKEN


@pytest.fixture
def broken(monkeypatch, tmp_path):
    """A command that breaks; returns the folder it is run in."""

    def breaks(*_):
        raise KeyError("seat-7")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(score_, "read_files", breaks)
    return tmp_path


def command(*words):
    return main(["score", "rules.toml", "--entries", "e.csv", "--marks", "m.csv", *words])


def test_it_is_told_in_both_languages_that_nothing_was_written_and_where_the_details_are(broken, capsys):
    assert command("--out", "results.csv") == BROKEN
    said = capsys.readouterr()
    assert "Traceback" not in said.err + said.out
    (details,) = broken.iterdir()
    zh, en = said.err.splitlines()
    assert "程序出错" in zh
    assert "没有写入任何结果" in zh
    assert "a fault of the program, not of your files. Nothing was written." in en
    assert str(details) in zh
    assert str(details) in en


def test_the_file_holds_version_command_and_traceback(broken):
    command()
    (details,) = broken.iterdir()
    text = details.read_text(encoding="utf-8")
    assert text.startswith("biwu ")
    assert "--marks m.csv" in text
    assert "KeyError: 'seat-7'" in text


def test_in_one_language_if_asked(broken, capsys):
    assert command("--language", "en") == BROKEN
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("biwu: a fault of the program")


def test_where_the_folder_takes_no_file_the_details_lie_with_the_temporary_ones(
    broken, monkeypatch, tmp_path_factory, capsys
):
    other = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(other))
    monkeypatch.setattr("pathlib.Path.cwd", lambda: broken / "gone")
    assert command() == BROKEN
    (details,) = other.iterdir()
    assert str(details) in capsys.readouterr().err
