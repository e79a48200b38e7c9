"""The award lists of a rulebook and of its team rules, well formed or not, with the way to each and its prizes."""

from __future__ import annotations

from collections.abc import Iterator

from domain.errors import Fault
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book, Raw, one_word, tables, under


def lists(book: Book, *owner: str | int) -> Iterator[tuple[Steps, Raw]]:
    """The lists of the rulebook, or of the team rule at these steps: one table, or a list of several."""
    written = under(book.raw, *owner, "awards")
    if isinstance(written, dict):
        yield (*owner, "awards"), written
    else:
        yield from tables(book.raw, *owner, "awards")


def prizes(book: Book, *owner: str | int) -> list[str]:
    """The prizes of all these lists."""
    return [name for steps, _ in lists(book, *owner) for name in ids(book, *steps, "prizes")]


def ids(book: Book, *path: str | int) -> list[str]:
    return [name for _, table in tables(book.raw, *path) for name in one_word(table, "id")]


def conditions(book: Book, steps: Steps, *keys: str) -> Iterator[tuple[Steps, Raw]]:
    """What stands under these keys of the table at these steps."""
    for key in keys:
        yield from tables(book.raw, *steps, key)


def of_list(book: Book, steps: Steps) -> Iterator[tuple[Steps, Raw]]:
    """The conditions of one list and of its prizes."""
    yield from conditions(book, steps, "when", "minimum")
    for prize, _ in tables(book.raw, *steps, "prizes"):
        yield from conditions(book, prize, "minimum")


def twice(book: Book, steps: Steps, names: list[str]) -> Iterator[Fault]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield from book.faults(steps, "twice", name=name)
