"""Teams: their members' figures taken together, their places and their prizes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

from domain.rulebook.parts import Better
from domain.rulebook.results.awards import Base
from domain.rulebook.results.teams import Team
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.candidates import Candidate, by_column, candidates
from domain.scoring.awards.lists import given_to
from domain.scoring.awards.outcome import Outcome
from domain.scoring.entrants import Attributes
from domain.scoring.numbers import ZERO, Num, divide, exact, total_of
from domain.scoring.ranking.chain import NOTHING_YET, PLACED, RankKey
from domain.scoring.ranking.links import Link, link
from domain.scoring.ranking.places import Placed, in_places
from domain.scoring.scored import Scored
from domain.scoring.words.reasons import Reason, reason


@dataclass(frozen=True, slots=True)
class TeamFigures:
    """`total` is None for a team that has none yet or too few members; `counted` are the members it is made of.

    `complete`: no member's figure is still open.
    """

    total: Num | None
    counted: tuple[str, ...]
    ties: tuple[Num | None, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class TeamResult:
    """One team rule: the teams from first to last, their figures, and what each list of team prizes comes to."""

    id: str
    placed: Sequence[Placed]
    figures: Mapping[str, TeamFigures]
    awards: tuple[Outcome, ...] = field(default=())


def teams(  # noqa: PLR0913, PLR0917 - what the members did, and whose they are
    rulebook: Rulebook,
    placed: Sequence[Placed],
    scored: Mapping[str, Scored],
    attributes: Attributes,
    prizes: Sequence[Outcome] = (),
    decided: Mapping[str, int] | None = None,
) -> tuple[TeamResult, ...]:
    """The result of each team rule, in the rulebook's order. `prizes` are the entries' own award lists.

    `decided`: team -> its order by a tie decision. Unofficial entries count for no team.

    Rule: docs/rules/teams.md
    """
    field_ = candidates(rulebook, placed, scored, attributes)
    return tuple(_result(rule, rulebook, field_, prizes, decided or {}) for rule in rulebook.teams)


def _result(
    rule: Team, rulebook: Rulebook, entries: Sequence[Candidate], prizes: Sequence[Outcome], decided: Mapping[str, int]
) -> TeamResult:
    members = {team: each for team, each in by_column(entries, rule.by).items() if team}
    better = _better(rule, rulebook)
    figures = {team: team_figures(rule, each, better, prizes) for team, each in members.items()}
    order = sorted((_key(rule, each, better, decided.get(team)), team) for team, each in figures.items())
    placed = in_places(order, rulebook.ranking.display)
    names = {rule.of or rulebook.total}
    field_ = [_team_candidate(each, figures[each.key], names) for each in placed]
    return TeamResult(rule.id, placed, figures, given_to(rule.awards, field_, better))


def team_figures(
    rule: Team, members: Sequence[Candidate], better: Better, prizes: Sequence[Outcome] = ()
) -> TeamFigures:
    """One team's figure from its members', over the best of them as the rule counts them.

    Rule: docs/rules/teams.md
    """
    found = [(each, number) for each in members if (number := _member(rule, each, prizes)) is not None]
    found.sort(key=lambda pair: (link(pair[1], better), pair[0].key))
    missing = rule.least_members - len(found)
    counted = found[: rule.count or (1 if rule.take == "best" else None)]
    complete = all(each.fault is None or each.fault.word != "not-complete" for each in members)
    if not found or (missing > 0 and rule.missing == "unranked"):
        return TeamFigures(None, tuple(each.key for each, _ in counted), (), complete)
    numbers = [number for _, number in counted]
    total = _taken(rule.take, numbers, max(missing, 0))
    if rule.above is not None and total <= rule.above:
        return TeamFigures(None, tuple(each.key for each, _ in counted), (), complete)
    ties = tuple(_tie(tie.of, tie.take, tie.better, [each for each, _ in counted]) for tie in rule.ties)
    return TeamFigures(total, tuple(each.key for each, _ in counted), ties, complete)


def _member(rule: Team, each: Candidate, prizes: Sequence[Outcome]) -> Num | None:
    """What one member brings; None when it brings nothing."""
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
    return None if each.fault is not None and each.fault.word == "no-result" else each.number(rule.of)


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


def _better(rule: Team, rulebook: Rulebook) -> Better:
    """As written; else places without points the lower, points and numbers the higher, the total as it is ranked."""
    if rule.better is not None:
        return rule.better
    if rule.take == "places":
        return "higher" if rule.points else "lower"
    return rulebook.ranking.better if rule.take not in {"prizes", "entrants"} and not rule.of else "higher"


def _key(rule: Team, figures: TeamFigures, better: Better, decided: int | None) -> RankKey:
    if figures.total is None:
        return (NOTHING_YET,)
    chain = tuple(link(number, tie.better) for tie, number in zip(rule.ties, figures.ties, strict=True))
    drawn: Link = (1, ZERO) if decided is None else (0, decided)
    return (PLACED, *link(figures.total, better), chain, *drawn)


def _team_candidate(placed: Placed, figures: TeamFigures, names: Collection[str]) -> Candidate:
    """A team with its one figure, called what it is made of."""
    ranked = placed.place is not None
    fault: Reason | None = None if ranked and figures.complete else reason("not-complete" if ranked else "no-result")
    bases: frozenset[Base] = frozenset(get_args(Base) if ranked else ("entrants",))
    return Candidate(placed.key, placed.place, figures.total, dict.fromkeys(names, figures.total), {}, bases, fault)
