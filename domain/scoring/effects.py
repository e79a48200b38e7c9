"""What an entry's statuses do to its figures, as the rulebook says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from domain.rulebook.panels import Module
from domain.rulebook.results import Effect
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import NO_RESULT, ZERO, NoResult, Value
from domain.scoring.scored import InStage, Standing
from domain.scoring.statuses import DECLINED, DID_NOT_FINISH, DID_NOT_START, DISQUALIFIED, WEIGHT, WHOLE_ENTRY

_TOKENS = {
    DID_NOT_START.word: NoResult.DNS,
    DID_NOT_FINISH.word: NoResult.DNF,
    DISQUALIFIED.word: NoResult.DSQ,
    DECLINED.word: NoResult.DEC,
}


@dataclass(frozen=True, slots=True)
class Effects:
    """`status` weighs most of all stated. `settled`: node -> (value, status) that no mark changes any more.

    `filled`: panels in which an aspect nobody has marked counts zero; `closed`: panels in which it is an attempt
    without a result, and of which kind: nothing is waited for there. `in_stage`: what becomes of the entry in each
    stage where it is not ranked as usual. `outside`: the stages whose field it is none of ("" in a contest without
    stages). `void`: the closed panels that leave the entry without a total: no result there is nothing to show.
    `stated`: the panels of modules with a status of their own.
    """

    status: str = ""
    standing: Standing = "ranked"
    settled: Mapping[str, tuple[Value, str]] = field(default_factory=dict)
    filled: frozenset[str] = frozenset()
    closed: Mapping[str, NoResult] = field(default_factory=dict)
    in_stage: Mapping[str, InStage] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    stated: frozenset[str] = frozenset()


NO_EFFECTS = Effects()


class _Hit(NamedTuple):
    """One status with what it does, to which modules, in which stages; `ends`: the entry has no place at all."""

    status: str
    effect: Effect
    modules: tuple[Module, ...]
    stages: tuple[str, ...]
    ends: bool


def effects(rulebook: Rulebook, statuses: Mapping[str, str], begun: Collection[str] = ()) -> Effects:
    """Of module id (or WHOLE_ENTRY) -> status word; an entry's own status holds for all its modules.

    `begun`: the stages it has marks in. In a contest of several stages a module's status holds in its own stage;
    who is disqualified is so from that stage on, who withdraws from the first stage not begun. What was reached in the
    stages before stays as it was.

    Rule: docs/rules/statuses.md
    """
    if not statuses:
        return NO_EFFECTS
    settled: dict[str, tuple[Value, str]] = {}
    filled: set[str] = set()
    closed: dict[str, NoResult] = {}
    void: set[str] = set()
    hits = sorted(_hits(rulebook, statuses, begun), key=lambda hit: WEIGHT[hit.status])
    for hit in reversed(hits):  # what weighs most has the last word
        panels = [panel.id for module in hit.modules for panel in rulebook.panels_of(module.id)]
        if hit.effect == "counts":
            filled.update(panels)
        else:
            closed |= dict.fromkeys(panels, _TOKENS.get(hit.status, NO_RESULT))
            if hit.effect == "zero":
                settled |= {module.node: (_nothing(rulebook, module), hit.status) for module in hit.modules}
            else:
                void.update(panels)
    in_stage = {stage: _in_stage(hits, stage) for stage in {stage for hit in hits for stage in hit.stages}}
    for stage in rulebook.stages:
        if in_stage.get(stage.id, _AS_USUAL).standing != "ranked":
            settled[stage.total] = (None, in_stage[stage.id].status)
    whole = _standing([hit.effect for hit in hits if hit.ends])
    ending = next((hit.status for hit in hits if hit.ends and hit.effect == whole), hits[0].status)
    if whole != "ranked":
        settled[rulebook.total] = (None, ending)
    outside = {stage for stage, found in in_stage.items() if found.standing == "unranked"}
    return Effects(
        ending, whole, settled, frozenset(filled - closed.keys()), closed, in_stage if rulebook.stages else {},
        frozenset(outside), frozenset(void), _stated(rulebook, statuses),
    )  # fmt: skip


_AS_USUAL = InStage("ranked", "")


def _hits(rulebook: Rulebook, statuses: Mapping[str, str], begun: Collection[str]) -> Iterator[_Hit]:
    stages = tuple(stage.id for stage in rulebook.stages) or ("",)
    for place, status in statuses.items():
        everywhere = all(statuses.get(module.id) == status for module in rulebook.modules)
        effect = rulebook.statuses.effect(status, whole=everywhere)
        if place == WHOLE_ENTRY:
            hit = stages if status == DISQUALIFIED.word else _not_begun(stages, begun)
            ends = True
        else:
            own = rulebook.module(place).stage
            ends = own == "" or (status == DISQUALIFIED.word and effect == "unranked")
            hit = stages[stages.index(own) :] if ends and own else (own,)
        modules = tuple(
            module
            for module in rulebook.modules
            if module.id == place or (place == WHOLE_ENTRY and module.stage in hit)
        )
        yield _Hit(status, effect, modules, hit, ends)


def _stated(rulebook: Rulebook, statuses: Mapping[str, str]) -> frozenset[str]:
    return frozenset(panel.id for module in statuses if module for panel in rulebook.panels_of(module))


def _not_begun(stages: tuple[str, ...], begun: Collection[str]) -> tuple[str, ...]:
    """The stages behind the last one with a mark; the last of all where each has one."""
    last = max((place for place, stage in enumerate(stages) if stage in begun), default=-1)
    return stages[min(last + 1, len(stages) - 1) :]


def _in_stage(hits: list[_Hit], stage: str) -> InStage:
    here = [hit for hit in hits if stage in hit.stages]
    standing = _standing([hit.effect for hit in here])
    return InStage(standing, next((hit.status for hit in here if hit.effect == standing), here[0].status))


def _nothing(rulebook: Rulebook, module: Module) -> Value:
    """What a module is worth for which nothing is given; where less is better zero would win, so it is no result.

    Rule: docs/rules/statuses.md
    """
    stages = [stage.better for stage in rulebook.stages if stage.id == module.stage]
    better = (stages[0] if stages else None) or rulebook.ranking.better
    return NO_RESULT if better == "lower" else ZERO


def _standing(found: Collection[Effect]) -> Standing:
    return "unranked" if "unranked" in found else "last" if "last" in found else "ranked"
