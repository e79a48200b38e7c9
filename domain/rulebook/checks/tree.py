"""The tree: no node under itself, every operation takes what it is given, what is ranked is one number with an end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from domain.errors import Fault
from domain.rulebook.checks.names import single_numbers
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book, one_word, tables
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.nodes.taking import AgreementNode, BestMeanNode, BestSumNode
from domain.rulebook.shape.shapes import Misfit, Shape, cycles, in_order, shape

# Exact sums run in 64 digits; this leaves room for the whole part of any score.
_MOST_PLACES = 36


def tree_faults(book: Book) -> list[Fault]:
    """Cycles, misfits, scores that are not one number, and totals without end; parts with other faults are left out."""
    circles = list(cycles(book.nodes))
    faults = [fault for circle in circles for fault in _of_circle(book, circle)]
    sound = {name: node for name, node in book.nodes.items() if not any(name in circle for circle in circles)}
    shapes: dict[str, Shape] = {}
    for name in in_order(sound):
        faults += _of_node(book, name, sound[name], shapes)
    return [*faults, *_of_scores(book, shapes), *_of_totals(book, shapes)]


def _of_circle(book: Book, circle: tuple[str, ...]) -> Iterator[Fault]:
    yield from book.faults(("nodes", circle[0]), "cycle", name=" → ".join(book.shown(name) for name in circle))


def _of_node(book: Book, name: str, node: AnyNode, shapes: dict[str, Shape]) -> Iterator[Fault]:
    here: Steps = ("nodes", name)
    try:
        found = shape(node, book.panels, shapes)
    except Misfit as misfit:
        yield from book.faults(here, misfit.reason, name=book.shown(misfit.about), **misfit.gaps)
        return
    except KeyError:  # it names something unknown or faulty, which is told elsewhere
        return
    shapes[name] = found
    if found.places is not None and found.places > _MOST_PLACES:
        yield from book.faults(here, "too-many-places", name=found.places)
    if isinstance(node, BestSumNode | BestMeanNode) and node.count > found.inputs:
        yield from book.faults((*here, "count"), "count-above", found=node.count, name=found.inputs)
    if isinstance(node, AgreementNode) and node.panel is not None and book.panels[node.panel].max_spread != 0:
        yield from book.faults(here, "must-agree", name=book.shown(node.panel))


def _of_scores(book: Book, shapes: Mapping[str, Shape]) -> Iterator[Fault]:
    asked = [
        (steps, name)
        for steps, module in tables(book.raw, "modules")
        for name in one_word(module, "score") or one_word(module, "id")
    ]
    for steps, name in [*asked, *single_numbers(book)]:
        if name in shapes and not shapes[name].single:
            yield from book.faults(steps, "node-family", name=book.shown(name))


def _of_totals(book: Book, shapes: Mapping[str, Shape]) -> Iterator[Fault]:
    totals = one_word(book.raw, "total")
    totals += [name for _, stage in tables(book.raw, "stages") for name in one_word(stage, "total")]
    for name in totals:
        if name in shapes and shapes[name].places is None:
            yield from book.faults(("nodes", name), "no-end")
