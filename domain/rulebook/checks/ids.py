"""Ids: each stands once, as it may be written, and none could mean two things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from domain.errors import Fault
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book, Raw, one_word, tables, words

_LISTS = ("stages", "modules", "panels")
_ENTRIES = "entry"


def id_faults(book: Book) -> list[Fault]:
    """Ids that stand twice, hold a dot, are kept for something else, or could be confused with another."""
    return [*_doubles(book), *_dotted(book), *_confused(book), *_shared(book)]


def _doubles(book: Book) -> Iterator[Fault]:
    for key in _LISTS:
        yield from _twice(book, (key,), _ids(tables(book.written, key)))
    for steps, panel in tables(book.written, "panels"):
        for key in ("seats", "may_not_sit"):
            yield from _twice(book, (*steps, key), words(panel, key))
        yield from _twice(book, (*steps, "aspects"), _ids(tables(book.written, *steps, "aspects")))
        for aspect, _ in tables(book.written, *steps, "aspects"):
            for key in ("faults", "choices"):
                yield from _twice(book, (*aspect, key), _ids(tables(book.written, *aspect, key)))
    for steps, node in tables(book.written, "nodes"):
        for key in ("of", "when", "aspects", "over"):
            yield from _twice(book, (*steps, key), words(node, key))
    for steps, module in tables(book.written, "modules"):
        yield from _twice(book, (*steps, "stages"), words(module, "stages"))


def _dotted(book: Book) -> Iterator[Fault]:
    """A dot joins ids (`prelim.dives`), so none holds one. What is no id at all is told where it is read."""
    for steps, part in _parts(book):
        for name in one_word(part, "id"):
            if "." in name:
                yield from book.as_written((*steps, "id"), "bad-id")
    for name in words(book.written, "nodes"):
        if "." in name:
            yield from book.as_written(("nodes", name), "bad-id")
    for steps, panel in tables(book.written, "panels"):
        for number, seat in enumerate(words(panel, "seats")):
            if "." in seat:
                yield from book.as_written((*steps, "seats", number), "bad-id")


def _parts(book: Book) -> Iterator[tuple[Steps, Raw]]:
    """All that is written with an id of its own."""
    yield (), book.written
    for key in ("stages", "modules", "panels"):
        yield from tables(book.written, key)
    for steps, _ in tables(book.written, "panels"):
        for aspect, _ in tables(book.written, *steps, "aspects"):
            for key in ("faults", "choices"):
                yield from tables(book.written, *aspect, key)
        yield from tables(book.written, *steps, "aspects")


def _confused(book: Book) -> Iterator[Fault]:
    """In a formula the part before a dot is a stage, a panel, or `entry` for the list of entries."""
    panels = _ids(tables(book.written, "panels"))
    for key in ("stages", "panels"):
        for steps, part in tables(book.written, key):
            for name in one_word(part, "id"):
                if name == _ENTRIES:
                    yield from book.as_written((*steps, "id"), "reserved-id", name=name)
                elif key == "stages" and name in panels:
                    yield from book.as_written((*steps, "id"), "stage-and-panel", name=name)


def _shared(book: Book) -> Iterator[Fault]:
    """A list of marks that names no panel finds it by module and aspect."""
    first: dict[tuple[str, str], str] = {}
    for steps, panel in tables(book.written, "panels"):
        for module in one_word(panel, "module"):
            for panel_id in one_word(panel, "id"):
                for name in dict.fromkeys(_ids(tables(book.written, *steps, "aspects"))):
                    other = first.setdefault((module, name), panel_id)
                    if other != panel_id:
                        gaps = {"module": module, "first": other, "second": panel_id, "name": name}
                        yield from book.as_written((*steps, "aspects"), "aspect-shared", **gaps)


def _ids(things: Iterable[tuple[Steps, Raw]]) -> list[str]:
    return [word for _, thing in things if isinstance(thing.get("id"), str) for word in one_word(thing, "id")]


def _twice(book: Book, steps: Steps, names: list[str]) -> Iterator[Fault]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield from book.as_written(steps, "twice", name=name)
