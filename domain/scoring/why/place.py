"""Why an entry stands where it stands: in the whole contest, and in each stage it took part in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.rulebook.parts import Better
from domain.scoring.numbers import Value
from domain.scoring.ranking.places import Placed
from domain.scoring.result import ContestResult, StageResult
from domain.scoring.why.line import Line, drawn
from domain.scoring.why.parted import Order, Parted, parted, without


@dataclass(frozen=True, slots=True)
class Stood:
    """An entry in one order. `stage` is empty for the whole contest, `of` how many have a place in its category.

    `ahead` and `behind` are its neighbours, `sharing` who has the same place. `without`: why it has no place:
    `unofficial`, a status word, `no-result`, `not-complete`, or empty. `line`: whether it went on, in a stage that
    somebody goes on from.
    """

    stage: str
    place: int | None
    shown: str
    category: str
    of: int
    node: str
    better: Better
    figure: Value
    sharing: tuple[str, ...]
    ahead: Parted | None
    behind: Parted | None
    without: str
    line: Line | None = None


def overall(order: Order, found: ContestResult, entry: str) -> Stood:
    """In the whole contest; of several stages by the furthest one it took part in.

    Rule: docs/rules/tie-chain.md, docs/rules/stages.md
    """
    furthest = _furthest(found, entry)
    if furthest is None:
        return _stood(order, found.placed, entry)
    here = _in_stage(order, furthest)
    reached = {each.key: stage.id for stage in found.stages for each in stage.placed}
    return replace(_stood(here, found.placed, entry, reached), stage="")


def stages(order: Order, found: ContestResult, entry: str) -> tuple[Stood, ...]:
    """In each stage it took part in, in their order.

    Rule: docs/rules/stages.md
    """
    return tuple(
        replace(_stood(_in_stage(order, stage), stage.placed, entry), line=drawn(order, stage, entry))
        for stage in found.stages
        if any(each.key == entry for each in stage.placed)
    )


def _furthest(found: ContestResult, entry: str) -> StageResult | None:
    inside = [stage for stage in found.stages if any(each.key == entry for each in stage.placed)]
    return inside[-1] if inside else found.stages[0] if found.stages else None


def _in_stage(order: Order, stage: StageResult) -> Order:
    return replace(order, stage=next(each for each in order.rulebook.stages if each.id == stage.id))


def _stood(order: Order, placed: Sequence[Placed], entry: str, reached: Mapping[str, str] | None = None) -> Stood:
    """`reached`: entry -> the last stage it was in, where only those who got equally far are compared by figures."""
    own = next(each for each in placed if each.key == entry)
    rivals = [each for each in placed if each.category == own.category and each.place is not None]
    sharing = tuple(each.key for each in rivals if each.place == own.place and each.key != entry)
    before = [each for each in rivals if own.place is not None and (each.place or 0) < own.place]
    after = [each for each in rivals if own.place is not None and (each.place or 0) > own.place]

    def beside(other: Placed) -> Parted:
        if reached is not None and reached.get(other.key) != reached.get(entry):
            return Parted(other.key, "stage", stage=reached.get(other.key, ""))
        return parted(order, entry, other.key)

    return Stood(
        "" if order.stage is None else order.stage.id,
        own.place,
        own.shown,
        own.category,
        len(rivals),
        order.node,
        (order.stage.better if order.stage is not None else None) or order.rulebook.ranking.better,
        order.figure(entry),
        sharing,
        beside(before[-1]) if before else None,
        beside(after[0]) if after else None,
        "" if own.place is not None else without(order, entry),
    )
