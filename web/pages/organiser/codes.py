"""Codes: drawn by lot, one for each entry, and decoded after the tally before a witness."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from random import Random
from typing import Any

from starlette.datastructures import FormData
from starlette.responses import Response

from domain.codes.commands import DecodeCodes, DrawCodes
from ledger.orders import Receipt
from projections.rows.view import Plain
from web.identity.forms import text_of
from web.pages.organiser.doing import carry_out, does, once
from web.pages.organiser.seating.people import officials_of
from web.pages.organiser.visit import Visit, at_desk
from web.people import person_of

_FEWEST_DIGITS = 2


async def _shown(visit: Visit, status: int = 200, **told: Any) -> Response:  # noqa: ANN401
    parts = visit.parts
    with parts.hall.wall(visit.contest) as wall:
        contest, codes = wall.marks.contest, wall.marks.codes
        taking_part = contest.entries.keys() - contest.withdrawn
        known: Plain = {
            "entries": len(taking_part),
            "drawn": len(codes.codes),
            "without": codes.without_code(taking_part),
            "decoded": codes.decoded,
            "sealed": bool(codes.commitment),
        }
    witnesses = [each for each in officials_of(parts, visit.contest)["supervisor"] if each != visit.identity.account]
    known["witnesses"] = witnesses
    known["names"] = parts.registry.accounts.display_names(witnesses, visit.identity.account, "codes")
    known["map"] = _map(visit) if visit.holds("coding_judge") or known["decoded"] else []
    return visit.show("desk/codes.html", status, **(known | told))


def _map(visit: Visit) -> list[Plain]:
    """Code by code whom it stands for; that somebody has looked is journalled."""
    parts, by = visit.parts, visit.identity.account
    with parts.hall.wall(visit.contest) as wall:
        contest, entry_of = wall.marks.contest, dict(wall.marks.codes.entry_of)
    if not entry_of:
        return []
    people = {person_of(visit.contest, entry): entry for entry in entry_of.values()}
    parts.registry.journal.write("saw-codes", by, [visit.contest], "codes")
    names = {people[person]: name for person, name in parts.registry.people.names(people, by, "codes").items()}
    return [
        {
            "code": code,
            "number": contest.entries[entry].number,
            "delegation": contest.entries[entry].delegation,
            "name": names.get(entry),
            "withdrawn": entry in contest.withdrawn,
        }
        for code, entry in sorted(entry_of.items())
    ]


@at_desk("codes")
async def codes_page(visit: Visit) -> Response:
    """GET /desk/{contest}/codes: how many are drawn; to the coding judge also whose they are."""
    return await _shown(visit)


@at_desk("codes", "coding_judge")
async def draw(visit: Visit) -> Response:
    """POST /desk/{contest}/codes/draw: a code for every entry that has none."""

    async def drawn(form: FormData) -> Receipt:
        with visit.parts.hall.wall(visit.contest) as wall:
            contest, codes = wall.marks.contest, wall.marks.codes
            coded = set(codes.entry_of.values())
            entries = [each for each in contest.entries if each not in coded and each not in contest.withdrawn]
            used = frozenset(codes.codes)
        pairs = once(visit, form, "draw", lambda: by_lot(used, entries, secrets.SystemRandom()))
        return await does(visit, form, DrawCodes(visit.contest, pairs))

    return await carry_out(visit, _shown, "draw", drawn)


@at_desk("codes", "coding_judge")
async def decode(visit: Visit) -> Response:
    """POST /desk/{contest}/codes/decode: before the supervisor named as `witness`."""

    async def decoded(form: FormData) -> Receipt:
        supervisors = officials_of(visit.parts, visit.contest)["supervisor"]
        witness = text_of(form, "witness")
        witnesses = (witness,) if witness in supervisors else ()
        return await does(visit, form, DecodeCodes(visit.contest, witnesses))

    return await carry_out(visit, _shown, "decode", decoded)


def by_lot(used: Collection[str], entries: Sequence[str], chance: Random) -> tuple[tuple[str, str], ...]:
    """(code, entry) pairs, in order of codes: the lowest numbers not used yet, given out by chance.

    Two digits, or as many as the highest number has; 07 and 007 are never both given.
    """
    taken = {int(code) for code in used if code.isdecimal()}
    highest = len(used) + len(entries)
    free = [number for number in range(1, highest + len(taken) + 1) if number not in taken][: len(entries)]
    digits = max(_FEWEST_DIGITS, len(str(max(free, default=0))))
    drawn = list(entries)
    chance.shuffle(drawn)
    return tuple((f"{number:0{digits}}", entry) for number, entry in zip(free, drawn, strict=True))
