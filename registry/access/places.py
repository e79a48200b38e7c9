"""Where somebody works: a contest, and for a judge the panel and seat in it."""

from __future__ import annotations

from typing import NamedTuple

from domain.errors import Refused
from domain.names import checked, checked_path


class Place(NamedTuple):
    """Empty where it does not apply: an organiser has no panel and seat, somebody of the whole house no contest."""

    contest: str = ""
    panel: str = ""
    seat: str = ""

    def check(self) -> None:
        """Raises Refused: `bad-id`; `seat-without-panel` unless panel and seat stand together, in a contest."""
        if bool(self.panel) != bool(self.seat) or (self.seat and not self.contest):
            raise Refused("seat-without-panel")
        for what, word in zip(self._fields, self, strict=True):
            if word:
                (checked_path if what == "panel" else checked)(word, what)


EVERYWHERE = Place()
