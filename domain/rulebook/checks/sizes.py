"""Panels that can sit and aspects that can be marked: seats, quorum, faults and choices within their limits."""

from __future__ import annotations

from collections.abc import Iterator

from domain.errors import Fault
from domain.rulebook.aspects import Aspect, ChoiceAspect, FaultItemAspect, MarkAspect, MeasuredAspect
from domain.rulebook.checks.places import Steps
from domain.rulebook.checks.written import Book, Raw, one_word, tables
from domain.rulebook.panels import Panel

_SEATS = 1_000
_MARKS = 100_000  # of one entry: more than any contest, and what a server still holds for a whole field


def size_faults(book: Book) -> list[Fault]:
    """Panels too large, too small or without what they need; faults and choices that cost more than there is."""
    return [fault for steps, written in tables(book.raw, "panels") for fault in _of_panel(book, steps, written)]


def _of_panel(book: Book, steps: Steps, written: Raw) -> Iterator[Fault]:
    seats = written.get("seats")
    if isinstance(seats, int) and not isinstance(seats, bool) and seats > _SEATS:
        yield from book.faults((*steps, "seats"), "at-most", le=_SEATS)
    panel = book.panel_at(steps)
    if panel is None:
        return
    if panel.quorum > len(panel.seats):
        yield from book.faults((*steps, "quorum"), "quorum-above-seats", found=panel.quorum, name=len(panel.seats))
    cells = sum(len(panel.cells(item, "")) for item in panel.items if _can_be_entered(item))
    if cells * panel.attempts * len(panel.seats) > _MARKS:
        found = cells * panel.attempts * len(panel.seats)
        yield from book.faults(steps, "panel-too-large", found=found, name=_MARKS)
    if panel.module in _imported(book) and not _is_one_figure(panel):
        yield from book.faults(steps, "import-panel")
    for index, item in enumerate(panel.items):
        if panel.each_place_once and not _is_a_place(item):
            yield from book.faults((*steps, "aspects", index), "no-whole-places")
        if isinstance(item, FaultItemAspect):
            yield from _of_sheet(book, (*steps, "aspects", index), item)
        elif isinstance(item, ChoiceAspect):
            yield from _of_choices(book, (*steps, "aspects", index), item)


def _is_one_figure(panel: Panel) -> bool:
    """One figure, keyed once or twice."""
    return (len(panel.seats), len(panel.items), panel.attempts) == (1 + panel.double_entry, 1, 1)


def _imported(book: Book) -> set[str]:
    return {
        module_id
        for _, module in tables(book.raw, "modules")
        if module.get("marked_by") == "import"
        for module_id in one_word(module, "id")
    }


def _can_be_entered(item: object) -> bool:
    return not isinstance(item, FaultItemAspect) or all(
        (item.worth if fault.limit is None else fault.limit) % item.step == 0 for fault in item.faults
    )


def _of_sheet(book: Book, steps: Steps, item: FaultItemAspect) -> Iterator[Fault]:
    """What a fault may cost is entered in steps from zero to its limit."""
    for index, each in enumerate(item.faults):
        here = (*steps, "faults", index)
        limit = item.worth if each.limit is None else each.limit
        if each.points > limit:
            yield from book.faults((*here, "points"), "points-above-limit", found=each.points, stated=limit)
        for key, number in (("limit", limit), ("points", each.points)):
            if number % item.step:
                yield from book.faults((*here, key), "step-does-not-divide", low=0, high=number, step=item.step)


def _is_a_place(item: Aspect) -> bool:
    return isinstance(item, MarkAspect | MeasuredAspect) and item.min == item.step == 1


def _of_choices(book: Book, steps: Steps, item: ChoiceAspect) -> Iterator[Fault]:
    for index, each in enumerate(item.choices):
        here = (*steps, "choices", index)
        if each.lose is not None and each.lose > item.worth:
            yield from book.faults((*here, "lose"), "lose-above-max", found=each.lose, stated=item.worth)
        if each.points is not None and each.points > item.worth:
            yield from book.faults((*here, "points"), "choice-above-max", found=each.points, stated=item.worth)
