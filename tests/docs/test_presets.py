"""The rulebooks that come with the program: each is whole in two languages and its page's example comes out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from biwu.cli import main
from biwu.rulebooks.presets import presets, titles
from domain.rulebook.parts import Part, Words
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.shape.shapes import shapes
from tests.docs.preset_pages import PRESETS, files, page, rulebook, tables
from tests.docs.scored import scored

HAN = re.compile(r"[\u4e00-\u9fff]")
GROUND = ("**Source.**", "**Known.**")
OURS = ("Our assumption", "our own invention", "None: it is no contest's rules")
ONLY_LIST = Words(zh="main", en="main")  # a list of prizes by itself needs no name

each_preset = pytest.mark.parametrize("preset", list(PRESETS))
in_each_language = pytest.mark.parametrize("language", ["zh", "en"])


@each_preset
def test_the_example_of_the_page_comes_out(preset, tmp_path):
    shown = {name.removeprefix("results-"): rows for name, rows in tables(preset).items() if name.startswith("results")}
    assert "results" in shown
    found = scored(tmp_path, files(preset))
    for name, rows in shown.items():
        assert [{head: row[head] for head in rows[0]} for row in found[name]] == rows, name


@each_preset
def test_the_page_says_where_the_rules_come_from_and_what_is_ours(preset):
    text = page(preset)
    assert f"`domain/rulebook/presets/{preset}.toml`" in text
    assert any(word in text for word in GROUND)
    assert any(word in text for word in OURS)


@each_preset
def test_every_total_has_an_end(preset):
    rules = rulebook(preset)
    known = shapes(rules.nodes, {panel.id: panel for panel in rules.panels})
    assert all(known[node].places is not None for node in (rules.total, *(stage.total for stage in rules.stages)))


@each_preset
def test_everything_has_a_title_in_each_language(preset):
    found = list(_words(rulebook(preset)))
    assert found
    for words in (each for each in found if each != ONLY_LIST):
        assert HAN.search(words.zh), words
        assert not HAN.search(words.en), words


def _words(part: object) -> Iterator[Words]:
    if isinstance(part, Words):
        yield part
    elif isinstance(part, Part | Rulebook):
        for key in type(part).model_fields:
            yield from _words(getattr(part, key))
    elif isinstance(part, tuple | dict):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _words(each)


@each_preset
@in_each_language
def test_the_rules_are_shown_with_titles_and_not_with_ids(preset, language, capsys):
    assert main(["rulebook", "show", str(PRESETS[preset]), "--language", language]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if not _holds_formula(line)]
    text = "\n".join(said)
    if language == "en":
        assert not HAN.search(re.sub(r"holds .*", "", text))  # the grades of China have no other names
    for name in _ids(rulebook(preset)):
        assert not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text), name


def _holds_formula(line: str) -> bool:
    """A formula names what it takes in by ids, and says behind it what they are called."""
    return bool(re.search(r"[(（]\w+(\.\w+)? = ", line))


def _ids(rules: Rulebook) -> set[str]:
    """Ids that no title contains and that are no plain words."""
    nodes = {name for name in rules.nodes if "-" in name}
    items = {item.id for panel in rules.panels for item in panel.aspects if "-" in item.id}
    return nodes | items | {panel.id for panel in rules.panels if "-" in panel.id} | {"main"}


def test_the_list_of_presets_shows_every_title(capsys):
    assert main(["rulebook", "new", "--list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == list(presets()) == list(PRESETS)
    assert all(words.zh in line and words.en in line for line, words in zip(listed, titles().values(), strict=True))
