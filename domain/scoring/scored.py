"""What an evaluation takes and gives: one entry's marks in, its values out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from domain.scoring.numbers import Num

# panel -> aspect -> seat -> mark, of one entry; what has not been marked is simply not there
Marks = Mapping[str, Mapping[str, Mapping[str, Decimal]]]
Standing = Literal["ranked", "last", "unranked"]


@dataclass(frozen=True, slots=True)
class Scored:
    """One entry's figures, exact.

    `values` has every node that is one number: None while something under it is missing or not released.
    `running` is the same with what is there so far (nothing there: None). `total` is the running total: final only
    when `complete`, and None when a status takes the total away. `status` is the status that weighs most, or empty.
    """

    values: Mapping[str, Num | None]
    running: Mapping[str, Num | None]
    total: Num | None
    complete: bool
    status: str
    standing: Standing
