"""Each node by itself: what it says of bounds, tables, drops and scales can be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from domain.errors import Fault
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book
from domain.rulebook.nodes.any import AnyNode
from domain.rulebook.nodes.beside import TableNode
from domain.rulebook.nodes.field import Placing, StandardiseNode, WorldSkillsScaleNode
from domain.rulebook.nodes.inputs import Taking
from domain.rulebook.nodes.taking import MarksNode, Trimming

_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


def operation_faults(book: Book) -> list[Fault]:
    """What no operation could do, though each of its values may stand by itself."""
    return [fault for name, node in book.nodes.items() for fault in _of_node(book, ("nodes", name), node)]


def _of_node(book: Book, here: Steps, node: AnyNode) -> Iterator[Fault]:
    if node.at_least is not None and node.at_most is not None and node.at_least > node.at_most:
        yield from book.faults((*here, "at_least"), "bounds-crossed", low=node.at_least, high=node.at_most)
    if isinstance(node, Taking):
        yield from _of_picks(book, here, node)
    match node:
        case Trimming():
            yield from _of_drops(book, here, node)
        case TableNode():
            for number, count in Counter(line.source for line in node.table).items():
                if count > 1:
                    yield from book.faults((*here, "table"), "line-twice", name=number)
        case Placing() if node.then_better and len(node.then_better) != len(node.of) - 1:
            found = len(node.then_better)
            yield from book.faults((*here, "then_better"), "then-better-count", found=found, name=len(node.of) - 1)
        case StandardiseNode():
            yield from _of_scale(book, here, node)
        case WorldSkillsScaleNode() if node.low >= node.high:
            yield from book.faults((*here, "low"), "low-above-high", low=node.low, high=node.high)


def _of_picks(book: Book, here: Steps, node: Taking) -> Iterator[Fault]:
    if node.aspect is not None and node.aspects:
        yield from book.faults((*here, "aspects"), "aspect-or-aspects")
    if node.picked and node.panel is None:
        yield from book.faults((*here, "aspects" if node.aspects else "aspect"), "aspects-without-panel")
    if isinstance(node, MarksNode) and node.over:
        yield from book.faults((*here, "over"), "over-unused")


def _of_drops(book: Book, here: Steps, node: Trimming) -> Iterator[Fault]:
    for inputs, count in node.drops.items():
        if _NUMBER.fullmatch(inputs) is None:
            yield from book.faults((*here, "drops"), "drops-number", name=inputs)
        elif 2 * count >= int(inputs):
            yield from book.faults((*here, "drops"), "drops-too-many", name=inputs, found=count)


def _of_scale(book: Book, here: Steps, node: StandardiseNode) -> Iterator[Fault]:
    for key in ("centre", "spread"):
        if key in node.model_fields_set and node.scale != "own":
            yield from book.faults((*here, key), "own-scale")
    if node.scale == "own" and node.spread == 0:
        yield from book.faults((*here, "spread"), "not-zero")
