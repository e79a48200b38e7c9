"""The official result: ranked rows, totals and awards as canonical text, and the digest that a publication states.

It is made on codes and holds nothing that may have to be forgotten: whoever has the record can make it again, also
after every name has been erased. Format 1; docs/record.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from domain.marks import number
from domain.scoring.awards import awards
from domain.scoring.ranking import rank
from domain.scoring.scored import Scored
from projections.folds.marks import Marks
from projections.rows.cells import figures, released
from projections.rows.view import Plain
from projections.standings import Standings


@dataclass(frozen=True)
class Result:
    """`rows` from first to last: code, place, shared, values by module, total, complete, status, award.

    `scored` are the exact figures they were written from, by code; they are no part of the digest.
    """

    contest: str
    rulebook: str
    corrections: int
    cuts: tuple[tuple[str, str], ...]
    rows: tuple[Plain, ...]
    scored: Mapping[str, Scored] = field(repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """SHA-256 in hex of the canonical bytes."""
        return hashlib.sha256(self.canonical).hexdigest()

    @property
    def canonical(self) -> bytes:
        """UTF-8 JSON, keys sorted, no spaces; equal results have equal bytes."""
        return json.dumps(self.plain(), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def plain(self) -> Plain:
        return {
            "format": 1,
            "contest": self.contest,
            "rulebook": self.rulebook,
            "corrections": self.corrections,
            "cuts": [list(cut) for cut in self.cuts],
            "rows": list(self.rows),
        }


def official_result(marks: Marks, standings: Standings) -> Result:
    """The result as of the last event folded. Raises: LookupError while no rulebook is fixed."""
    rulebook = marks.rulebook
    # Marks that nobody has signed count for a performance that was not finished, if the rulebook says so; beside
    # the name of somebody who withdrew or was disqualified they have no business in a published result.
    scored = {
        code: each if each.standing == "ranked" else released(marks, code) for code, each in standings.scored().items()
    }
    placed = rank(rulebook, scored)
    cuts = marks.contest.cuts
    given = awards(rulebook, placed, scored, {prize: number(lowest) for prize, lowest in cuts})
    rows = tuple(
        {
            "code": each.key,
            "place": each.place,
            "shared": each.shared,
            **figures(rulebook, scored[each.key]),
            "award": given.get(each.key),
        }
        for each in placed
    )
    return Result(marks.contest_id, marks.contest.digest, marks.publication.corrections, cuts, rows, scored)
