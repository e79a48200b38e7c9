"""Where the line lies between those who go on from a stage and the others: by place, by a limit, by decision."""

from __future__ import annotations

from dataclasses import dataclass

from domain.scoring.ranking.places import Placed
from domain.scoring.result import StageResult
from domain.scoring.why.parted import Order


@dataclass(frozen=True, slots=True)
class Full:
    """A unit that has as many in the next stage as may be: what stands in the column `by`, and who they are."""

    by: str
    unit: str
    most: int
    sharing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """Where those who go on end: the last who does by place and the first who does not, None where there is none.

    `decided`: a decision, and not the place, says what became of the entry. `full`: others of its unit took all that
    the limit leaves it, else None; those passed over so are not the first who do not go on. `let_in`: who goes on by
    decision alone.
    """

    follows: str
    through: bool
    decided: bool
    last: Placed | None = None
    first_out: Placed | None = None
    full: Full | None = None
    let_in: tuple[Placed, ...] = ()


def drawn(order: Order, stage: StageResult, entry: str) -> Line | None:
    """The line as it was drawn, whatever rule drew it; None in a stage nobody goes on from.

    Rule: docs/rules/stages.md
    """
    if stage.through is None:
        return None
    ids = [each.id for each in order.rulebook.stages]
    through, sent = set(stage.through), set(stage.sent)
    own = next(each for each in stage.placed if each.key == entry)
    placed = [each for each in stage.placed if each.category == own.category and each.place is not None]
    last = next((each for each in reversed(placed) if each.key in through & sent), None)
    passed = {each.key: full for each in placed if (full := _full(order, stage, each, last)) is not None}
    stayed = [each for each in placed if each.key not in through and each.key not in passed]
    return Line(
        ids[ids.index(stage.id) + 1],
        entry in through,
        (entry in through) != (entry in sent),
        last,
        stayed[0] if stayed else None,
        None if entry in through else passed.get(entry),
        tuple(each for each in placed if each.key in through - sent),
    )


def _full(order: Order, stage: StageResult, placed: Placed, last: Placed | None) -> Full | None:
    """Whether an entry at or above the line was passed over for its unit."""
    stated = next(each for each in order.rulebook.stages if each.id == stage.id).advance
    above = last is not None and (placed.place or 0) <= (last.place or 0)
    if stated is None or stated.limit is None or placed.key in stage.sent or not above:
        return None
    by, most, attributes = stated.limit.by, stated.limit.most, order.known.attributes
    unit = attributes.get(placed.key, {}).get(by, "").strip()
    sharing = tuple(each for each in stage.sent if attributes.get(each, {}).get(by, "").strip() == unit)
    return Full(by, unit, most, sharing) if unit and len(sharing) >= most else None
