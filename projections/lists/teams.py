"""The list of each team rule: place, team, total, the members that counted, and the team's prizes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from domain.rulebook.parts import Words
from domain.rulebook.printing.speech import Language, about
from domain.rulebook.results.awards import Prize
from domain.rulebook.results.teams import Team
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import Num, shown
from domain.scoring.ranking.places import Placed
from domain.scoring.scheme import scheme
from domain.scoring.teams import TeamResult
from domain.scoring.words.labels import Labelled
from domain.scoring.words.reasons import Reason
from projections.folds.marks import Marks
from projections.result import Result
from projections.rows.view import Plain


def team_lists(marks: Marks, result: Result) -> tuple[Plain, ...]:
    """In the rulebook's order: `rule`, `title`, `rows` category by category, and the `open` prizes.

    A row: `team` (as the column has it), `category`, place, shared, `shown`, `total`, `about` (nearly, of a number
    without end), `members` (codes that counted), `prizes` (titles), and `why` it has no place, in both languages. Of
    an open prize: `title`, how many are `vacant`, and the teams that a tie leaves `undecided`.

    Rule: docs/rules/teams.md
    """
    rulebook = marks.rulebook
    return tuple(
        {
            "rule": rule.id,
            "title": _words(rule.title),
            "rows": [_row(rulebook, rule, found, each) for each in found.placed],
            "open": list(_open(rule, found)),
        }
        for rule, found in zip(rulebook.teams, result.outcome.teams, strict=True)
        if found.placed
    )


def _row(rulebook: Rulebook, rule: Team, found: TeamResult, placed: Placed) -> Plain:
    figures, why = found.figures[placed.key], found.figures[placed.key].why
    return {
        "team": _called(placed.key, placed.category),
        "category": placed.category,
        "place": placed.place,
        "shared": placed.shared,
        "shown": placed.shown,
        **_total(figures.total, _places(rulebook, rule)),
        "members": list(figures.counted),
        "prizes": [_words(prize.title) for prize in _won(rule, found, placed.key)],
        "why": None if why is None else {"zh": _told(why, rulebook, "zh"), "en": _told(why, rulebook, "en")},
    }


def _places(rulebook: Rulebook, rule: Team) -> int | None:
    """With as many as the members' figures it adds; means, points and counts as they are."""
    if rule.take not in {"sum", "best"}:
        return None
    known = scheme(rulebook).places
    return max((known.get(node) or 0 for node in rule.of or (rulebook.total,)), default=0) or None


def _total(total: Num | None, places: int | None) -> Plain:
    if total is None:
        return {"total": None, "about": ""}
    return {"total": shown(total, places), "about": about(total)}


def _told(why: Reason, rulebook: Rulebook, language: Language) -> str:
    """With the node's title in the place of its name."""
    speech = Labelled(rulebook, language)
    gaps = tuple((gap, speech.node(said) if gap == "node" else said) for gap, said in why.gaps)
    return replace(why, gaps=gaps).told(language)


def _called(team: str, category: str) -> str:
    """Teams ranked in categories carry theirs behind their name, which stands above the table already."""
    return team.removesuffix(f"/{category}") if category else team


def _won(rule: Team, found: TeamResult, team: str) -> Iterator[Prize]:
    for given, outcome in zip(rule.awards, found.awards, strict=True):
        yield from (prize for prize in given.prizes if prize.id == outcome.given.get(team))


def _open(rule: Team, found: TeamResult) -> Iterator[Plain]:
    category = {each.key: each.category for each in found.placed}
    for given, outcome in zip(rule.awards, found.awards, strict=True):
        for prize in given.prizes:
            ties = [tie.entries for tie in outcome.undecided if prize.id in dict(tie.prizes)]
            undecided = [_called(team, category[team]) for tie in ties for team in tie]
            vacant = sum(each.count for each in outcome.vacant if given.mode == "fixed" and each.prize == prize.id)
            if vacant or undecided:
                yield {"title": _words(prize.title), "vacant": vacant, "undecided": undecided}


def _words(title: Words) -> dict[str, str]:
    return {"zh": title.zh, "en": title.en}
