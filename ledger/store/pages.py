"""Reads rows page by page, so that memory stays small and no read transaction stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from ledger.errors import RecordDamaged
from ledger.store.shapes import PAGE

Numbered = TypeVar("Numbered", bound=tuple[Any, ...])


def pages(read: Callable[[int, int, int], list[Numbered]], after: int, upto: int) -> Iterator[list[Numbered]]:
    """Lists of rows whose first column lies in (after, upto]. Raises: RecordDamaged where the numbers run back."""
    while page := read(after, upto, PAGE):
        if page[-1][0] <= after:  # a damaged page of the file, over which we would go round and round
            raise RecordDamaged(f"number {after}")
        yield page
        after = page[-1][0]
