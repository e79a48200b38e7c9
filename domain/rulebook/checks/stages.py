"""Stages: each says who goes on to the next, none is empty, none is ranked by what comes later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.errors import Fault
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book, Raw, one_word, tables
from domain.rulebook.nodes.any import AnyNode


def stage_faults(book: Book) -> list[Fault]:
    """Who goes on is missing or cannot be, modules are, and totals that look ahead."""
    return [*_advances(book), *_unused(book), *_ahead(book)]


def _advances(book: Book) -> Iterator[Fault]:
    stages = list(tables(book.raw, "stages"))
    before: int | None = None
    for steps, stage in stages:
        last = steps == stages[-1][0]
        if last and "advance" in stage:
            yield from book.faults((*steps, "advance"), "advance-last")
        elif not last and "advance" not in stage:
            yield from book.faults((*steps, "advance"), "advance-missing")
        first = _first(stage)
        if not last and first is not None:
            if before is not None and first > before:
                yield from book.faults((*steps, "advance", "first"), "advance-grows", found=first, stated=before)
            before = first


def _first(stage: Raw) -> int | None:
    advance = stage.get("advance")
    first = advance.get("first") if isinstance(advance, dict) else None
    return first if isinstance(first, int) and not isinstance(first, bool) and first > 0 else None


def _unused(book: Book) -> Iterator[Fault]:
    run = {word for _, module in tables(book.raw, "modules") for word in one_word(module, "stage")}
    for steps, stage in tables(book.raw, "stages"):
        for name in one_word(stage, "id"):
            if name not in run:
                yield from book.faults(steps, "stage-unused")


def _ahead(book: Book) -> Iterator[Fault]:
    run = _stages_of_panels(book)
    for steps, stage in tables(book.raw, "stages"):
        for name in one_word(stage, "id"):
            later = book.stages[book.stages.index(name) + 1 :]
            for total in one_word(stage, "total"):
                found = {run.get(panel, "") for panel in _panels_under(total, book.nodes)}
                yield from _told(book, (*steps, "total"), [each for each in later if each in found])


def _told(book: Book, steps: Steps, stages: list[str]) -> Iterator[Fault]:
    if stages:
        yield from book.faults(steps, "later-stage", name=stages[0])


def _stages_of_panels(book: Book) -> dict[str, str]:
    """Panel -> the stage it marks in."""
    run = {
        name: stage
        for _, module in tables(book.raw, "modules")
        for name in one_word(module, "id")
        for stage in one_word(module, "stage")
    }
    return {panel.id: run[panel.module] for panel in book.panels.values() if panel.module in run}


def _panels_under(name: str, nodes: Mapping[str, AnyNode]) -> Iterator[str]:
    """The panels a node's number is made of."""
    waiting, met = [name], {name}
    while waiting:
        node = nodes.get(waiting.pop())
        if node is not None:
            panel = getattr(node, "panel", None)
            if panel is not None:
                yield panel
            waiting += [child for child in node.children if child not in met]
            met.update(node.children)
