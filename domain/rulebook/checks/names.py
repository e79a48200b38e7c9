"""Names: nothing names what is not there, no module is without judges, no panel's marks are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from domain.errors import Fault
from domain.rulebook.checks.links import in_some_stage, links
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.results.named import asked_for
from domain.rulebook.checks.sentences import nearest
from domain.rulebook.checks.unknown import unknown, word_faults
from domain.rulebook.checks.written import Book, one_word, tables, words


def name_faults(book: Book) -> list[Fault]:
    """Names nobody bears, modules nobody marks, panels nobody counts, keys that are no one's to write."""
    return [*_of_modules(book), *_of_panels(book), *_of_nodes(book), *word_faults(book), *_of_results(book)]


def _of_modules(book: Book) -> Iterator[Fault]:
    marked = {word for _, panel in tables(book.raw, "panels") for word in one_word(panel, "module")}
    for steps, module in tables(book.raw, "modules"):
        for module_id in one_word(module, "id"):
            if module_id not in marked:
                yield from book.faults(steps, "no-panel")
        yield from unknown(book, (*steps, "score"), one_word(module, "score"), book.node_names)
    for steps, module in tables(book.written, "modules"):
        if "stage" in module:
            yield from book.as_written((*steps, "stage"), "unknown-key", near="stages")
        for name in words(module, "stages"):
            if name not in book.stages:
                near = nearest(name, book.stages)
                yield from book.as_written((*steps, "stages"), "unknown-stage", near=near, name=name)
        yield from _no_list(book, (*steps, "stages"), module.get("stages", [""]))


def _no_list(book: Book, steps: Steps, found: Any) -> Iterator[Fault]:  # noqa: ANN401 - anything may have been written
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        yield from book.as_written(steps, "list-needed")
    elif not found:
        yield from book.as_written(steps, "not-empty")


def _of_panels(book: Book) -> Iterator[Fault]:
    modules = _ids(book, "modules")
    counted = {word for _, node in tables(book.raw, "nodes") for word in one_word(node, "panel")}
    for steps, panel in tables(book.raw, "panels"):
        yield from unknown(book, (*steps, "module"), one_word(panel, "module"), modules, "unknown-module")
        for panel_id in one_word(panel, "id"):
            if panel_id not in counted:
                yield from book.faults(steps, "panel-unused")


def _of_nodes(book: Book) -> Iterator[Fault]:
    aspects = {
        panel_id: [word for _, aspect in tables(book.raw, *steps, "aspects") for word in one_word(aspect, "id")]
        for steps, panel in tables(book.raw, "panels")
        for panel_id in one_word(panel, "id")
    }
    for steps, node in tables(book.raw, "nodes"):
        panels = one_word(node, "panel")
        yield from unknown(book, (*steps, "panel"), panels, aspects, "unknown-panel")
        for panel in (each for each in panels if each in aspects):
            for key in ("aspect", "aspects"):
                yield from unknown(book, (*steps, key), words(node, key), aspects[panel], "unknown-aspect")
        for key in ("of", "when", "weights"):
            yield from unknown(book, (*steps, key), words(node, key), book.node_names)
    for steps, node in tables(book.written, "nodes"):
        if "names" in node:
            yield from book.as_written((*steps, "names"), "unknown-key")


def _of_results(book: Book) -> Iterator[Fault]:
    for steps, name in single_numbers(book):
        yield from unknown(book, steps, [name], book.node_names)
    for steps, tie, nodes in links(book):
        if tie.get("how", "value") != "value":  # a family
            yield from unknown(book, (*steps, "node"), nodes, book.node_names)


def single_numbers(book: Book) -> Iterator[tuple[Steps, str]]:
    """Where a node is named that has to be one number, and its name, in each stage that has its own."""
    yield from ((("total",), name) for name in one_word(book.raw, "total"))
    for steps, stage in tables(book.raw, "stages"):
        yield from (((*steps, "total"), name) for name in one_word(stage, "total"))
    rulings = book.raw.get("rulings")
    if isinstance(rulings, dict):
        yield from ((("rulings", "deduction_from"), name) for name in one_word(rulings, "deduction_from"))
    for steps, tie, nodes in links(book):
        if tie.get("how", "value") == "value":
            yield from (((*steps, "node"), name) for name in nodes)
    for steps, named in asked_for(book):
        yield from ((steps, name) for name in in_some_stage(book, named))


def _ids(book: Book, key: str) -> list[str]:
    return [word for _, part in tables(book.raw, key) for word in one_word(part, "id")]
