"""`biwu rulebook diff` says in words what changed: weights, rounding, ties, prizes; parts that are new or gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from biwu.cli import main


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


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("task = 0.7 }", "task = 0.7 }\nat_most = 99", "node “Total” · at most 99"),
        (
            "round = { places = 2 }\n\n",
            'round = { places = 2, mode = "down" }\n\n',
            "half up → rounded to 0.01, towards",
        ),
        ('[{ node = "task" }, ', "[", "tie chain: (node “Task”), (node “Product”) → (node “Product”)"),
        ("ratio = 0.1 ", "ratio = 0.15 ", "prize “First prize” · share: 0.1 → 0.15"),
        ('dnf = "counts"', 'dnf = "unranked"', "did not finish: the marks made count"),
        ("appeal_minutes = 120", "appeal_minutes = 60", "appeal: 120 → 60"),
        ("max_spread = 0 ", "max_spread = 0\nattempts = 1 ", ""),
        ('en = "Finish" }', 'en = "Look" }', "外观 / Finish → 外观 / Look"),
    ],
)
def test_a_difference_is_said_in_words(begun, capsys, old, new, said):
    other = changed(begun, old, new)
    assert biwu("diff", begun, other, "--language", "en") == (1 if said else 0)
    assert (said or "the two rulebooks say the same") in capsys.readouterr().out


def test_a_weight_that_changed_is_told_for_each_node(begun, capsys):
    other = changed(begun, "theory = 0.3, task = 0.7", "theory = 0.4, task = 0.6")
    assert biwu("diff", begun, other, "--language", "zh") == 1
    assert capsys.readouterr().out.splitlines() == [
        "计分节点 “总成绩”·权重 “理论成绩”：0.3 → 0.4",
        "计分节点 “总成绩”·权重 “实操成绩”：0.7 → 0.6",
    ]


def test_what_is_new_and_what_is_gone_is_told(begun, capsys):
    more = 'title = { zh = "外观", en = "Finish" }, max = 25, step = 0.5 },'
    other = changed(
        begun, more, more.replace("25", "24") + '\n  { id = "edge", title = { zh = "边", en = "Edge" }, max = 1 },'
    )
    assert biwu("diff", begun, other, "--language", "en") == 1
    assert "new: panel “Finished work” · aspect “Edge”" in capsys.readouterr().out
    assert biwu("diff", other, begun, "--language", "en") == 1
    assert "gone: panel “Finished work” · aspect “Edge”" in capsys.readouterr().out
