"""Places: by total, then down the tie chain; who is still equal shares the place and the next places stay empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from domain.rulebook.results import Better
from domain.rulebook.rulebook import Rulebook
from domain.scoring.numbers import ZERO, Num, negated
from domain.scoring.scored import Scored

RankKey = tuple[int | Num, ...]

# Order of the standings; an entry that nothing has been released of stands between the placed and the last.
_PLACED, _NOTHING_YET, _LAST, _UNRANKED = range(4)


@dataclass(frozen=True, slots=True)
class Placed:
    """`place` counts from 1; None for who is unranked or has no figure yet. `shared`: somebody else has it too."""

    key: str
    place: int | None
    shared: bool


def rank_key(rulebook: Rulebook, scored: Scored) -> RankKey:
    """Smaller is better; equal keys share the place. Sorts with `bisect` for one entry more.

    Rule: docs/rules/tie-chain.md
    """
    if scored.standing != "ranked":
        return (_LAST if scored.standing == "last" else _UNRANKED,)
    if scored.total is None:
        return (_NOTHING_YET,)
    key: list[int | Num] = [_PLACED, _towards(rulebook.ranking.better, scored.total)]
    for tie in rulebook.ranking.ties:
        number = scored.running[tie.node]
        key += [1, ZERO] if number is None else [0, _towards(tie.better, number)]
    return tuple(key)


def rank(rulebook: Rulebook, scored: Mapping[str, Scored]) -> list[Placed]:
    """All entries from first to last, equal ones in the order of their ids, the unranked at the end.

    Rule: docs/rules/shared-places.md
    """
    order = sorted((rank_key(rulebook, each), entry) for entry, each in scored.items())
    placed: list[Placed] = []
    for key, group in groupby(order, key=lambda pair: pair[0]):
        entries = [entry for _, entry in group]
        place = len(placed) + 1 if key[0] in (_PLACED, _LAST) else None
        placed += [Placed(entry, place, place is not None and len(entries) > 1) for entry in entries]
    return placed


def _towards(better: Better, number: Num) -> Num:
    return number if better == "lower" else negated(number)
