"""`biwu rulebook`: a new one can be checked, shown and compared; faults come with their place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from biwu.cli import main
from biwu.rulebooks.presets import presets
from tests.docs.examples import contests


def biwu(*words: object) -> int:
    return main(["rulebook", *(str(word) for word in words)])


@pytest.fixture
def begun(tmp_path, capsys) -> Path:
    file = tmp_path / "welding.toml"
    assert biwu("new", "welding", "--out", file) == 0
    capsys.readouterr()
    return file


def changed(file: Path, old: str, new: str) -> Path:
    text = file.read_text(encoding="utf-8")
    assert old in text
    other = file.with_name("changed.toml")
    other.write_text(text.replace(old, new, 1), encoding="utf-8")
    return other


@pytest.mark.parametrize("does", ["new", "check", "show", "diff"])
def test_each_of_the_four_explains_itself(does, capsys):
    with pytest.raises(SystemExit) as end:
        biwu(does, "--help")
    assert end.value.code == 0
    assert re.search(r"[\u4e00-\u9fff]", capsys.readouterr().out)


def test_every_preset_is_listed_with_its_titles_and_has_no_fault(tmp_path, capsys):
    assert biwu("new", "--list") == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == list(presets())
    for preset in presets():
        file = tmp_path / f"{preset}.toml"
        assert biwu("new", "mine", "--preset", preset, "--out", file) == 0
        assert biwu("check", file) == 0
        assert '\nid = "mine"' in file.read_text(encoding="utf-8")


def test_a_new_rulebook_never_overwrites_unless_told(begun, capsys):
    begun.write_text("mine", encoding="utf-8")
    assert biwu("new", "welding", "--out", begun) == 1
    assert begun.read_text(encoding="utf-8") == "mine"
    assert "--force" in capsys.readouterr().err
    assert biwu("new", "welding", "--out", begun, "--force") == 0


@pytest.mark.parametrize(
    "words",
    [
        ("new",),
        ("new", "a b"),
        ("new", "x", "--preset", "nothing"),
        ("check", "nothing.toml"),
        ("show", "nothing.toml"),
        ("diff", "nothing.toml", "nothing.toml"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_in_each_language(words, capsys):
    assert biwu(*words) == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert len(said) == 2
    assert all(line.startswith("biwu: ") for line in said)


def test_a_sound_rulebook_is_summed_up(begun, capsys):
    assert biwu("check", begun, "--language", "en") == 0
    said = capsys.readouterr().out
    assert re.search(r"digest SHA-256: [0-9a-f]{64}", said)
    assert "“Process” is worth 40 at most" in said
    assert "“Total” has at most 2 decimals" in said


def test_every_fault_of_every_file_is_told_with_its_place(begun, capsys):
    wrong = changed(begun, "theory = 0.3, task = 0.7", "theory = 0.3, tsak = 0.8")
    assert biwu("check", wrong, begun, "--language", "zh") == 1
    said = capsys.readouterr().out
    assert "changed.toml: nodes.total.weights" in said
    assert said.count("✗") >= 2
    assert "没有错误" in said
    assert "weights add up" not in said


def test_a_file_that_is_no_text_is_told_so_and_the_others_are_still_checked(begun, tmp_path, capsys):
    binary = tmp_path / "b.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    assert biwu("check", binary, begun) == 1
    told = capsys.readouterr()
    assert "UTF-8" in told.err
    assert "no faults" in told.out


def test_the_rules_are_shown_in_sentences(begun, capsys):
    assert biwu("show", begun, "--language", "en") == 0
    said = capsys.readouterr().out
    assert "Total = 0.3 × Theory + 0.7 × Task; rounded to 0.01, half up." in said
    assert "the mean of the marks of “Finished work” over all judges" in said
    assert "First prize: 10% of all who started" in said
    assert "tie, step 1: by “Task”, higher is better" in said
    assert "did not finish: the marks made count" in said
    assert not re.search(r"[\u4e00-\u9fff]", said)


def test_the_rules_are_shown_in_chinese_without_english_sentences(begun, capsys):
    assert biwu("show", begun, "--language", "zh") == 0
    said = capsys.readouterr().out
    assert "总成绩 = 0.3 × 理论成绩 + 0.7 × 实操成绩；按 0.01 四舍五入。" in said
    assert not re.search(r"[a-z]{4}", said)


@pytest.mark.parametrize("preset", list(presets()))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_preset_can_be_shown(preset, language, tmp_path):
    file = tmp_path / "x.toml"
    file.write_text(presets()[preset], encoding="utf-8")
    assert biwu("show", file, "--language", language) == 0


@pytest.mark.parametrize("does", ["check", "show"])
def test_a_panel_that_stands_once_for_each_stage_is_named_with_its_stage(tmp_path, capsys, does):
    file = tmp_path / "fire.toml"
    file.write_text(contests()["firedrill"]["rulebook"], encoding="utf-8")
    assert biwu(does, file, "--language", "en") == 0
    said = capsys.readouterr().out
    assert all(panel in said for panel in ("heat · clock", "final · clock", "heat · line", "final · line"))
