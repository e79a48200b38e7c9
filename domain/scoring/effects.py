"""What an entry's statuses do to its figures, as the rulebook says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.rulebook.panels import Module
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import NO_RESULT, ZERO, Value
from domain.scoring.scored import Standing
from domain.scoring.statuses import DISQUALIFIED, WEIGHT, WHOLE_ENTRY


@dataclass(frozen=True, slots=True)
class Effects:
    """`status` weighs most of all stated. `settled`: node -> (value, status) that no mark changes any more.

    `filled`: panels in which an aspect nobody has marked counts zero. `in_stage`: stage -> the standing in it, where a
    status there takes away that stage's total and no other's.
    """

    status: str = ""
    standing: Standing = "ranked"
    settled: Mapping[str, tuple[Value, str]] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()
    in_stage: Mapping[str, Standing] = field(default_factory=dict)


NO_EFFECTS = Effects()


def effects(rulebook: Rulebook, statuses: Mapping[str, str]) -> Effects:
    """Of module id (or WHOLE_ENTRY) -> status word; an entry's own status holds for all its modules.

    In a contest of several stages a module's status takes away the total of its own stage only, but who is disqualified
    is so altogether.

    Rule: docs/rules/statuses.md
    """
    if not statuses:
        return NO_EFFECTS
    settled: dict[str, tuple[Value, str]] = {}
    filled: set[str] = set()
    worst: dict[str, dict[str, str]] = {}  # stage -> effect -> the status that weighs most among those having it
    for place, status in sorted(statuses.items(), key=lambda stated: -WEIGHT[stated[1]]):
        effect = getattr(rulebook.statuses, status)
        modules = [module for module in rulebook.modules if place in (module.id, WHOLE_ENTRY)]
        ends_all = place == WHOLE_ENTRY or (status == DISQUALIFIED.word and effect == "unranked")
        stage = "" if ends_all else modules[0].stage
        worst.setdefault(stage, {})[effect] = status
        if effect == "zero":
            settled |= {module.node: (_nothing(rulebook, module), status) for module in modules}
        elif effect == "counts":
            filled |= {panel.id for module in modules for panel in rulebook.panels_of(module.id)}
    standings = {stage: _standing(found) for stage, found in worst.items()}
    for stage, standing in standings.items():
        if standing != "ranked":
            totals = [each.total for each in rulebook.stages if stage in ("", each.id)] or [rulebook.total]
            settled |= dict.fromkeys(totals, (None, worst[stage][standing]))
    whole = standings.pop("", "ranked")
    heaviest = min(statuses.values(), key=WEIGHT.__getitem__)
    shown = worst.get("", {}).get(whole, heaviest)
    return Effects(shown, whole, settled, frozenset(filled), standings)


def _nothing(rulebook: Rulebook, module: Module) -> Value:
    """What a module is worth for which nothing is given; where less is better zero would win, so it is no result.

    Rule: docs/rules/statuses.md
    """
    stages = [stage.better for stage in rulebook.stages if stage.id == module.stage]
    better = (stages[0] if stages else None) or rulebook.ranking.better
    return NO_RESULT if better == "lower" else ZERO


def _standing(worst: Mapping[str, str]) -> Standing:
    return "unranked" if "unranked" in worst else "last" if "last" in worst else "ranked"
