"""Who takes part: registering, amending, and putting entries into batches.

Rule: docs/rules/registration.md. A whole list enters in one append or not at all.
"""

from __future__ import annotations

from collections.abc import Collection

from domain import streams
from domain.contest import events
from domain.contest.commands import DescribeEntry, Description, NewEntry, RegisterEntries, SetBatch
from domain.contest.known import check_entry
from domain.contest.state import Contest
from domain.decision import Decision, Event
from domain.errors import Refused
from domain.names import checked


def register_entries(contest: Contest, command: RegisterEntries) -> Decision:
    """What stands just so is passed over.

    Raises: Refused bad-id, entry-exists, number-taken, unknown-entry, bad-column, column-twice.
    """
    amended = [wanted for wanted in command.amended if not _stands(contest, wanted)]
    new = [wanted for wanted in command.entries if not _stands(contest, wanted)]
    _check(contest, new, amended)
    happened: list[Event] = [events.EntryRegistered(*wanted) for wanted in new]
    happened += [events.EntryAmended(*wanted) for wanted in amended]
    known = contest.entries.keys() | {wanted.entry for wanted in new}
    for batch, entries in command.batches:
        happened += _batch(contest, known, batch, entries)
    for said in command.described:
        happened += _described(contest, known, said)
    return _written(command.contest, happened)


def set_batch(contest: Contest, command: SetBatch) -> Decision:
    """Raises: Refused bad-id, unknown-entry."""
    return _written(command.contest, _batch(contest, contest.entries.keys(), command.batch, command.entries))


def describe_entry(contest: Contest, command: DescribeEntry) -> Decision:
    """What stands just so changes nothing. Raises: Refused unknown-entry, bad-column, column-twice."""
    said = Description(command.entry, command.columns, command.official)
    return _written(command.contest, _described(contest, contest.entries.keys(), said))


def _described(contest: Contest, known: Collection[str], said: Description) -> list[Event]:
    if said.entry not in known:
        raise Refused("unknown-entry", entry=said.entry)
    for place, (column, _) in enumerate(said.columns, 1):
        if not column.strip():
            raise Refused("bad-column", place=place)
    if len({column for column, _ in said.columns}) < len(said.columns):
        raise Refused("column-twice", entry=said.entry)
    stands = contest.columns.get(said.entry, {}), said.entry not in contest.unofficial
    if stands == (dict(said.columns), said.official):
        return []
    return [events.EntryDescribed(said.entry, tuple(said.columns), said.official)]


def _stands(contest: Contest, wanted: NewEntry) -> bool:
    return contest.entries.get(wanted.entry) == events.EntryRegistered(*wanted)


def _check(contest: Contest, new: list[NewEntry], amended: list[NewEntry]) -> None:
    """Ids known or unknown as they should be, and every number one entry's once all is done."""
    seen: set[str] = set()
    for wanted in new:
        if checked(wanted.entry, "entry") in contest.entries or wanted.entry in seen:
            raise Refused("entry-exists", entry=wanted.entry)
        seen.add(wanted.entry)
    for wanted in amended:
        check_entry(contest, wanted.entry)
    changing = {wanted.entry for wanted in amended}
    holders = {number: entry for number, entry in contest.numbers.items() if entry not in changing}
    for wanted in (*new, *amended):
        if holders.setdefault(checked(wanted.number, "number"), wanted.entry) != wanted.entry:
            raise Refused("number-taken", number=wanted.number)


def _batch(contest: Contest, known: Collection[str], batch: str, entries: tuple[str, ...]) -> list[Event]:
    checked(batch, "batch")
    for entry in entries:
        if entry not in known:
            raise Refused("unknown-entry", entry=entry)
    return [] if contest.batches.get(batch) == entries else [events.BatchSet(batch, entries)]


def _written(contest_id: str, happened: list[Event]) -> Decision:
    return Decision(tuple((streams.contest(contest_id), event) for event in happened))
