"""One working out of a formula: where it has got to, and what was found on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from domain.scoring.formula.scope import Scope
from domain.scoring.numbers import Value


@dataclass(slots=True)
class Moment:
    """`member` is the one a family function has reached, `families` what whole families came to, by their text."""

    scope: Scope
    member: int | None = None
    families: dict[str, Value] = field(default_factory=dict)


Part = Callable[[Moment], Value]
