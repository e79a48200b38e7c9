"""Documents say what is so: their links lead somewhere, their commands parse, and the index knows them all."""

import re
import shlex

import pytest

from biwu.cli import COMMANDS, _parser
from biwu.faults import DONE
from biwu.settings import SETTINGS
from tests.house.rooms import ROOT, name

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "tests").rglob("*.md")])
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCED = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
NO_COMMAND = {"biwu record 1"}  # the bytes the chain of docs/record.md begins with


def text_of(page):
    return page.read_text(encoding="utf-8")


def said(page, word):
    """Every line of a shell block and every span of code that begins with `word`, without remarks."""
    text = text_of(page)
    lines = [line for _, block in FENCED.findall(text) for line in block.splitlines()]
    spans = INLINE.findall(FENCED.sub("", text))
    found = [each.partition("  #")[0].strip() for each in (*lines, *spans)]
    return [each for each in found if re.match(rf"{word} [a-z-]", each) and each not in NO_COMMAND]


def anchors(page):
    """The addresses of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text_of(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(document):
    for link in LINK.findall(FENCED.sub("", text_of(document))):
        if link.startswith(("https://", "http://")):
            continue
        path, _, anchor = link.partition("#")
        there = (document.parent / path).resolve() if path else document
        assert there.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(there), f"{link}: no such heading"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_command_shown_can_be_given(document, capsys):
    parser, _ = _parser()
    for command in said(document, "biwu"):
        words = shlex.split(command)[1:]
        if len(words) == 1:  # speaks of the command and leaves out what it needs
            assert words[0] in COMMANDS, command
            continue
        try:
            parser.parse_args([word for word in words if word != "COMMAND"])
        except SystemExit as end:
            assert end.code == DONE, f"{command}: {capsys.readouterr().err}"  # noqa: PT017 - which of several it was


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_make_target_named_is_there(document):
    targets = set(TARGET.findall(text_of(ROOT / "Makefile")))
    for command in said(document, "make"):
        assert shlex.split(command)[1] in targets, command


@pytest.mark.parametrize("readme", READMES, ids=name)
def test_the_readme_names_every_command(readme):
    assert [command for command in COMMANDS if f"| `biwu {command}` |" not in text_of(readme)] == []


def test_operations_name_every_setting_with_its_variable_and_default():
    page = text_of(ROOT / "docs" / "operations.md")
    for setting, known in SETTINGS.items():
        assert f"`{setting}`" in page
        assert f"`BIWU_{setting.upper()}`" in page
        assert not known.default or f"`{known.default}`" in page, setting


def test_the_index_knows_every_document():
    docs = ROOT / "docs"
    own = {path for path in docs.rglob("*.md") if path.name != "README.md" and path.parent.name != "rules"}
    for index, pages in (
        (docs, own),
        (docs / "rules", set((docs / "rules").glob("*.md")) - {docs / "rules/README.md"}),
    ):
        linked = {(index / link).resolve() for link in LINK.findall(text_of(index / "README.md"))}
        assert {name(page) for page in pages if page.resolve() not in linked} == set()


@pytest.mark.parametrize("document", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=name)
def test_a_decision_is_one_page_with_its_number_in_front(document):
    lines = text_of(document).splitlines()
    assert len(lines) <= 40
    assert lines[0].startswith(f"# {int(document.name[:4])}. ")
