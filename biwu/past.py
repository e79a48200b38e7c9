"""A contest's wall as it hung at some earlier moment, folded from a record that is only read."""

from __future__ import annotations

from biwu.faults import Unusable
from biwu.progress import Progress
from domain.streams import parts
from ledger.record import Record
from projections.wall import Wall
from web.pages.past.folding import moment_of


def wall_at(record: Record, contest: str, position: int) -> Wall:
    """The wall after the events up to `position`. Raises: Unusable, naming the contests there are."""
    wall, others = Wall(contest), set()
    progress = Progress("replay")
    for page in record.rows(upto=position):
        for one in record.codec.recorded(page):
            stream = parts(one.stream)
            if len(stream) == 1:
                continue
            if stream[1] == contest:
                wall.fold(one)
            others.add(stream[1])
        progress(page[-1][0], position)
    progress.end()
    if contest not in others:
        known = "、".join(sorted(others)) or "—"
        raise Unusable(f"没有赛项 {contest}（有：{known}）", f"there is no contest {contest} (there are: {known})")
    return wall


def position_of(record: Record, moment: str | None, zone: str) -> int:
    """The position meant by "1234", "2026-11-20 09:31:07" (in the zone, or with an offset) or nothing: the end.

    Raises: Unusable for what is neither.
    """
    end = record.head().position
    if moment is None:
        return end
    if moment.isascii() and moment.isdecimal():
        return min(int(moment), end)
    try:
        at = moment_of(moment, zone)
    except ValueError:
        raise Unusable(
            f"“{moment}”既不是编号也不是时间（2026-11-20 09:31:07）",
            f"“{moment}” is neither a position nor a time (2026-11-20 09:31:07)",
        ) from None
    return record.position_at(at)
