"""Lists of entries and files of scores on their way into the record: what stands, and entering what a plan says.

Pages and `biwu import` both come through here. The order in which a list enters is made for a crash at any point:

1. One at a time in each contest (`in_turn`), because registry and record are two files.
2. A command the desk has answered already gets its stored answer, and nothing is written.
3. The rules are asked first, on the record as it stands: what they refuse has left the registry untouched.
4. The people are written to the registry, all or none. A crash here leaves rows that nobody points to or, for a
   corrected name, a row that the record's seal does not agree with.
5. The desk is asked, with the seals of those rows: one append.

Whoever was cut off between 4 and 5 does the same again: equal rows keep their seals, and a row whose seal is not the
record's counts as not standing (`entries_standing`), so the same list shows it as a change, and entering it seals it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from starlette.concurrency import run_in_threadpool

from domain import rules, streams
from domain.contest.commands import NewEntry, RegisterEntries
from domain.contest.state import Contest
from domain.decision import Asked
from domain.errors import Refused
from domain.marks import canonical
from domain.notes import NO_NOTE, Note
from domain.sheets.commands import EnterScores
from ledger.desk import Desk
from ledger.orders import Receipt
from web.acting import actor_for, ask
from web.identity.identity import Identity
from web.imports import standing
from web.imports.columns import description
from web.imports.entries import EntryRow
from web.imports.given import Given
from web.imports.plans import EntriesPlan, ScoresPlan
from web.imports.standing import By
from web.parts import Parts
from web.people import person_of

_SOME_NOTE = Note("asked-first", b"")  # what the rules are asked with, before there is a text to name
_turns: WeakKeyDictionary[Desk, dict[str, asyncio.Lock]] = WeakKeyDictionary()


@asynccontextmanager
async def in_turn(parts: Parts, contest: str) -> AsyncIterator[None]:
    """Nobody else enters a list into this contest meanwhile, nor tallies it from a page: that ends registration."""
    async with _turns.setdefault(parts.desk, {}).setdefault(contest, asyncio.Lock()):
        yield


async def entries_standing(parts: Parts, contest: str, by: str) -> dict[str, EntryRow]:
    """Every registered entry by its number, withdrawn ones too; `by` is journalled as having seen their particulars.

    Of somebody who was erased, or whose row in the registry is not the one the record sealed, only what the record
    itself says: number, delegation, category and batch.
    """
    return await run_in_threadpool(_standing, parts, contest, by)


async def enter_entries(parts: Parts, identity: Identity, counter: int, contest: str, plan: EntriesPlan) -> Receipt:
    """What is new is registered, what changed is amended, batches follow: all of it in one append, or nothing.

    Raises: Refused by the rules before anything is written, or `forgotten`, `text-too-long`, `text-unreadable` by the
    registry; TooBusy and RecordError as `ask`.
    """
    async with in_turn(parts, contest):
        answered = parts.record.receipt(identity.device, counter)
        if answered is not None:
            return answered
        state = await run_in_threadpool(_contest_of, parts, contest)
        ids = standing.entry_ids(state, [row.number for row in plan.new])
        people = {person_of(contest, entry): standing.personal(row) for entry, row in _wanted(state, ids, plan)}
        await run_in_threadpool(
            _permit, parts, identity, _registering(contest, state, ids, plan, dict.fromkeys(people, b""))
        )
        seals = await run_in_threadpool(parts.registry.people.write_all, people, identity.account)
        return await ask(parts, identity, counter, _registering(contest, state, ids, plan, seals))


async def scores_standing(parts: Parts, contest: str, panel: str, aspect: str, by: By = "number") -> dict[str, Given]:
    """The score or stated status of every entry that has one, by entry number or code. Raises: KeyError, LookupError.

    By number only as far as the map from codes to entries is open.
    """
    with parts.hall.wall(contest) as wall:
        return standing.scores_of(wall.marks, panel, aspect, by)


async def enter_scores(  # noqa: PLR0913, PLR0917 - one argument a fact it needs
    parts: Parts,
    identity: Identity,
    counter: int,
    contest: str,
    panel: str,
    plan: ScoresPlan,
    reason: str = "",
    *,
    by: By = "number",
    aspect: str = "",
) -> Receipt:
    """New scores and corrections in one append; `reason` is kept when there are corrections, which need it.

    `aspect`: the panel's first when it is not given. Raises: as `enter_entries`; KeyError for an unknown panel.
    """
    async with in_turn(parts, contest):
        answered = parts.record.receipt(identity.device, counter)
        if answered is not None:
            return answered
        with parts.hall.wall(contest) as wall:
            known = standing.codes_by(wall.marks, by)
            aspect = aspect or wall.marks.rulebook.panel(panel).aspects[0].id
        command = _scoring(contest, panel, aspect, plan, known)
        explained = plan.needs_reason and bool(reason.strip())
        await run_in_threadpool(_permit, parts, identity, replace(command, note=_SOME_NOTE) if explained else command)
        note = parts.registry.documents.write(reason, identity.account) if explained else NO_NOTE
        return await ask(parts, identity, counter, replace(command, note=note))


def _standing(parts: Parts, contest: str, by: str) -> dict[str, EntryRow]:
    state = _contest_of(parts, contest)
    people, registry = {person_of(contest, entry): entry for entry in state.entries}, parts.registry.people
    seen = registry.all_fields(people, by, "entries")
    sealed = {
        people[person]: fields
        for person, fields in seen.items()
        if registry.agrees(person, state.entries[people[person]].seal)
    }
    return standing.rows_of(state, sealed)


def _contest_of(parts: Parts, contest: str) -> Contest:
    state: Contest = standing.state_of(parts.record, streams.contest(contest))
    return state


def _wanted(state: Contest, ids: dict[str, str], plan: EntriesPlan) -> list[tuple[str, EntryRow]]:
    """The rows to write with their entries' ids; a number nobody knows any more is left to the rules to refuse."""
    changed = [(state.numbers.get(change.new.number, "e" + change.new.number), change.new) for change in plan.changed]
    return [*((ids[row.number], row) for row in plan.new), *changed]


