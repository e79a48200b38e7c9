"""From totals to prizes: names, bars and ranges of ties, awards, teams and honours say what they need to say."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from domain.errors import Fault
from domain.rulebook.checks.links import links
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.results.lists import conditions, ids, lists, prizes, twice
from domain.rulebook.checks.results.prizes import award_faults, condition_faults
from domain.rulebook.checks.unknown import unknown
from domain.rulebook.checks.written import Book, one_word, tables, words
from domain.rulebook.results.grades import rank_of

_RANGES = (("place_from", "place_to", 1), ("field_from", "field_to", 1), ("share_above", "share_to", 0))


def result_faults(book: Book) -> list[Fault]:
    """Of ties, award lists, team rules and honours."""
    return [*_ties(book), *award_faults(book), *_teams(book), *_honours(book), *_dotted(book)]


def _ties(book: Book) -> Iterator[Fault]:
    for steps, tie, _ in links(book):
        if tie.get("how") != "module_by_module" and "node" not in tie:
            yield from book.faults((*steps, "node"), "missing")


def _teams(book: Book) -> Iterator[Fault]:
    known = prizes(book)
    yield from twice(book, ("teams",), ids(book, "teams"))
    for steps, team in tables(book.raw, "teams"):
        yield from twice(book, (*steps, "of"), words(team, "of"))
        yield from unknown(book, (*steps, "prize_points"), words(team, "prize_points"), known, "unknown-prize")
        if team.get("take") == "prizes" and "prize_points" not in team:
            yield from book.faults((*steps, "prize_points"), "missing")


def _honours(book: Book) -> Iterator[Fault]:
    known, names = prizes(book), ids(book, "honours")
    yield from twice(book, ("honours",), names)
    for steps, honour in tables(book.raw, "honours"):
        for at, condition in conditions(book, steps, "when"):
            yield from condition_faults(book, at, condition)
        yield from unknown(book, (*steps, "award"), words(honour, "award"), known, "unknown-prize")
        yield from unknown(book, (*steps, "unless"), words(honour, "unless"), names, "unknown-honour")
        for key in ("holds", "if_holds"):
            for grade in words(honour, key):
                if rank_of(grade) is None:
                    yield from book.faults((*steps, key), "no-grade", name=grade)
        for low, high, room in _RANGES:
            begins, ends = honour.get(low), honour.get(high)
            if isinstance(begins, int | Decimal) and isinstance(ends, int | Decimal) and begins >= ends + room:
                yield from book.faults((*steps, high), "reversed", low=begins, high=ends)
        if honour.get("succession") is True and ("award" in honour or not {"place_to", "share_to"} & honour.keys()):
            yield from book.faults((*steps, "succession"), "succession-by-place")


def _dotted(book: Book) -> Iterator[Fault]:
    """As everywhere, an id that is written holds no dot."""
    owners: list[Steps] = [(), *(steps for steps, _ in tables(book.raw, "teams"))]
    found = [given for owner in owners for given in lists(book, *owner)]
    found += [prize for steps, _ in found for prize in tables(book.raw, *steps, "prizes")]
    for steps, part in [*tables(book.raw, "teams"), *tables(book.raw, "honours"), *found]:
        for name in one_word(part, "id"):
            if "." in name:
                yield from book.faults((*steps, "id"), "bad-id")
