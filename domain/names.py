"""The ids that run through the whole house, and the one pattern they all keep."""

from __future__ import annotations

import re
from typing import NewType

from domain.errors import Refused

ContestId = NewType("ContestId", str)
EntryId = NewType("EntryId", str)
ModuleId = NewType("ModuleId", str)
PanelId = NewType("PanelId", str)
SeatId = NewType("SeatId", str)
AspectId = NewType("AspectId", str)
Code = NewType("Code", str)
RulingId = NewType("RulingId", str)
AccountId = NewType("AccountId", str)

# Lower and upper case letters, digits, dash and underscore: safe in a stream name, a URL, a file name and a CSV cell.
ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


def checked(word: str, what: str) -> str:
    """The same word if it may be an id. Raises: Refused("bad-id")."""
    if ID.fullmatch(word) is None:
        raise Refused("bad-id", what=what)
    return word
