"""What a table would change, set against what already stands: nothing is done here, only shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from web.imports.columns import merged
from web.imports.entries import SAID, EntryRow
from web.imports.given import Given
from web.imports.scores import ScoreRow


@dataclass(frozen=True, slots=True)
class EntryChange:
    """An entry whose row says something else than what stands; `changed` names the fields."""

    old: EntryRow
    new: EntryRow
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntriesPlan:
    """Entries to register, as they stand, to change, and those that stand but are not in the table (never removed)."""

    new: tuple[EntryRow, ...]
    same: tuple[EntryRow, ...]
    changed: tuple[EntryChange, ...]
    missing: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        return not (self.new or self.changed)


@dataclass(frozen=True, slots=True)
class Correction:
    """A score that stands and would become another: it enters with a reason, and the old one stays readable."""

    number: str
    old: Given
    new: Given


@dataclass(frozen=True, slots=True)
class ScoresPlan:
    """Scores to enter, as they stand, to correct, and entries whose score stands though the table gives none.

    What is `missing` is never taken away: to withdraw a score is a ruling, not a blank cell.
    """

    new: tuple[ScoreRow, ...]
    same: tuple[ScoreRow, ...]
    corrections: tuple[Correction, ...]
    missing: tuple[str, ...]

    @property
    def changes_nothing(self) -> bool:
        return not (self.new or self.corrections)

    @property
    def needs_reason(self) -> bool:
        return bool(self.corrections)


def plan_entries(rows: Sequence[EntryRow], existing: Mapping[str, EntryRow]) -> EntriesPlan:
    """Sets rows against what stands, by number. What a row's sheet has no column for (`said`) stays as it stands."""
    new, same, changed = [], [], []
    for row in rows:
        old = existing.get(row.number)
        if old is None:
            new.append(replace(row, columns=merged((), row.columns)))
            continue
        kept: dict[str, Any] = {key: getattr(old, key) for key in SAID if key not in row.said}
        wanted = replace(row, columns=merged(old.columns, row.columns), **kept)
        differing = tuple(key for key in (*SAID, "columns") if getattr(old, key) != getattr(wanted, key))
        if differing:
            changed.append(EntryChange(old, wanted, differing))
        else:
            same.append(wanted)
    missing = sorted(existing.keys() - {row.number for row in rows})
    return EntriesPlan(tuple(new), tuple(same), tuple(changed), tuple(missing))


def plan_scores(rows: Sequence[ScoreRow], existing: Mapping[str, Given]) -> ScoresPlan:
    """Sets rows against the scores that stand, by number (or code). Rows that give nothing change nothing."""
    given = {row.number: row for row in rows if row.given is not None}
    new = tuple(row for number, row in given.items() if number not in existing)
    same = tuple(row for number, row in given.items() if number in existing and existing[number] == row.given)
    corrections = tuple(
        Correction(number, existing[number], row.given)
        for number, row in given.items()
        if number in existing and row.given is not None and existing[number] != row.given
    )
    return ScoresPlan(new, same, corrections, tuple(sorted(existing.keys() - given.keys())))
