"""Teams in the order of their figures, each category by itself where the rule says so, and what they are given."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_args

from domain.entrants import Attributes, Columns
from domain.rulebook.parts import Better
from domain.rulebook.results.prizes import Base
from domain.rulebook.results.teams import Team
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.candidates import Candidate, by_column, candidates
from domain.scoring.awards.lists import given_to
from domain.scoring.awards.outcome import Outcome
from domain.scoring.numbers import ZERO
from domain.scoring.ranking.chain import NOTHING_YET, PLACED, RankKey
from domain.scoring.ranking.links import Link, link
from domain.scoring.ranking.places import Placed, in_places
from domain.scoring.scored import Scored
from domain.scoring.teams.figures import TeamFigures, team_figures
from domain.scoring.words.reasons import reason


@dataclass(frozen=True, slots=True)
class TeamResult:
    """One team rule: the teams from first to last, their figures, and what each list of team prizes comes to.

    Where teams are ranked in categories, one of the unit `east` in `men` is called `east/men`.
    """

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
    better, placed, figures, columns = _better(rule, rulebook), list[Placed](), dict[str, TeamFigures](), {}
    for category, members in by_column(entries, rule.per).items():
        here: dict[str, TeamFigures] = {}
        for unit, each in by_column(members, rule.by).items():
            if unit:
                team = f"{unit}/{category}" if category else unit
                here[team] = team_figures(rule, each, better, prizes)
                columns[team] = {rule.by: unit} | ({rule.per: category} if rule.per else {})
        order = sorted((_key(rule, each, better, decided.get(team)), team) for team, each in here.items())
        placed += in_places(order, rulebook.ranking.display, category)
        figures |= here
    names = rule.of if len(rule.of) == 1 else (rulebook.total,)
    field_ = [_team_candidate(each, figures[each.key], names, columns[each.key]) for each in placed]
    return TeamResult(rule.id, placed, figures, given_to(rule.awards, field_, better, rule.per))


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


def _team_candidate(placed: Placed, figures: TeamFigures, names: Collection[str], columns: Columns) -> Candidate:
    """A team with its one figure, called what it is made of."""
    ranked = placed.place is not None
    fault = None if figures.complete else reason("not-complete")
    if not ranked:
        fault = figures.why or reason("no-result")
    bases: frozenset[Base] = frozenset(get_args(Base) if ranked else ("entrants",))
    known = dict.fromkeys(names, figures.total if figures.complete else None)
    return Candidate(
        placed.key,
        placed.place,
        figures.total,
        known,
        columns,
        bases,
        fault,
        "ranked" if ranked else "unranked",
    )
