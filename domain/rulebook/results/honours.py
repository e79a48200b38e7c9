"""Honours: titles and skill grades that a result recommends for, each with its conditions."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from domain.rulebook.parts import Count, Flag, Id, Share, Text
from domain.rulebook.results.conditions import Condition, Texts, Titled
from domain.rulebook.results.prizes import Base, PartOfField

Place = Annotated[int, Field(strict=True, ge=1)]


class Honour(Titled):
    """Who is recommended for what; all that is written must hold.

    By place (`place_from` to `place_to`), by place over the size of the field (above `share_above`, up to `share_to`)
    or by a prize (`award`, any of these). `field_from` and `field_to`: for which sizes of the field. `per`: a column
    whose values are fields by themselves. `edition`: column `edition`, without it the rulebook's edition.
    `holds`: column `grade` says one of these. `worker`: column `worker` says yes, or no. `not_held`: column `titles`
    does not name it yet. `unless`: not beside one of these other honours.
    `gives` is the grade or title given (without it: the honour itself); `if_holds` what is given instead to who holds
    a grade already. `succession`: who may not have it is passed over and the next place takes it.
    """

    place_from: Place = 1
    place_to: Place | None = None
    share_above: Annotated[Share, Field(ge=0, lt=1)] | None = None
    share_to: PartOfField | None = None
    award: Texts = ()
    field_from: Count = 0
    field_to: Count | None = None
    base: Base = "entrants"
    per: Text | None = None
    edition: Texts = ()
    holds: Texts = ()
    worker: Flag | None = None
    not_held: Flag = False
    unless: tuple[Id, ...] = ()
    when: tuple[Condition, ...] = ()
    gives: Text | None = None
    if_holds: dict[str, Text] = Field(default_factory=dict)
    succession: Flag = False
    rule: Text | None = None
