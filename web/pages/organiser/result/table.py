"""The official result as a page or a file shows it: on codes, after decoding with numbers and names."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from domain.scoring.statuses import STATUSES
from projections.rows.view import Plain
from web.exports.delimited import Value
from web.pages.organiser.visit import JURY, STAFF, Visit
from web.people import person_of
from web.words.language import Language

_TOKENS = {state.word: state.token for state in STATUSES}


def may_see_result(visit: Visit) -> bool:
    """The jury from the first mark on; the others of the desk once it has been published."""
    with visit.parts.hall.wall(visit.contest) as wall:
        if wall.marks.contest.rulebook is None:
            return False
        is_public = wall.marks.publication.revision > 0
    return visit.holds(*JURY) or (is_public and visit.holds(*STAFF))


def result_table(visit: Visit) -> Plain:
    """`rows` of the official result, `digest` and `corrections` as of now; names are journalled until they are public.

    Raises: LookupError while no rulebook is fixed.
    """
    with visit.parts.hall.wall(visit.contest) as wall:
        result, marks = wall.result(), wall.marks
        who = {}
        if marks.codes.decoded:
            who = {code: marks.contest.entries[entry] for code, entry in marks.codes.entry_of.items()}
        titles = {prize.id: prize.title for prize in marks.rulebook.prizes}
        is_public = marks.publication.revision > 0
    people = {code: person_of(visit.contest, entry.entry) for code, entry in who.items()}
    by, registry = visit.identity.account, visit.parts.registry
    names = registry.people.names(people.values(), by, "result", public=is_public)
    rows = [
        {
            **row,
            "number": who[row["code"]].number if row["code"] in who else "",
            "delegation": who[row["code"]].delegation if row["code"] in who else "",
            "name": names.get(people.get(row["code"], ""), ""),
            "award": titles.get(row["award"]),
        }
        for row in result.rows
    ]
    return {"rows": rows, "digest": result.digest, "corrections": result.corrections, "named": bool(who)}


def as_sheet(
    table: Plain, modules: list[Plain], language: Language, _: Callable[[str], str]
) -> tuple[list[str], list[list[Value]]]:
    """Headings and rows for a file, in the reader's language; statuses by the tokens of docs/words.md."""
    headings = [_("Place"), _("Code"), _("Entry no."), _("Name"), _("Delegation")]
    headings += [module["title"][language] for module in modules] + [_("Total"), _("State"), _("Award")]
    return headings, [_line(row, modules, language) for row in table["rows"]]


def _line(row: Plain, modules: list[Plain], language: Language) -> list[Value]:
    return [
        row["place"],
        row["code"],
        row["number"],
        row["name"],
        row["delegation"],
        *(_number(row["values"].get(module["id"])) for module in modules),
        _number(row["total"]),
        _TOKENS.get(row["status"], row["status"]),
        getattr(row["award"], language, ""),
    ]


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
