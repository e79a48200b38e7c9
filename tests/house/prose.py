"""Finds text a person would read that never passed through gettext: in templates and in scripts."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from jinja2 import Environment

CHINESE = re.compile(r"[\u3400-\u9fff\uff01-\uff5e]")
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"^\W*[A-Z]\w*(?:[ ,]+\w+)*\W*$|\w[.…!?]$", re.ASCII)
LITERAL = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)""")
TRANSLATED = re.compile(rf"\b(?:_|n?gettext)\(\s*{LITERAL.pattern}(?:\s*,\s*{LITERAL.pattern})?")
FOR_DEVELOPERS = re.compile(rf"(?:\w*Error|console\.\w+)\(\s*{LITERAL.pattern}")
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*|(?<=[;{}),])\s*//[^\n]*", re.DOTALL | re.MULTILINE)
SPOKEN_ATTRIBUTES = {"alt", "title", "placeholder", "aria-label", "aria-description", "aria-roledescription", "label"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def in_template(source: str) -> list[str]:
    """Bare words of a template's page; an element with translate="no" (a name, a language's own name) may hold some."""
    page, expressions = _parted(source)
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.bare + _literals(TRANSLATED.sub("", expressions))


def in_script(source: str) -> list[str]:
    """String literals of a script that read like a sentence; what is thrown or logged is for developers."""
    return _literals(FOR_DEVELOPERS.sub("", COMMENT.sub("", source)))


def reads_as_prose(text: str) -> bool:
    """Chinese, or several English words with a capital in front or a stop behind; not a key, a class or a format."""
    return bool(CHINESE.search(text) or (" " in text.strip() and SENTENCE.search(text.strip())))


def _literals(code: str) -> list[str]:
    return [text for text in (found[1:-1] for found in LITERAL.findall(code)) if reads_as_prose(_bare(text))]


def _bare(literal: str) -> str:
    return re.sub(r"\$\{[^}]*\}", "", literal)


def _parted(source: str) -> tuple[str, str]:
    """The template's markup without its translated blocks, and the code of its expressions."""
    page, code, before, translated = [], [], "", False
    for _, kind, value in Environment(extensions=["jinja2.ext.i18n"], autoescape=True).lex(source):
        if kind == "name" and before == "block_begin":
            translated = value in {"trans", "pluralize"} or (translated and value != "endtrans")
        if kind == "data" and not translated:
            page.append(value)
        elif kind == "variable_begin":
            page.append("\N{OBJECT REPLACEMENT CHARACTER}")  # something is written here, though no word of ours
        if kind not in {"data", "comment"}:
            code.append(value)
        before = before if kind == "whitespace" else kind
    return "".join(page), "".join(code)


class _Reader(HTMLParser):
    """Collects words of text and spoken attributes, skipping scripts, styles and what is not to be translated."""

    def __init__(self) -> None:
        super().__init__()
        self.bare: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        silent = self._silent or given.get("translate") == "no" or tag in {"script", "style", "code"}
        if not silent:
            spoken = SPOKEN_ATTRIBUTES | ({"value"} if given.get("type") in {"submit", "button", "reset"} else set())
            self._keep(*(value for name, value in given.items() if name in spoken))
        if tag not in VOID:
            self._open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        depths = [depth for depth, (name, _) in enumerate(self._open) if name == tag]
        if depths:
            del self._open[depths[-1] :]

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._keep(data)

    @property
    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _keep(self, *texts: str) -> None:
        self.bare += [" ".join(text.split()) for text in texts if WORD.search(text) or CHINESE.search(text)]
