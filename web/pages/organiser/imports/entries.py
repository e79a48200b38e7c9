"""Entries on the desk: who takes part, a list read and shown before it enters, and withdrawals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import Response

from domain.contest.commands import WithdrawEntry
from domain.errors import Malformed, Refused
from ledger.orders import Receipt
from web.acting import fresh_counter
from web.entering import enter_entries, entries_standing
from web.identity.forms import text_of
from web.imports.entries import SAID, EntriesRead, read_entries
from web.imports.plans import EntriesPlan, plan_entries
from web.imports.reading.limits import LIMITS
from web.pages.organiser.doing import accepted, carry_out, counter_of, does, reason_of
from web.pages.organiser.imports.tray import PlanMoved, Upload, as_seen, digest_of, file_in, tray_of
from web.pages.organiser.visit import Visit, at_desk
from web.people import person_of
from web.security import KIB, takes

KIND = "entries"
IMPORTERS = ("organiser", "entry_clerk")  # they also see names before decoding: the lists are theirs
ON_A_PAGE = 300
LARGEST = LIMITS.size + 64 * KIB


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    with visit.parts.hall.wall(visit.contest) as wall:
        contest, decoded = wall.marks.contest, wall.marks.codes.decoded
        entries = sorted(contest.entries.values(), key=lambda entry: (len(entry.number), entry.number))
        batch_of = {entry: batch for batch, members in contest.batches.items() for entry in members}
        withdrawn, unofficial = frozenset(contest.withdrawn), frozenset(contest.unofficial)
        columns = dict(contest.columns)
    pages = -(-len(entries) // ON_A_PAGE) or 1
    number = min(visit.asked("page") or 1, pages)
    part = entries[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    seals = {person_of(visit.contest, entry.entry): entry.seal for entry in part}
    names, unsealed = _names(visit, seals, decoded=decoded)
    known = {
        "entries": part,
        "count": len(entries) - len(withdrawn),
        "withdrawn": withdrawn,
        "unofficial": unofficial,
        "columns": columns,
        "headings": sorted({column for said in columns.values() for column in said}),
        "batch_of": batch_of,
        "names": names,
        "unsealed": unsealed,
        "sees_names": visit.holds(*IMPORTERS) or decoded,
        "person_of": partial(person_of, visit.contest),
        "pages_of_list": pages,
        "number_of_page": number,
        "faults": (),
        "file_name": "",
    }
    return visit.show("desk/imports/entries.html", status, **(known | told))


def _names(visit: Visit, seals: Mapping[str, bytes], *, decoded: bool) -> tuple[dict[str, str], int]:
    """Names by person for who may see them, and how many rows are not as the record sealed them."""
    people, by = visit.parts.registry.people, visit.identity.account
    if visit.holds(*IMPORTERS):
        unsealed = sum(people.agrees(person, seal) is False for person, seal in seals.items())
        return people.names(seals, by, "entries"), unsealed
    return (people.names(seals, public=True) if decoded else {}), 0


@at_desk("entries")
async def entries_page(visit: Visit) -> Response:
    """GET /desk/{contest}/entries: the list, `page` by page."""
    return await _shown(visit)


@takes(LARGEST)
@at_desk("entries", *IMPORTERS)
async def read_list(visit: Visit) -> Response:
    """POST /desk/{contest}/entries/read: a `file`, shown as what it would change; or every fault in it."""
    name = ""
    try:
        content, name = await file_in(visit)
        read = await run_in_threadpool(partial(read_entries, content, name, rulebook=visit.rulebook))
    except Malformed as malformed:
        return await _shown(visit, 422, faults=malformed.faults, file_name=name)
    return await _preview(visit, Upload(visit.contest, KIND, name, read, {}))


@at_desk("entries", *IMPORTERS)
async def enter_list(visit: Visit) -> Response:
    """POST /desk/{contest}/entries/enter: what was shown under this `n`, if its plan is still the one `seen`."""
    owner, n = visit.identity.token, counter_of(await visit.request.form())

    async def entered(form: FormData) -> Receipt:
        plan = await _plan(visit, tray_of(visit).find(owner, n, visit.contest, KIND).read)
        as_seen(visit, form, plan)
        return await accepted(visit, await enter_entries(visit.parts, visit.identity, n, visit.contest, plan))

    async def again(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
        try:
            return await _preview(visit, tray_of(visit).find(owner, n, visit.contest, KIND), status, **told)
        except Refused:
            return await _shown(visit, status, **told)

    try:
        return await carry_out(visit, again, "enter", entered)
    except PlanMoved:
        return await again(visit, moved=True)


@at_desk("entries", "organiser", "chief_judge")
async def withdraw(visit: Visit) -> Response:
    """POST /desk/{contest}/entries/withdraw: the entry of a `number`, with a `reason`."""

    async def withdrawn(form: FormData) -> Receipt:
        number = text_of(form, "number")
        with visit.parts.hall.wall(visit.contest) as wall:
            entry = wall.marks.contest.numbers.get(number, number)
        note = reason_of(visit, form, person_of(visit.contest, entry))
        return await does(visit, form, WithdrawEntry(visit.contest, entry, note))

    return await carry_out(visit, _shown, "withdraw", withdrawn)


async def _plan(visit: Visit, read: EntriesRead) -> EntriesPlan:
    return plan_entries(read.rows, await entries_standing(visit.parts, visit.contest, visit.identity.account))


async def _preview(visit: Visit, upload: Upload, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    """The plan on the screen, and the file on the tray under the number of the command that would enter it."""
    plan, n = await _plan(visit, upload.read), told.pop("n", 0) or fresh_counter(visit.parts, visit.identity.device)
    tray_of(visit).keep(visit.identity.token, n, upload)
    known = {
        "plan": plan,
        "filled": [field for field in (*SAID, "columns") if any(getattr(row, field) for row in plan.new)],
        "read": upload.read,
        "file_name": upload.name,
        "seen": digest_of(plan),
        "moved": False,
    }
    return visit.show("desk/imports/entries_preview.html", status, n=n, **(known | told))
