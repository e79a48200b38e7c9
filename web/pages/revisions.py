"""Published results by their numbered revision, each as it was announced; names are today's, for some are forgotten."""

from __future__ import annotations

import threading
from typing import NamedTuple

from domain import streams
from domain.publication.events import FinalPublished, ProvisionalPublished
from ledger.record import Record
from projections.lists import Lists
from projections.rows.view import Plain, View
from web.pages.past.folding import wall_at
from web.parts import Parts
from web.people import public_names

_WHO = ("entry", "number", "delegation", "name")


class Revision(NamedTuple):
    """One published result: `kind` is provisional or final, `at` official time in µs UTC, `digest` 64 hex digits."""

    number: int
    kind: str
    at: int
    position: int
    digest: str


def revisions(record: Record, contest: str) -> list[Revision]:
    """What has been published of a contest so far, oldest first."""
    kinds = {ProvisionalPublished: "provisional", FinalPublished: "final"}
    return [
        Revision(one.event.revision, kinds[type(one.event)], one.at, one.position, one.event.digest)
        for one in record.stream(streams.publication(contest))
        if type(one.event) in kinds
    ]


def as_announced(board: Plain, lists: Lists) -> Plain:
    """A published board with the lists of its result.

    `rows` in their order with places as written, `awards`, `stages`, `teams`; and `who`: code → whom it stands for, as
    the board's rows name them.
    """
    rows = {row["code"]: row for row in board["rows"]}
    who = {code: {word: row[word] for word in _WHO if word in row} for code, row in rows.items()}
    awards = [prize.plain() for prize in lists.prizes]
    for prize in awards:
        for told in ("winners", "tied"):
            prize[told] = [{**each, **who[each["code"]]} for each in prize[told]]
    placed = [{**rows[each["code"]], **each} for each in lists.places]
    return {**board, "rows": placed, "awards": awards, "stages": lists.stages, "teams": lists.teams, "who": who}


class Announced:
    """Results as they were announced: folded again from the record when first asked for, then kept without names."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._kept: dict[tuple[str, int], tuple[View, Lists]] = {}
        self._one_at_a_time = threading.Lock()

    def board(self, contest: str, revision: Revision) -> Plain:
        """The public board as of the publication, with its lists. May take seconds: call it on a thread of its own."""
        key = contest, revision.number
        with self._one_at_a_time:
            view, lists = self._kept.get(key) or self._kept.setdefault(key, self._folded(contest, revision.position))
        plain = view.plain()
        names = public_names(self._parts.registry)(contest, [row["entry"] for row in plain["rows"]])
        rows = [{**row, "name": names.get(row["entry"])} for row in plain["rows"]]
        return as_announced({**plain, "rows": rows}, lists)

    def _folded(self, contest: str, position: int) -> tuple[View, Lists]:
        wall = wall_at(self._parts.record, contest, position)
        lists = wall.announced()
        if lists is None:
            raise LookupError(contest, position)  # no publication at the end of this fold: a bug, and loud
        return wall.board.view(), lists
