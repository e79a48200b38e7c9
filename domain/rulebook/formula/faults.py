"""What is wrong with the text of a formula, and at which character."""

from __future__ import annotations


class FormulaFault(Exception):  # noqa: N818 - a fault of the text, told to who wrote it
    """A formula that cannot be understood or may not be worked out.

    `reason` is a key of `domain/rulebook/checks/sentences.py`; `gaps` fills the gaps of its sentences, `position`
    (counted from 1) among them, so that `fault(place, found.reason, **found.gaps)` tells it.
    """

    def __init__(self, reason: str, position: int, **gaps: str | int) -> None:
        super().__init__(f"{reason} at {position}")
        self.reason = reason
        self.position = position
        self.gaps: dict[str, str | int] = {"position": position, **gaps}
