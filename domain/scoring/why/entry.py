"""All that follows from an entry's figures, with its reasons: place, stages, prizes, teams and honours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

from domain.entrants import Columns
from domain.rulebook.rulebook import Rulebook
from domain.scoring.awards.candidates import Candidate, candidates
from domain.scoring.numbers import Value, text
from domain.scoring.result import ContestResult, Known
from domain.scoring.why.honours import Honoured, honoured
from domain.scoring.why.parted import Order
from domain.scoring.why.place import Stood, overall, stages
from domain.scoring.why.prizes import Lists, Prized, prized
from domain.scoring.words.reasons import Reason


@dataclass(frozen=True, slots=True)
class Member:
    """The team an entry belongs to by one team rule: its place, figure and prizes; whether the entry is counted in it.

    `total` is None for a team without a figure: `why`. `nodes`: where a team has several figures, those this entry
    counts in.
    """

    rule: str
    team: str
    shown: str
    total: Value
    counts: bool
    counted: tuple[str, ...]
    prizes: tuple[str, ...]
    why: Reason | None = None
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """One entry's part of the result. `node`: the figure behind its printed total."""

    entry: str
    node: str
    place: Stood
    stages: tuple[Stood, ...]
    prizes: tuple[Prized, ...]
    teams: tuple[Member, ...]
    honours: tuple[Honoured, ...]


def why(rulebook: Rulebook, found: ContestResult, known: Known, entry: str) -> Why:
    """Nothing is worked out again: what the result says, and what it was compared with.

    Raises: KeyError for an entry that is not in the result.
    """
    order = Order(rulebook, found.scored, known)
    field = candidates(rulebook, found.placed, found.scored, known.attributes)
    own = next((each for each in field if each.key == entry), None)
    lists = Lists(rulebook.awards, found.prizes, field, rulebook.ranking.better, rulebook.ranking.per, known.cuts)
    found.scored[entry]
    return Why(
        entry,
        node_behind(rulebook, found, entry),
        overall(order, found, entry),
        stages(order, found, entry),
        prized(lists, entry),
        tuple(_teams(rulebook, found, own, known.attributes.get(entry, {}))),
        honoured(rulebook, found.honours, own, entry),
    )


def node_behind(rulebook: Rulebook, found: ContestResult, entry: str) -> str:
    """The node whose value is the entry's total: of several stages the total of the last it took part in.

    Rule: docs/rules/stages.md
    """
    been = {stage.id for stage in found.stages if any(each.key == entry for each in stage.placed)}
    return next((each.total for each in reversed(rulebook.stages) if each.id in been), rulebook.total)


def plain(told: Any) -> Any:  # noqa: ANN401 - any of the parts above
    """For JSON: numbers as exact text, reasons as their word and what fills it."""
    match told:
        case None | bool() | str() | int():
            return told
        case Decimal() | Fraction() | Enum():
            return text(told)  # type: ignore[arg-type]  # of all enums only no result is a value
        case Reason():
            return {"word": told.word, **dict(told.gaps)}
        case tuple() | list():
            return [plain(each) for each in told]
    return {name: plain(getattr(told, name)) for name in told.__dataclass_fields__}


def _teams(rulebook: Rulebook, found: ContestResult, own: Candidate | None, columns: Columns) -> Iterator[Member]:
    for rule, result in zip(rulebook.teams, found.teams, strict=True):
        unit, category = (columns.get(column, "").strip() if column else "" for column in (rule.by, rule.per))
        team = f"{unit}/{category}" if category else unit
        if not unit or team not in result.figures:
            continue
        figures = result.figures[team]
        shown = next((each.shown for each in result.placed if each.key == team), "")
        counts = own is not None and own.key in figures.counted
        prizes = tuple(list_.given[team] for list_ in result.awards if team in list_.given)
        nodes = tuple(node for node, keys in figures.by_node if own is not None and own.key in keys)
        yield Member(rule.id, team, shown, figures.total, counts, figures.counted, prizes, figures.why, nodes)
