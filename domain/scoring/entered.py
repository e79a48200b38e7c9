"""What a mark's text in the record means: a number, an attempt without a result, or a judge who was absent."""

from __future__ import annotations

from domain.marks import WITHOUT_RESULT, number
from domain.scoring.numbers import ABSENT, Mark, NoResult


def value_of(text: str) -> Mark:
    """The mark a text states. Raises: Refused("not-a-number") for what is neither a number nor a token.

    Rule: docs/rules/no-result.md
    """
    if text in WITHOUT_RESULT:
        return NoResult(text)
    return ABSENT if text == ABSENT.value else number(text)
