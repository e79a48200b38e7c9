"""The one pattern that every id in the house keeps."""

from __future__ import annotations

import re

from domain.errors import Refused

# Lower and upper case letters, digits, dash and underscore: safe in a stream name, a URL, a file name and a CSV cell.
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


def checked(word: str, what: str) -> str:
    """The same word if it may be an id. Raises: Refused("bad-id")."""
    if ID.fullmatch(word) is None:
        raise Refused("bad-id", what=what)
    return word


def checked_path(word: str, what: str) -> str:
    """As `checked`, for one id or several joined by dots: `prelim.dives`. Raises: Refused("bad-id")."""
    for part in word.split("."):
        checked(part, what)
    return word
