"""What happens to a contest's result. Stream `publication:C`; fields in order are the stored array.

`digest` is the SHA-256 (hex) of the result as the publisher saw it; `corrections` is how many corrections it includes.
The result itself is never stored: it is the fold of the record as of the event. What stands between a result and its
being final (open rulings, corrections) is written here too, so that one stream decides.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class ScoresTallied:
    """All modules are closed and every panel has signed: the totals stand, on codes."""

    digest: str


@dataclass(slots=True)
class ProvisionalPublished:
    """Named results, open to score queries and appeals until these times (µs UTC)."""

    revision: int
    digest: str
    corrections: int
    queries_close_at: int
    appeals_close_at: int


@dataclass(slots=True)
class NoticeOpened:
    """Public notice 公示 of a revision: objections by name until `closes_at` (µs UTC)."""

    revision: int
    closes_at: int


@dataclass(slots=True)
class FinalPublished:
    revision: int
    digest: str
    corrections: int


@dataclass(slots=True)
class RulingOpened:
    """A ruling was filed in time: no final result until it is settled."""

    ruling: str


@dataclass(slots=True)
class RulingSettled:
    ruling: str


@dataclass(slots=True)
class ResultCorrected:
    """A correction changed a mark: the last published revision is no longer the latest word. `number` counts from 1."""

    number: int
    ruling: str
