"""Published results by their numbered revision, each as it was announced; names are today's, for some are forgotten."""

from __future__ import annotations

import threading
from typing import NamedTuple

from domain import streams
from domain.publication.events import FinalPublished, ProvisionalPublished
from ledger.record import Record
from projections.rows.view import Plain, View
from web.pages.past.folding import wall_at
from web.parts import Parts
from web.people import public_names


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


class Announced:
    """Results as they were announced: folded again from the record when first asked for, then kept without names."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._views: dict[tuple[str, int], View] = {}
        self._one_at_a_time = threading.Lock()

    def board(self, contest: str, revision: Revision) -> Plain:
        """The public board as of the publication. May take seconds: call it on a thread of its own."""
        key = contest, revision.number
        with self._one_at_a_time:
            view = self._views.get(key) or self._views.setdefault(key, self._folded(contest, revision.position))
        plain = view.plain()
        names = public_names(self._parts.registry)(contest, [row["entry"] for row in plain["rows"]])
        rows = [{**row, "name": names.get(row["entry"])} for row in plain["rows"]]
        return {**plain, "rows": rows}

    def _folded(self, contest: str, position: int) -> View:
        return wall_at(self._parts.record, contest, position).board.view()
