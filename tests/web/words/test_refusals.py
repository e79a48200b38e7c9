"""Every refusal a rule can give has a sentence in both languages, with gaps that its details fill."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

from domain.rulebook.reading import parse
from tests.support.small import RULEBOOK
from web.words.refusals import SENTENCES, sentences

ROOT = Path(__file__).parents[3]
FLOORS = ("domain", "ledger", "registry", "web", "judges_console", "biwu")


def refusals() -> list[tuple[str, str, frozenset[str]]]:
    """(place, reason, names of details) of every `Refused("…", …)` with a literal reason."""
    found = []
    for path in (path for floor in FLOORS for path in sorted((ROOT / floor).rglob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refused" and node.args):
                continue
            reason = node.args[0]
            if isinstance(reason, ast.Constant):
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                found.append((place, str(reason.value), frozenset(key.arg or "" for key in node.keywords)))
    return found


def test_every_reason_has_its_sentences():
    assert [(place, reason) for place, reason, _ in refusals() if reason not in SENTENCES] == []


def test_a_gap_is_filled_wherever_its_reason_is_given():
    open_gaps = [
        (place, reason, gap)
        for place, reason, details in refusals()
        for text in SENTENCES.get(reason, ())
        for _, gap, _, _ in Formatter().parse(text)
        if gap and gap not in details
    ]
    assert open_gaps == []


@pytest.mark.parametrize("reason", sorted(SENTENCES))
def test_both_languages_say_the_same_with_the_same_gaps(reason):
    zh, en = SENTENCES[reason]
    gaps = [{gap for _, gap, _, _ in Formatter().parse(text) if gap} for text in (zh, en)]
    assert gaps[0] == gaps[1]
    assert any("\u4e00" <= letter <= "\u9fff" for letter in zh)
    assert not any("\u4e00" <= letter <= "\u9fff" for letter in en)


def test_a_reason_nobody_knows_is_shown_as_it_is():
    assert sentences("odd-thing", {}) == ("未被接受：odd-thing。", "Refused: odd-thing.")


def test_details_fill_the_gaps():
    assert sentences("unknown-code", {"code": "07"})[1] == "There is no code 07."


def test_with_the_rulebook_things_are_called_by_their_titles():
    rulebook = parse(RULEBOOK)
    assert sentences("module-not-open", {"module": "task"}, rulebook) == (
        "模块 实操 未开放评分。",
        "Module Practical is not open for marking.",
    )
    zh, _ = sentences("panel-would-disagree", {"panel": "process", "aspect": "p1"}, rulebook)
    assert "过程" in zh
    assert "安全" in zh
    assert sentences("unknown-module", {"module": "welding"}, rulebook)[1] == "There is no module welding."
