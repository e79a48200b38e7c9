"""How a family's numbers lie: in one row, the last axis running fastest, each axis with the names along it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import product
from math import prod

from domain.rulebook.nodes.inputs import AXES
from domain.rulebook.panels import Panel

Along = tuple[tuple[str, tuple[str, ...]], ...]  # (axis, the names along it), outermost first

NUMBER: Along = ()


def of_panel(panel: Panel, items: Collection[str]) -> Along:
    """Attempts (where there are several), the picked aspects and the judges of a panel's marks."""
    attempts: Along = (("attempts", panel.tries),) if panel.attempts > 1 else ()
    picked = tuple(item.id for item in panel.items if item.id in items or not items)
    return (*attempts, ("aspects", picked), ("judges", panel.seats))


def size(along: Along) -> int:
    return prod(len(names) for _, names in along)


def wide(along: Along) -> Along:
    """Only the axes with more than one name: what makes two families fit each other."""
    return tuple(axis for axis in along if len(axis[1]) > 1)


def without(along: Along, over: Collection[str]) -> Along:
    return tuple(axis for axis in along if axis[0] not in over)


def keys(along: Along) -> tuple[str, ...]:
    """A name for each member: `finish`, `3/finish`; one empty name for a single number."""
    return tuple("/".join(names) for names in product(*(names for _, names in wide(along))))


def together(families: Iterable[Along]) -> Along:
    """The axes of all of them, which have the same names along each."""
    found = {axis: names for along in families for axis, names in wide(along)}
    return tuple((axis, found[axis]) for axis in AXES if axis in found)


def clash(along: Along, other: Along) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
    """An axis along which the other family has other names: the axis, the other's names and the first one's."""
    own = dict(wide(along))
    return next(((axis, names, own[axis]) for axis, names in wide(other) if own.get(axis, names) != names), None)


def spread(whole: Along, along: Along) -> tuple[int, ...]:
    """For each member of the whole: which member of the family along fewer axes goes with it."""
    own = wide(along)
    sizes = {axis: len(names) for axis, names in own}
    found: list[int] = []
    for at in product(*(range(len(names)) for _, names in whole)):
        index = 0
        for (axis, _), place in zip(whole, at, strict=True):
            index = index * sizes[axis] + place if axis in sizes else index
        found.append(index)
    return tuple(found)


def groups(along: Along, over: Collection[str]) -> tuple[tuple[int, ...], ...]:
    """For each member that remains when the axes `over` are taken in: where its inputs lie in the row."""
    found: dict[tuple[int, ...], list[int]] = {}
    kept = [place for place, (axis, _) in enumerate(along) if axis not in over]
    for index, at in enumerate(product(*(range(len(names)) for _, names in along))):
        found.setdefault(tuple(at[place] for place in kept), []).append(index)
    return tuple(tuple(indices) for indices in found.values())
