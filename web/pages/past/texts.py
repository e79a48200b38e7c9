"""The rules an explanation names, by their titles and their text: docs/rules/, which travels in the wheel too."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from domain.rulebook.parts import Words

# In the wheel the rules lie beside the pages, in a working copy where they are written.
_ROOM = Path(__file__).parents[2]
_SHELVES = (_ROOM / "rules", _ROOM.parent / "docs" / "rules")
_TITLE = re.compile(r"(.+?)\s+([\u4e00-\u9fff].*)")
_STRONG = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")


class RuleText(NamedTuple):
    """`name` as in its address; `zh` and `en` its title; `paragraphs` of (kind, words): plain, strong or code."""

    name: str
    zh: str
    en: str
    paragraphs: tuple[tuple[tuple[str, str], ...], ...]


@cache
def rule_texts() -> dict[str, RuleText]:
    """Name → rule, for all there are; the names are the files' without ending."""
    shelf = next((each for each in _SHELVES if each.is_dir()), None)
    pages: list[Path] = sorted(shelf.glob("*.md")) if shelf else []
    return {page.stem: _read(page) for page in pages if page.stem != "README"}


@cache
def rule_titles() -> dict[str, Words]:
    """`docs/rules/sum.md` → its title."""
    return {f"docs/rules/{name}.md": Words(zh=rule.zh, en=rule.en) for name, rule in rule_texts().items()}


def name_of(rule: str) -> str:
    """`docs/rules/sum.md` → `sum`: how a step of an explanation names its rule, and how its page is called."""
    return rule.rpartition("/")[2].removesuffix(".md")


def _read(page: Path) -> RuleText:
    title, _, text = page.read_text(encoding="utf-8").partition("\n")
    title = title.removeprefix("# ").strip()
    parted = _TITLE.fullmatch(title)
    en, zh = parted.groups() if parted else (title, title)
    paragraphs = (_runs(" ".join(paragraph.split())) for paragraph in text.strip().split("\n\n"))
    return RuleText(page.stem, zh, en, tuple(paragraphs))


def _runs(paragraph: str) -> tuple[tuple[str, str], ...]:
    runs, end = list[tuple[str, str]](), 0
    for found in _STRONG.finditer(paragraph):
        runs += [("plain", paragraph[end : found.start()]), ("strong", found[1]) if found[1] else ("code", found[2])]
        end = found.end()
    return tuple(run for run in (*runs, ("plain", paragraph[end:])) if run[1])
