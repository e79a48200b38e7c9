"""Places: by total, then down the tie chain; who is still equal shares the place and the next places stay empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby

from domain.entrants import Attributes, Columns, is_official
from domain.rulebook.parts import Display
from domain.rulebook.rulebook import Rulebook
from domain.rulebook.stages import Stage
from domain.scoring.numbers import NoResult, Value, simplest, text
from domain.scoring.ranking.chain import LAST, PLACED, UNRANKED, RankKey, links, rank_key
from domain.scoring.scored import Scored

_NOTHING: Columns = {}


@dataclass(frozen=True, slots=True)
class Placed:
    """`place` counts from 1; None for who is unranked or has no figure yet. `shared`: somebody else has it too.

    `shown` is the place as the rulebook writes it, empty without one. `category` is whose places they are, where a
    column's values are ranked each by itself.
    """

    key: str
    place: int | None
    shared: bool
    shown: str = field(default="", compare=False)
    category: str = field(default="", compare=False)


def rank(
    rulebook: Rulebook,
    scored: Mapping[str, Scored],
    attributes: Attributes | None = None,
    decided: Mapping[str, int] | None = None,
    stage: Stage | None = None,
) -> list[Placed]:
    """All entries from first to last, equal ones in the order of their ids, the unranked at the end.

    Categories one after another, where the rulebook ranks them each by itself. An unofficial entry has no place and
    pushes nobody down. `decided`: entry -> its order by a tie decision, 1 first; it comes after the whole chain.
    With a `stage` by that stage's total.

    Rule: docs/rules/shared-places.md, docs/rules/unofficial.md
    """
    known, drawn, per = attributes or {}, decided or {}, rulebook.ranking.per
    order: dict[tuple[bool, str], list[tuple[RankKey, str]]] = {}
    for entry, each in scored.items():
        columns = known.get(entry, _NOTHING)
        key = rank_key(rulebook, each, drawn.get(entry), stage)
        beside = key[0] == UNRANKED or not is_official(columns)
        order.setdefault((beside, columns.get(per, "") if per else ""), []).append((key, entry))
    placed: list[Placed] = []
    for beside, category in sorted(order):
        pairs = sorted(order[beside, category])
        placed += [Placed(entry, None, shared=False, category=category) for _, entry in pairs] if beside else ()
        placed += [] if beside else in_places(pairs, rulebook.ranking.display, category)
    return placed


def in_places(order: Sequence[tuple[RankKey, str]], display: Display, category: str = "") -> list[Placed]:
    """Of keys and whose they are, best first; equal keys share a place.

    Rule: docs/rules/shared-places.md
    """
    placed: list[Placed] = []
    for number, (key, group) in enumerate(groupby(order, key=lambda pair: pair[0]), 1):
        entries, first = [entry for _, entry in group], len(placed) + 1
        if key[0] in {PLACED, LAST}:
            signs = written(display, first, len(entries), number)
            shared = len(entries) > 1
            placed += [Placed(e, first, shared, sign, category) for e, sign in zip(entries, signs, strict=True)]
        else:
            placed += [Placed(entry, None, shared=False, category=category) for entry in entries]
    return placed


def written(display: Display, first: int, sharing: int, number: int) -> list[str]:
    """How a place is written for each of those sharing it: `number` is the how manieth different place it is.

    Rule: docs/rules/place-display.md
    """
    last = first + sharing - 1
    match display:
        case "1234":
            return [str(place) for place in range(first, last + 1)]
        case "1223":
            return [str(number)] * sharing
        case "1334":
            return [str(last)] * sharing
        case "fractional":
            return [text(simplest(Fraction(first + last, 2)))] * sharing
    return [str(first)] * sharing


def undecided_places(
    rulebook: Rulebook, placed: Sequence[Placed], scored: Mapping[str, Scored], stage: Stage | None = None
) -> list[tuple[str, ...]]:
    """Entries still equal at the end of the chain where places are never shared: each group waits for a tie decision.

    Who has no result needs none, and while somebody's figure may still change nothing is to be decided.

    Rule: docs/rules/shared-places.md
    """
    nodes = [node for how, node, _ in links(rulebook, stage) if how == "value"]
    return [] if rulebook.ranking.shared else list(_groups(placed, scored, stage, nodes))


def _groups(
    placed: Sequence[Placed], scored: Mapping[str, Scored], stage: Stage | None, nodes: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    for (_, place), group in groupby(placed, key=lambda each: (each.category, each.place)):
        entries = [each.key for each in group if _has_number(scored[each.key], stage)]
        complete = all(
            _final(scored[entry], stage) is not None and all(scored[entry].values[node] is not None for node in nodes)
            for entry in entries
        )
        if place is not None and len(entries) > 1 and complete:
            yield tuple(entries)


def _has_number(scored: Scored, stage: Stage | None) -> bool:
    figure = scored.total if stage is None else scored.running[stage.total]
    ranked = scored.standing_in("" if stage is None else stage.id) == "ranked"
    return ranked and figure is not None and not isinstance(figure, NoResult)


def _final(scored: Scored, stage: Stage | None) -> Value:
    """The total that no mark changes any more."""
    if stage is None:
        return scored.total if scored.complete else None
    return scored.values[stage.total]
