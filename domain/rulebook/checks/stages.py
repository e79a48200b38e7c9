"""Stages: each says who goes on to the next, none is empty, none is ranked or parted by what comes later."""

from __future__ import annotations

from collections.abc import Iterator

from domain.errors import Fault
from domain.rulebook.checks.links import links
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book, Raw, one_word, tables, under
from domain.rulebook.shape.under import panels_under


def stage_faults(book: Book) -> list[Fault]:
    """Who goes on is missing or cannot be, modules are, totals and links that look ahead."""
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
    for steps, stage in tables(book.raw, "stages"):
        for total in one_word(stage, "total"):
            yield from _looks_ahead(book, (*steps, "total"), stage, total, "later-stage")
    for steps, _, nodes in links(book):
        if steps[0] == "stages":
            stage = under(book.raw, *steps[:2])
            for node in nodes:
                yield from _looks_ahead(book, (*steps, "node"), stage, node, "later-stage-tie")


def _looks_ahead(book: Book, steps: Steps, stage: Raw, node: str, reason: str) -> Iterator[Fault]:
    """One fault where a node takes in marks of a stage after this one."""
    run = _stages_of_panels(book)
    found = {run.get(panel, "") for panel in panels_under(node, book.nodes)}
    later = [each for name in one_word(stage, "id") for each in book.stages[book.stages.index(name) + 1 :]]
    for name in [each for each in later if each in found][:1]:
        yield from book.faults(steps, reason, name=name)


def _stages_of_panels(book: Book) -> dict[str, str]:
    """Panel -> the stage it marks in."""
    run = {
        name: stage
        for _, module in tables(book.raw, "modules")
        for name in one_word(module, "id")
        for stage in one_word(module, "stage")
    }
    return {panel.id: run[panel.module] for panel in book.panels.values() if panel.module in run}
