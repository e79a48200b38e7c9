"""Folding without the collector of garbage looking in: half a million marks are kept, none of them is garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 100_000  # objects made: the next look at the young ones would take longer than it is worth


@contextmanager
def undisturbed() -> Iterator[None]:
    """No collection inside; measured, a long fold takes a third less.

    What a long one leaves behind counts as old at once: a collection right after it would walk all of it for nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _MANY:
                gc.freeze()
                gc.unfreeze()  # out of sight and back among the oldest, without a look at any of them
            gc.enable()
