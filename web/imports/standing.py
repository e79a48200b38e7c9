"""What stands already, as tables say it: the rows of registered entries, and the scores and statuses there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from domain import rules
from domain.contest.state import Contest
from domain.names import ID
from domain.scoring.numbers import Absent, Mark, NoResult
from ledger.record import Record
from projections.folds.marks import Marks
from web.imports.columns import standing_of
from web.imports.entries import EntryRow
from web.imports.given import STATUS_OF, Given
from web.imports.plans import EntriesPlan

By = Literal["number", "code"]
PERSONAL = ("name", "team", "employer", "trade", "phone")  # kept in the registry; the rest stands in the record


def state_of(record: Record, stream: str) -> Any:  # noqa: ANN401 - the state class of the stream's kind
    """A stream's state as of the last commit; the hall may be a moment behind. Raises: RecordDamaged."""
    state = rules.start(stream)
    for one in record.stream(stream):
        state = rules.evolve(state, one.event)
    return state


def personal(row: EntryRow) -> dict[str, str]:
    """What of a row is kept in the registry."""
    return {field: getattr(row, field) for field in PERSONAL}


def rows_of(state: Contest, fields: Mapping[str, Mapping[str, str]]) -> dict[str, EntryRow]:
    """Entry number → its row; `fields` by entry are what the registry says of it, as far as that is known."""
    batch_of = {entry: batch for batch, entries in state.batches.items() for entry in entries}
    rows = {}
    for entry, each in state.entries.items():
        name, team, employer, trade, phone = (fields.get(entry, {}).get(field, "") for field in PERSONAL)
        batch = batch_of.get(entry, "")
        besides = standing_of(state.columns.get(entry, {}), official=entry not in state.unofficial)
        rows[each.number] = EntryRow(
            each.number, name, each.delegation, team, each.category, batch, employer, trade, phone, besides
        )
    return rows


def entry_ids(state: Contest, numbers: Iterable[str]) -> dict[str, str]:
    """An id for each new entry: "e" and its number; told apart where an entry that had the number before holds that."""
    ids: dict[str, str] = {}
    taken = set(state.entries)
    for number in numbers:
        entry, other = f"e{number}", 1
        while entry in taken or ID.fullmatch(entry) is None:
            other += 1
            entry = f"e{number[:30]}-{other}"
        ids[number] = entry
        taken.add(entry)
    return ids


def batches_after(state: Contest, ids: Mapping[str, str], plan: EntriesPlan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The whole list of every batch that the plan changes; `ids` are those of its new entries."""
    lists = {batch: list(entries) for batch, entries in state.batches.items()}
    for change in plan.changed:
        entry = state.numbers.get(change.new.number, "")
        if "batch" in change.changed and entry:
            if entry in lists.get(change.old.batch, ()):
                lists[change.old.batch].remove(entry)
            _add(lists, change.new.batch, entry)
    for row in plan.new:
        _add(lists, row.batch, ids[row.number])
    after = {batch: tuple(entries) for batch, entries in lists.items()}
    return tuple((batch, entries) for batch, entries in after.items() if state.batches.get(batch) != entries)


def _add(lists: dict[str, list[str]], batch: str, entry: str) -> None:
    if batch:
        lists.setdefault(batch, []).append(entry)


def codes_by(marks: Marks, by: By) -> dict[str, str]:
    """Entry number (or code) → code, of all who may be given a score: coded and not withdrawn.

    By number an entry is missing whose code is not known, because the map is sealed.
    """
    codes = [code for code in sorted(marks.codes.codes) if not marks.is_withdrawn(code)]
    if by == "code":
        return {code: code for code in codes}
    entries = ((code, marks.contest.entries.get(marks.codes.entry_of.get(code, ""))) for code in codes)
    return {entry.number: code for code, entry in entries if entry is not None}


def scores_of(marks: Marks, panel: str, aspect: str, by: By) -> dict[str, Given]:
    """What stands for one aspect of a panel of one seat; a stated status weighs more than a score.

    Raises: KeyError for an unknown panel; LookupError while no rulebook is fixed.
    """
    seat = marks.rulebook.panel(panel).seats[0]
    found: dict[str, Given] = {}
    for key, code in codes_by(marks, by).items():
        work = marks.works.get(code, {}).get(panel)
        if work is not None and work.status:
            found[key] = work.status
        elif work is not None and (given := _as_given(work.marks.get(aspect, {}).get(seat))) is not None:
            found[key] = given
    return found


def _as_given(mark: Mark | None) -> Given | None:
    """What a file would say for this mark: an attempt without result is given by its status's word."""
    if isinstance(mark, NoResult):
        return STATUS_OF[mark.value.lower()]
    return None if isinstance(mark, Absent) else mark
