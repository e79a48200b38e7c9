"""What an entry's statuses do to its figures, as the rulebook says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import ZERO, Num
from domain.scoring.scored import Standing
from domain.scoring.statuses import WEIGHT, WHOLE_ENTRY


@dataclass(frozen=True, slots=True)
class Effects:
    """`status` weighs most of all stated. `settled`: node -> (value, status) that no mark changes any more.

    `filled`: panels in which an aspect nobody has marked counts zero.
    """

    status: str = ""
    standing: Standing = "ranked"
    settled: Mapping[str, tuple[Num | None, str]] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()


NO_EFFECTS = Effects()


def effects(rulebook: Rulebook, statuses: Mapping[str, str]) -> Effects:
    """Of module id (or WHOLE_ENTRY) -> status word; an entry's own status holds for all its modules.

    Rule: docs/rules/statuses.md
    """
    if not statuses:
        return NO_EFFECTS
    settled: dict[str, tuple[Num | None, str]] = {}
    filled: set[str] = set()
    worst: dict[str, str] = {}  # effect -> the status that weighs most among those having it
    for place, status in sorted(statuses.items(), key=lambda stated: -WEIGHT[stated[1]]):
        effect = getattr(rulebook.statuses, status)
        worst[effect] = status
        modules = [module for module in rulebook.modules if place in (module.id, WHOLE_ENTRY)]
        if effect == "zero":
            settled |= {module.node: (ZERO, status) for module in modules}
        elif effect == "counts":
            filled |= {panel.id for module in modules for panel in rulebook.panels_of(module.id)}
    standing: Standing = "unranked" if "unranked" in worst else "last" if "last" in worst else "ranked"
    if standing != "ranked":
        settled[rulebook.total] = (None, worst[standing])
    heaviest = min(statuses.values(), key=WEIGHT.__getitem__)
    return Effects(worst.get(standing, heaviest), standing, settled, frozenset(filled))
