"""Figures that should add up do: weights and maxima."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from domain.errors import Fault
from domain.rulebook.aspects import worth
from domain.rulebook.checks.written import Book, tables
from domain.rulebook.nodes.taking import WeightedMeanNode, WeightedSumNode
from domain.rulebook.panels import Panel

_LONG = 10**12  # a denominator nobody reads


def figure_faults(book: Book) -> list[Fault]:
    """Weights and maxima that do not add up."""
    return [*_weights(book), *_maxima(book)]


def _weights(book: Book) -> Iterator[Fault]:
    for name, node in book.nodes.items():
        if not isinstance(node, WeightedSumNode | WeightedMeanNode):
            continue
        here = ("nodes", name, "weights")
        found, stated = sum((Fraction(weight) for weight in node.weights.values()), Fraction(0)), node.should_add_up_to
        if stated is not None and found != stated:
            yield from book.faults(here, "weights-do-not-add-up", found=_plain(found), stated=stated)
        elif found == 0 and isinstance(node, WeightedMeanNode):
            yield from book.faults(here, "weights-come-to-nothing")


def _maxima(book: Book) -> Iterator[Fault]:
    for steps, _ in tables(book.raw, "panels"):
        panel = book.panel_at(steps)
        if panel is not None and panel.max is not None and _worth(panel) != panel.max:
            here = (*steps, "max")
            yield from book.faults(here, "aspects-do-not-add-up", found=_worth(panel), stated=panel.max)


def _worth(panel: Panel) -> Decimal:
    return sum((worth(item) for item in panel.items), Decimal(0))


def _plain(number: Fraction) -> Decimal | Fraction | str:
    found = Decimal(number.numerator) / Decimal(number.denominator)
    if Fraction(found) == number:
        return found
    return number if number.denominator < _LONG else f"≈ {found:.9f}"
