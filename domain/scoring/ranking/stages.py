"""Stages: an entry as one stage has it, and the overall order, in which who got furthest stands first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from domain.rulebook.parts import Display
from domain.rulebook.stages import Stage
from domain.scoring.ranking.chain import PLACED, RankKey
from domain.scoring.ranking.places import Placed, in_places
from domain.scoring.scored import Scored


def in_stage(scored: Scored, stage: Stage) -> Scored:
    """An entry's figures with the total of a stage, for prizes and honours: that of the last stage it reached.

    Rule: docs/rules/stages.md
    """
    complete = scored.values[stage.total] is not None or scored.standing_in(stage.id) != "ranked"
    return scored._replace(total=scored.running[stage.total], complete=complete)


def rank_stages(
    stages: Sequence[Sequence[Placed]], unranked: Collection[str] = (), display: Display = "1224"
) -> list[Placed]:
    """The overall order, from the places within each stage, first stage first.

    Who got furthest stands first, and within a stage by the places in it. Who reached a stage and has no place there
    stands behind those who have one, in the order of the stage before. `unranked`: no place overall.

    Rule: docs/rules/stages.md
    """
    order: dict[str, list[tuple[RankKey, str]]] = {}
    beside: list[tuple[str, str]] = []
    for entry, been in _ways(stages).items():
        category = next(each.category for each in reversed(been) if each is not None)
        if entry in unranked or all(each is None or each.place is None for each in been):
            beside.append((category, entry))
        else:
            order.setdefault(category, []).append(((PLACED, *_how_far(been)), entry))
    ranked = [placed for name in sorted(order) for placed in in_places(sorted(order[name]), display, name)]
    return ranked + [Placed(entry, None, shared=False, category=name) for name, entry in sorted(beside)]


def _ways(stages: Sequence[Sequence[Placed]]) -> dict[str, list[Placed | None]]:
    """Entry -> its place in each stage, None where it did not take part."""
    ways: dict[str, list[Placed | None]] = {}
    for number, stage in enumerate(stages):
        for each in stage:
            ways.setdefault(each.key, [None] * len(stages))[number] = each
    return ways


def _how_far(been: Sequence[Placed | None]) -> tuple[int, ...]:
    """Smaller is better: how many stages it fell short, then its place there, without one by the stage before."""
    short = next(number for number, each in enumerate(reversed(been)) if each is not None)
    key = [short]
    for each in been[len(been) - 1 - short :: -1]:
        if each is not None and each.place is not None:
            return (*key, 0, each.place)
        key.append(1)
    return tuple(key)
