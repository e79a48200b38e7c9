"""Text that a spreadsheet program will not run: what could begin a formula gets an apostrophe in front."""

from __future__ import annotations

import re

# what OWASP names, and the full-width signs that a Chinese or Japanese Excel takes for the same
STARTERS = "=+\\-@\t\r\n|＝＋－＠"
RUNS = re.compile(rf"'*\s*[{STARTERS}]")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def guarded(text: str) -> str:
    """The same text, with an apostrophe in front where a spreadsheet might run it. `bare` takes it off again."""
    return f"'{text}" if RUNS.match(text) else text


def bare(text: str) -> str:
    """What `guarded` was given; other text as it is."""
    return text[1:] if text.startswith("'") and RUNS.match(text[1:]) else text


def printable(text: str) -> str:
    """Without what no file may hold: control signs and halves of characters become U+FFFD."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
