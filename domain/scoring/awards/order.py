"""In which order prizes are given: by place, or by a figure and what decides between equal ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import AnyAwards, CutAwards, FigureTie, FixedAwards, RatioAwards, ThresholdAwards
from domain.scoring.awards.candidates import Candidate
from domain.scoring.ranking.links import Link, link

Group = Sequence[Candidate]


def by_place(field: Iterable[Candidate]) -> list[Group]:
    """Those with a place, best first, who share one together."""
    order = sorted((each for each in field if each.place is not None), key=lambda each: each.place or 0)
    return [list(group) for _, group in groupby(order, key=lambda each: each.place)]


def by_figure(field: Iterable[Candidate], node: str, better: Better, ties: Sequence[FigureTie] = ()) -> list[Group]:
    """Those who may have a prize and have a number, best first, equal ones together unless `ties` part them."""

    def key(each: Candidate) -> tuple[Link, ...]:
        return (link(each.figure(node), better), *(link(each.figure(tie.node), tie.better) for tie in ties))

    able = [each for each in field if each.fault is None and each.number(node) is not None]
    return [list(group) for _, group in groupby(sorted(able, key=key), key=key)]


def along(given: FixedAwards | RatioAwards, field: Iterable[Candidate], better: Better) -> list[Group]:
    """By place; with a `node` by that figure, of all who have it, whatever became of their total.

    Rule: docs/rules/awards-fixed.md
    """
    if not given.node:
        return by_place(field)
    having = [replace(each, fault=None) for each in field if each.standing == "ranked"]
    return by_figure(having, given.node, towards(given, better), given.ties)


def towards(given: AnyAwards, better: Better) -> Better:
    """Which way the figure of a list is better: as written, as the total is ranked, else as its bars say."""
    stated: Better | None = getattr(given, "better", None)
    if stated is not None or not getattr(given, "node", ""):
        return stated or better
    bars = given.prizes if isinstance(given, CutAwards) else [given] if isinstance(given, ThresholdAwards) else []
    highest = any(getattr(bar, "at_most", None) is not None for bar in bars)
    return "lower" if highest and all(getattr(bar, "at_least", None) is None for bar in bars) else "higher"
