"""Who goes on from a stage: the first so many of it, or a share of those who started, within what a quota leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby

from domain.entrants import Attributes
from domain.rulebook.stages import Advance, Quota, Stage
from domain.scoring.ranking.places import Placed
from domain.scoring.rounding import whole_number
from domain.scoring.scored import Scored
from domain.scoring.statuses import NOT_STARTED


@dataclass(frozen=True, slots=True)
class Field:
    """What besides the places decides who goes on.

    `attributes`: entry -> what the list of entries says of it. `started`: who counts for a share. `kept`: who has been
    in the next stage and lost the place since; each keeps the slot, so that nobody moves up into it afterwards.
    """

    attributes: Attributes = field(default_factory=dict)
    started: Collection[str] = ()
    kept: Collection[str] = ()


def started(scored: Scored, stage: Stage) -> bool:
    """Whether an entry that is in a stage has also begun it.

    Rule: docs/rules/stages.md
    """
    found = scored.in_stage.get(stage.id)
    return found is None or found.standing == "ranked" or found.status not in NOT_STARTED


def going_through(placed: Sequence[Placed], advance: Advance, field_: Field | None = None) -> tuple[str, ...]:
    """The entries that the ranking sends on, of each category by itself, those of `kept` among them.

    Rule: docs/rules/stages.md
    """
    known = field_ or Field()
    categories: dict[str, list[Placed]] = {}
    for each in placed:
        categories.setdefault(each.category, []).append(each)
    return tuple(entry for each in categories.values() for entry in _of_category(each, advance, known))


def _of_category(placed: Sequence[Placed], advance: Advance, known: Field) -> list[str]:
    through = [each.key for each in placed if each.key in known.kept]
    slots = _slots(advance, sum(each.key in known.started for each in placed)) - len(through)
    order = (each for each in placed if each.place is not None and each.key not in known.kept)
    for _, group in groupby(order, key=lambda each: each.place):
        rooms = list(_rooms([each.key for each in group], through, advance.limit, known.attributes))
        if slots <= 0 or (advance.ties == "none" and sum(room for _, room in rooms) > slots):
            break
        going = [alike for alike, room in rooms if advance.ties == "all" or room == len(alike)]
        through += (entry for alike in going for entry in alike)
        slots -= sum(map(len, going))
    return through


def _slots(advance: Advance, started: int) -> int:
    if advance.share is None or advance.rounding is None:
        return advance.first or 0
    return whole_number(started * Fraction(advance.share), advance.rounding)


def _rooms(
    tied: Sequence[str], through: Sequence[str], quota: Quota | None, attributes: Attributes
) -> Iterator[tuple[list[str], int]]:
    """Those on one place who are alike by the quota's column, and how many of them it lets go on; never none."""
    by = "" if quota is None else quota.by
    alike: dict[str, list[str]] = {}
    for entry in tied:
        alike.setdefault(_unit(entry, by, attributes), []).append(entry)
    used = Counter(_unit(entry, by, attributes) for entry in through)
    for unit, entries in alike.items():
        room = len(entries) if quota is None or not unit else min(len(entries), quota.most - used[unit])
        if room > 0:
            yield entries, room


def _unit(entry: str, by: str, attributes: Attributes) -> str:
    """What stands in the column; an empty cell is nobody's unit."""
    return attributes.get(entry, {}).get(by, "").strip() if by else ""
