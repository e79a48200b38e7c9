"""The official result as the desk's page and files show it: on codes, after decoding with numbers and names."""

from __future__ import annotations

from projections.lists import honour_list, lists
from projections.result import Result
from projections.rows.view import Plain
from projections.wall import Wall
from web.pages.organiser.visit import JURY, STAFF, Visit
from web.people import person_of


def may_see_result(visit: Visit) -> bool:
    """The jury from the first mark on; the others of the desk once it has been published."""
    with visit.parts.hall.wall(visit.contest) as wall:
        if wall.marks.contest.rulebook is None:
            return False
        is_public = wall.marks.publication.revision > 0
    return visit.holds(*JURY) or (is_public and visit.holds(*STAFF))


def result_table(visit: Visit) -> Plain:
    """The lists of the official result as of now: `rows`, `awards`, `stages`, `teams`, `honours`.

    With `digest`, `corrections`, and `who`: code → number, delegation and name, empty before decoding. Names are
    journalled until they are public.

    Raises: LookupError while no rulebook is fixed.
    """
    with visit.parts.hall.wall(visit.contest) as wall:
        result, marks = wall.result(), wall.marks
        told = _lists(wall, result)
        entries = dict(marks.codes.entry_of) if marks.codes.decoded else {}
        known = {code: marks.contest.entries[entry] for code, entry in entries.items()}
        is_public = marks.publication.revision > 0
    people = {code: person_of(visit.contest, entry) for code, entry in entries.items()}
    by, registry = visit.identity.account, visit.parts.registry
    names = registry.people.names(people.values(), by, "result", public=is_public)
    who: dict[str, dict[str, str]] = {row["code"]: {} for row in result.rows}
    for code, entry in known.items():
        name = names.get(people[code], "")
        who[code] = {"number": entry.number, "delegation": entry.delegation, "name": name}
    return told | {"digest": result.digest, "corrections": result.corrections, "named": bool(known), "who": who}


def _lists(wall: Wall, result: Result) -> Plain:
    marks, found = wall.marks, lists(wall.marks, result)
    titles = {prize.id: {"zh": prize.title.zh, "en": prize.title.en} for prize in marks.rulebook.prizes}
    return {
        "rows": [{**row, "awards": [titles[prize] for prize in row["awards"]]} for row in found.places],
        "awards": [prize.plain() for prize in found.prizes],
        "stages": found.stages,
        "teams": found.teams,
        "honours": honour_list(marks, result),
    }
