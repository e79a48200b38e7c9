"""The tie chain: what of an entry is compared, one link after another; smaller is better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from domain.rulebook.chain import modules_in, node_in, ties_in
from domain.rulebook.parts import Better
from domain.rulebook.results import Tie
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.stages import Stage
from domain.scoring.numbers import ZERO, NoResult, Num, Value
from domain.scoring.ranking.links import Link, countback, drop_highest, drop_lowest, link
from domain.scoring.scored import Scored

RankKey = tuple[int | Num | tuple[Link, ...], ...]

# Order of the standings; an entry that nothing has been released of stands between the placed and the last.
PLACED, NOTHING_YET, LAST, UNRANKED = range(4)


def rank_key(rulebook: Rulebook, scored: Scored, decided: int | None = None, stage: Stage | None = None) -> RankKey:
    """Smaller is better; equal keys share the place. Sorts with `bisect` for one entry more.

    `decided` is the entry's order by a tie decision, 1 first; who has none stands behind. With a `stage` by that
    stage's total and chain; the nodes of the chain are those of the stage, and none of a later one.

    Rule: docs/rules/tie-chain.md
    """
    standing = scored.standing_in("" if stage is None else stage.id)
    if standing != "ranked":
        return (LAST if standing == "last" else UNRANKED,)
    figure = scored.total if stage is None else scored.running[stage.total]
    if figure is None:
        return (NOTHING_YET,)
    if isinstance(figure, NoResult) and rulebook.ranking.no_result == "unranked":
        return (UNRANKED,)
    order = _order(rulebook, stage)
    key: list[int | Num | tuple[Link, ...]] = [PLACED, *link(figure, order.better)]
    for how, node, better in order.ties:
        if how == "value":
            key += link(scored.running[node], better)
        else:
            key.append(_FAMILIES[how](_family(scored, node), better))
    key += (1, ZERO) if decided is None else (0, decided)
    return tuple(key)


_FAMILIES = {"countback": countback, "drop_lowest": drop_lowest, "drop_highest": drop_highest}


@dataclass(frozen=True, slots=True)
class _Order:
    """What a rulebook compares in a stage: which way the total, then (how, node, better) link by link."""

    better: Better
    ties: tuple[tuple[str, str, Better], ...]


@lru_cache(maxsize=64)
def _order(rulebook: Rulebook, stage: Stage | None) -> _Order:
    here = _stage_of_the_total(rulebook) if stage is None else stage
    better = (here.better if here is not None else None) or rulebook.ranking.better
    ties = rulebook.ranking.ties if here is None else ties_in(rulebook, here)
    return _Order(better, tuple(step for tie in ties for step in _steps(tie, rulebook, here)))


def links(rulebook: Rulebook, stage: Stage | None) -> tuple[tuple[str, str, Better], ...]:
    """(how, node, better) of the chain, as it holds in a stage; without one in the stage of the total."""
    return _order(rulebook, stage).ties


def _steps(tie: Tie, rulebook: Rulebook, stage: Stage | None) -> Iterator[tuple[str, str, Better]]:
    """Without a stage each name means the last stage's node."""
    if tie.how == "module_by_module":
        modules = rulebook.modules if stage is None else modules_in(rulebook, stage)
        yield from (("value", module.node, tie.better) for module in modules)
    elif tie.node is not None:
        node = in_last_stage(rulebook).get(tie.node, tie.node) if stage is None else node_in(rulebook, stage, tie.node)
        yield tie.how, node, tie.better


def in_last_stage(rulebook: Rulebook) -> dict[str, str]:
    """Of nodes that stand once for each stage: the name the rulebook writes -> the last stage's node.

    Rule: docs/rules/stages.md
    """
    stages = [each.id for each in rulebook.stages]
    return {
        name: full
        for stage in stages
        for full in rulebook.nodes
        if full.startswith(f"{stage}.") and (name := full.removeprefix(f"{stage}.")) not in rulebook.nodes
    }


def _stage_of_the_total(rulebook: Rulebook) -> Stage | None:
    """The stage whose total is the contest's, where there is one."""
    return next((each for each in reversed(rulebook.stages) if each.total == rulebook.total), None)


def _family(scored: Scored, node: str) -> Sequence[Value]:
    """A node that is one number is a family of one."""
    found = scored.families.get(node)
    return (scored.running[node],) if found is None else found
