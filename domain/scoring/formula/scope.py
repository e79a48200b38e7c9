"""Where a formula's names get their numbers from, and the word for a formula that has no value."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, Protocol

from domain.scoring.numbers import Value

Reason = Literal["division-by-zero", "root-of-negative", "log-not-positive", "too-large"]


class Scope(Protocol):
    """The numbers a formula's names stand for.

    `number(name, None)` is the value of a single number. Within a function over a family it is asked for each member
    0, 1, … up to `members(names)`, where `names` are those the function goes through.
    """

    def number(self, name: str, member: int | None, /) -> Value: ...

    def members(self, names: Collection[str], /) -> int: ...


class NoValue(Exception):  # noqa: N818 - a remark on the result, not a fault of the program
    """The marks are there, and yet there is no value: a division by zero, or the root of a negative number."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
