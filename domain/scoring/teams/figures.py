"""One team's figure: what its members bring, node by node, over the best of them, and why there may be none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from domain.rulebook.parts import Better
from domain.rulebook.results.teams import Team
from domain.scoring.awards.candidates import Candidate
from domain.scoring.awards.outcome import Outcome
from domain.scoring.numbers import ZERO, Num, divide, exact, text, total_of
from domain.scoring.ranking.links import link
from domain.scoring.words.reasons import Reason, reason


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """`total` is None for a team that has none: `why`. `counted` are the members it is made of.

    `by_node`: of a team of several figures each node with the members that count in it. `complete`: no member's figure
    that would count is still open.
    """

    total: Num | None
    counted: tuple[str, ...]
    ties: tuple[Num | None, ...]
    complete: bool
    why: Reason | None = None
    by_node: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """What a team has of one node: its members that count with their numbers, best first, and how many are missing."""

    node: str
    counted: Sequence[tuple[Candidate, Num]]
    found: int
    missing: int


def team_figures(
    rule: Team, members: Sequence[Candidate], better: Better, prizes: Sequence[Outcome] = ()
) -> TeamFigures:
    """One team's figure from its members', of each node over the best of them as the rule counts them, added.

    Rule: docs/rules/teams.md
    """
    parts = [_part(rule, node, members, better, prizes) for node in rule.of or ("",)]
    counted = {each.key: each for part in parts for each, _ in part.counted}
    complete = _is_complete(rule, members, parts)
    why = _too_few(rule, parts)
    by_node = tuple((part.node, tuple(each.key for each, _ in part.counted)) for part in parts if part.node)
    if why is not None:
        return TeamFigures(None, tuple(counted), (), complete, why, by_node)
    taken = [_taken(rule.take, [number for _, number in part.counted], _zeros(rule, part)) for part in parts]
    with exact():
        total = total_of(taken)
    if rule.above is not None and total <= rule.above:
        return TeamFigures(None, tuple(counted), (), complete, reason("not-above", bar=text(rule.above)), by_node)
    ties = tuple(_tie(tie.of, tie.take, tie.better, tuple(counted.values())) for tie in rule.ties)
    return TeamFigures(total, tuple(counted), ties, complete, None, by_node)


def _part(rule: Team, node: str, members: Sequence[Candidate], better: Better, prizes: Sequence[Outcome]) -> _Part:
    found = [(each, number) for each in members if (number := _member(rule, node, each, prizes)) is not None]
    found.sort(key=lambda pair: (link(pair[1], better), pair[0].key))
    counted = found[: rule.count or (1 if rule.take == "best" else None)]
    return _Part(node, counted, len(found), max(rule.least_members - len(found), 0))


def _zeros(rule: Team, part: _Part) -> int:
    """How many of the members that count are missing and count zero."""
    return part.missing if rule.count is None else min(part.missing, rule.count - len(part.counted))


def _too_few(rule: Team, parts: Sequence[_Part]) -> Reason | None:
    """Of the first node of which too few members have a figure; where missing ones count zero, only if all miss it."""
    short = [part for part in parts if part.missing]
    if not short or (rule.missing == "zero" and any(part.found for part in parts)):
        return None
    first = short[0]
    if first.node:
        return reason("members-of", node=first.node, found=first.found, needed=rule.least_members)
    return reason("members", found=first.found, needed=rule.least_members)


def _is_complete(rule: Team, members: Sequence[Candidate], parts: Sequence[_Part]) -> bool:
    """Of a node as many as count are enough; of totals, places and prizes everybody's has to be there."""
    waiting = [each for each in members if each.fault is not None and each.fault.word == "not-complete"]
    if not rule.of or rule.take in {"places", "prizes", "entrants"}:
        return not waiting
    return all(_is_enough(rule, part, waiting) for part in parts)


def _is_enough(rule: Team, part: _Part, waiting: Sequence[Candidate]) -> bool:
    if rule.count is not None and part.found >= rule.count:
        return True
    return all(each.figure(part.node) is not None for each in waiting)


def _member(rule: Team, node: str, each: Candidate, prizes: Sequence[Outcome]) -> Num | None:
    """What one member brings; None when it brings nothing.

    A figure counts whatever became of the member's total, unless a status takes the entry out altogether.
    """
    match rule.take:
        case "entrants":
            return Decimal(1) if "starters" in each.bases else None
        case "prizes":
            won = [outcome.given[each.key] for outcome in prizes if each.key in outcome.given]
            return max((rule.prize_points[prize] for prize in won if prize in rule.prize_points), default=ZERO)
        case "places":
            if each.place is None or each.fault is not None:
                return None
            if not rule.points:
                return Decimal(each.place)
            return rule.points[each.place - 1] if each.place <= len(rule.points) else ZERO
    return None if each.standing == "unranked" else each.number(node)


def _taken(take: str, numbers: Sequence[Num], zeros: int = 0) -> Num:
    with exact():
        total = total_of(numbers)
        return divide(total, len(numbers) + zeros) if take == "mean" else total


def _tie(node: str, take: Literal["sum", "mean", "best"], better: Better, counted: Sequence[Candidate]) -> Num | None:
    numbers = [number for each in counted if (number := each.number(node)) is not None]
    if len(numbers) < len(counted) or not numbers:
        return None
    if take == "best":
        return max(numbers) if better == "higher" else min(numbers)
    return _taken(take, numbers)
