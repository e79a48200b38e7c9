"""The nodes that prizes, teams and honours ask for: each has to be one number."""

from __future__ import annotations

from collections.abc import Iterator

from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.results.lists import conditions, lists, of_list
from domain.rulebook.checks.written import Book, Raw, tables, words


def asked_for(book: Book) -> Iterator[tuple[Steps, str]]:
    """Where a figure is named, and its name as it stands there; lists of team prizes know only the team's own."""
    for steps, given in lists(book):
        yield from _at(steps, given, "node")
        for link, tie in tables(book.raw, *steps, "ties"):
            yield from _at(link, tie, "node")
        yield from _of_conditions(of_list(book, steps))
    for steps, team in tables(book.raw, "teams"):
        yield from _at(steps, team, "of")
        for link, tie in tables(book.raw, *steps, "ties"):
            yield from _at(link, tie, "of")
    for steps, _ in tables(book.raw, "honours"):
        yield from _of_conditions(conditions(book, steps, "when"))


def _of_conditions(found: Iterator[tuple[Steps, Raw]]) -> Iterator[tuple[Steps, str]]:
    for steps, condition in found:
        yield from _at(steps, condition, "node")


def _at(steps: Steps, table: Raw, key: str) -> Iterator[tuple[Steps, str]]:
    yield from (((*steps, key), name) for name in words(table, key) if name)
