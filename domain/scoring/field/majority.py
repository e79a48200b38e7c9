"""The place a majority of the judges gave, as skating and dancing count it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from domain.scoring.field.figures import taken
from domain.scoring.numbers import Num

Gives = Literal["place", "count", "sum"]


def majority_place(places_of_judges: Sequence[Num], gives: Gives = "place") -> Num | None:
    """Of one entry's places, one from each judge: the smallest that more than half of the judges gave or better.

    `count`: how many judges gave it or better; `sum`: their places added. More than half of those who gave a place;
    None if nobody did.
    Rule: docs/rules/majority-place.md
    """
    if not places_of_judges:
        return None
    ordered = sorted(places_of_judges)
    place = ordered[len(ordered) // 2]
    if gives == "place":
        return place
    within = [each for each in ordered if each <= place]
    return Decimal(len(within)) if gives == "count" else taken(within, "sum")
