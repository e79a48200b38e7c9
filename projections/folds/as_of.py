"""Any view as of any moment: freeze, replay, "as announced" and "before and after" are this one mechanism."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from domain.recorded import Recorded


class Fold(Protocol):
    """Whatever takes recorded events in, one at a time and in order."""

    def fold(self, recorded: Recorded, /) -> object: ...


AnyFold = TypeVar("AnyFold", bound=Fold)
Shown = TypeVar("Shown")


def as_of(recorded: Iterable[Recorded], position: int, fold: AnyFold) -> AnyFold:
    """The fold after the events up to and including `position`; the events must come in order."""
    for one in recorded:
        if one.position > position:
            break
        fold.fold(one)
    return fold


def what_if(
    recorded: Iterable[Recorded],
    supposed: Iterable[tuple[str, Any]],
    fold: AnyFold,
    show: Callable[[AnyFold], Shown],
) -> tuple[Shown, Shown]:
    """What `show` says before and after events that have not happened: (stream, event) pairs.

    `fold` is a fresh one; it is used up. `show` must answer with a value that later folding does not change.
    """
    position = at = 0
    for one in recorded:
        fold.fold(one)
        position, at = one.position, one.at
    before = show(fold)
    for number, (stream, event) in enumerate(supposed, start=1):
        fold.fold(Recorded(position + number, stream, 0, at, event))
    return before, show(fold)
