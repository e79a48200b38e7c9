"""The links of the tie chains, the ranking's and the stages' own, and the nodes they name."""

from __future__ import annotations

from collections.abc import Iterator

from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book, Raw, one_word, tables


def links(book: Book) -> Iterator[tuple[Steps, Raw, list[str]]]:
    """Each link with the way to it and the nodes it stands for; what is wrong with a name is for others to tell.

    A link of the ranking is for every stage that has its node, one of a stage for that stage alone.
    """
    for steps, tie in tables(book.raw, "ranking", "ties"):
        yield steps, tie, [each for name in one_word(tie, "node") for each in in_some_stage(book, name)]
    for own, stage in tables(book.raw, "stages"):
        for steps, tie in tables(book.raw, *own, "ties"):
            yield steps, tie, [_in_stage(book, stage, name) for name in one_word(tie, "node")]


def in_some_stage(book: Book, name: str) -> list[str]:
    """The nodes that a name outside the tree stands for: one, or one for each stage that has it."""
    return [each for each in _copies(book, name) if each in book.node_names] or [name]


def _in_stage(book: Book, stage: Raw, name: str) -> str:
    """The stage's own node, be it there or not, where the name is that of one for each stage."""
    own = next((f"{each}.{name}" for each in one_word(stage, "id")), name)
    return own if any(each in book.node_names for each in _copies(book, name)) else name


def _copies(book: Book, name: str) -> list[str]:
    return [f"{stage}.{name}" for stage in book.stages]
