"""A name nobody bears: what was meant, or what is in its way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from domain.errors import Fault
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.sentences import nearest
from domain.rulebook.checks.written import Book, Raw, one_word, tables, words
from domain.rulebook.expansion.naming import named_nodes, spoken


def unknown(
    book: Book, steps: Steps, names: Iterable[str], known: Collection[str], reason: str = "unknown-node"
) -> Iterator[Fault]:
    """One fault for each of the names that is not known."""
    for name in (each for each in names if each not in known):
        found = _in_stage(book, name)
        if found is not None:
            yield from _misplaced(book, steps, found)
        elif reason == "unknown-node" and name in book.panel_names:
            yield from book.faults(steps, "names-a-panel", name=book.shown(name))
        else:
            yield from book.faults(steps, reason, near=nearest(name, map(book.shown, known)), name=name)


def word_faults(book: Book) -> Iterator[Fault]:
    """Words of formulas that mean nothing, or more than one thing."""
    known = {spoken(name) for name in (*book.node_names, *_marks(book))}
    for steps, node in tables(book.raw, "nodes"):
        for word, name in _bound(node).items():
            here, found = (*steps, "formula"), _in_stage(book, name)
            if name in book.node_names:
                alike = [each for each in words(book.written, "nodes") if spoken(each) == word]
                if len(alike) > 1:
                    yield from book.faults(here, "spoken-alike", name=word, found=", ".join(alike))
            elif found is not None:
                yield from _misplaced(book, here, found)
            else:
                yield from book.faults(here, "unknown-word", near=nearest(word, known), name=word)


def _bound(node: Raw) -> dict[str, str]:
    names = node.get("names")
    return names if isinstance(names, dict) and isinstance(node.get("formula"), str) else {}


def _marks(book: Book) -> Iterator[str]:
    for steps, panel in tables(book.written, "panels"):
        for panel_id in one_word(panel, "id"):
            for _, aspect in tables(book.written, *steps, "aspects"):
                yield from (f"{panel_id}.{name}" for name in one_word(aspect, "id"))


class _Misplaced(NamedTuple):
    """Something asked for in a stage that has none of its own; `once`: it stands once for the whole contest."""

    stage: str
    name: str
    once: bool


def _in_stage(book: Book, name: str) -> _Misplaced | None:
    stage, _, rest = name.partition(".")
    if stage in book.stages and (rest in book.copied or rest in book.node_names):
        return _Misplaced(stage, rest, rest in book.node_names)
    return None


def _misplaced(book: Book, steps: Steps, found: _Misplaced) -> Iterator[Fault]:
    """Nothing where another unknown name is why the node stands only once."""
    if not found.once:
        yield from book.faults(steps, "not-in-stage", name=found.name, stage=found.stage)
    elif found.name not in _unsettled(book):
        yield from book.faults(steps, "stands-once", name=found.name, stage=found.stage)


def _unsettled(book: Book) -> set[str]:
    """The nodes of which it cannot be told what they are made of, since they name something unknown."""
    used = {str(steps[1]): [*named_nodes(node)] for steps, node in tables(book.raw, "nodes")}
    found = {
        str(steps[1])
        for steps, node in tables(book.raw, "nodes")
        if any(name not in book.node_names for name in used[str(steps[1])])
        or any(panel not in book.panel_names for panel in one_word(node, "panel"))
    }
    waiting = list(found)
    while waiting:
        child = waiting.pop()
        parents = [name for name, children in used.items() if child in children and name not in found]
        found.update(parents)
        waiting += parents
    return found
