"""What becomes of those who tie across a line: the policies, with the one that looks where the line would end up."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from domain.rulebook.results.prizes import AtTheLine

Way = Literal["extend", "demote", "block"]


def at_the_line(policy: AtTheLine, over: int | Fraction, short: int | Fraction) -> Way:
    """`nearest` goes where fewer are missing or too many, and with equally many keeps to the smaller number.

    `over`: how many too many there are with all of them, `short`: how many too few without them; parts of one
    where the stated number is the exact part of the field.

    Rule: docs/rules/awards-fixed.md
    """
    if policy == "nearest":
        return "extend" if over < short else "demote"
    return policy