def _registering(
    contest: str, state: Contest, ids: dict[str, str], plan: EntriesPlan, seals: dict[str, bytes]
) -> RegisterEntries:
    entries = tuple(
        NewEntry(entry, row.number, row.delegation, row.category, seals[person_of(contest, entry)])
        for entry, row in _wanted(state, ids, plan)
    )
    new = len(plan.new)
    described = tuple(
        description(entry, row.columns)
        for (entry, row), changed in zip(_wanted(state, ids, plan), _changed(plan), strict=True)
        if "columns" in changed
    )
    return RegisterEntries(contest, entries[:new], entries[new:], standing.batches_after(state, ids, plan), described)


def _changed(plan: EntriesPlan) -> Iterator[tuple[str, ...]]:
    """What is to be written of each wanted row beyond its particulars, in the order of `_wanted`."""
    yield from (("columns",) if row.columns else () for row in plan.new)
    yield from (change.changed for change in plan.changed)


def _scoring(contest: str, panel: str, aspect: str, plan: ScoresPlan, codes: dict[str, str]) -> EnterScores:
    """Raises: Refused("unknown-entry") for a number or code that has gone since the plan was made."""
    given = {row.number: row.given for row in plan.new} | {each.number: each.new for each in plan.corrections}
    gone = sorted(given.keys() - codes.keys())
    if gone:
        raise Refused("unknown-entry", entry=gone[0])
    rows = tuple((codes[key], aspect, canonical(value)) for key, value in given.items() if isinstance(value, Decimal))
    absent = tuple((codes[key], status) for key, status in given.items() if isinstance(status, str))
    return EnterScores(contest, panel, rows, absent=absent)


def _permit(parts: Parts, identity: Identity, command: Any) -> None:  # noqa: ANN401 - any command
    """Raises: Refused, as the desk would."""
    asked = Asked(actor_for(parts, identity, command), parts.desk.clock.now())
    rules.decide(partial(standing.state_of, parts.record), command, asked)
