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

from domain.scoring.numbers import text
from domain.scoring.ranking.places import Placed
from domain.scoring.result import ContestResult
from domain.scoring.scheme import scheme
from domain.scoring.scored import Scored
from domain.scoring.teams import TeamResult
from projections.folds.marks import Marks
from projections.rows.cells import figures, signed
from projections.rows.outcome import outcome
from projections.rows.view import Plain
from projections.standings import Standings


@dataclass(frozen=True)
class Result:
    """`rows` from first to last: code, place, shared, values by module, total, complete, status, award.

    Where the rulebook brings them also: the place as it is `shown`, `awards` of several lists, `honours`, the
    `category` ranked by itself. `outcome` is what they were written from, no part of the digest.
    """

    contest: str
    rulebook: str
    corrections: int
    cuts: tuple[tuple[str, str], ...]
    rows: tuple[Plain, ...]
    outcome: ContestResult = field(repr=False, compare=False)

    @property
    def scored(self) -> Mapping[str, Scored]:
        """The exact figures, by code."""
        return self.outcome.scored

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
            **_beside(self.outcome),
        }


def official_result(marks: Marks, standings: Standings) -> Result:
    """The result as of the last event folded. Raises: LookupError while no rulebook is fixed."""
    rulebook = marks.rulebook
    # Marks that nobody has signed count for a performance that was not finished, if the rulebook says so; beside
    # the name of somebody who withdrew or was disqualified they have no business in a published result.
    scored = {
        code: each if each.standing == "ranked" else _as_signed(marks, code)
        for code, each in standings.scored().items()
    }
    found = outcome(marks, scored)
    rows = tuple(
        {
            "code": each.key,
            "place": each.place,
            "shared": each.shared,
            **figures(rulebook, found.scored[each.key]),
            "award": next((list_.given[each.key] for list_ in found.prizes if each.key in list_.given), None),
            **_further(found, each),
        }
        for each in found.placed
    )
    return Result(
        marks.contest_id, marks.contest.digest, marks.publication.corrections, marks.contest.cuts, rows, found
    )


def _further(found: ContestResult, placed: Placed) -> Plain:
    """What only some rulebooks bring: the place as written, prizes of several lists, honours; nothing where none do."""
    prizes = [list_.given[placed.key] for list_ in found.prizes if placed.key in list_.given]
    honours = [each.gives or each.honour for each in found.honours.given.get(placed.key, ())]
    plain = placed.shown in ("", str(placed.place))
    return {
        **({} if plain else {"shown": placed.shown}),
        **({"awards": prizes} if len(prizes) > 1 else {}),
        **({"honours": honours} if honours else {}),
        **({"category": placed.category} if placed.category else {}),
    }


def _as_signed(marks: Marks, code: str) -> Scored:
    return scheme(marks.rulebook).evaluate_all({code: marks.given(code, signed(marks, code))})[code]


def _beside(found: ContestResult) -> Plain:
    """Stages and teams, where there are any: who stands where, and who goes on."""
    stages = [
        {
            "stage": each.id,
            "rows": [[placed.key, placed.place] for placed in each.placed],
            "through": None if each.through is None else sorted(each.through),
        }
        for each in found.stages
    ]
    teams = [
        {"rule": each.id, "rows": [[placed.key, placed.place, _total(each, placed.key)] for placed in each.placed]}
        for each in found.teams
    ]
    return {**({"stages": stages} if stages else {}), **({"teams": teams} if teams else {})}


def _total(found: TeamResult, team: str) -> str | None:
    total = found.figures[team].total
    return None if total is None else text(total)
