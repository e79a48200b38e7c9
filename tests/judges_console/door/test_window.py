"""What a receipt states as the mark is read from where the mark stands in the record."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sheets.events import MarkEntered, SheetSigned
from judges_console.live.window import values_at
from ledger.errors import RecordDamaged
from ledger.event_names import CODEC
from ledger.record import Record
from tests.support.small import sheet


class Store:
    """Marks at even positions, signatures at odd ones; counts how often it is asked."""

    def __init__(self, end):
        self.end, self.asked = end, 0

    def rows(self, after, upto, limit):
        self.asked += 1
        found = range(after + 1, min(upto, self.end) + 1)
        return [self._row(position) for position in found][:limit]

    def _row(self, position):
        event = SheetSigned(1, 1) if position % 2 else MarkEntered("p1", str(position), 1, 1, 0)
        return (position, sheet("process", "07", "F1"), position, *CODEC.encode(event), 0)


def _book(end=10**6):
    return cast("Record", SimpleNamespace(store=Store(end), codec=CODEC))


@given(st.sets(st.integers(1, 10_000).map(lambda half: 2 * half), max_size=40))
def test_each_mark_is_read_from_its_own_place(positions):
    assert values_at(_book(), sorted(positions)) == {position: str(position) for position in positions}


def test_marks_of_one_commit_are_read_at_once():
    book = _book()
    values_at(book, list(range(200, 700, 2)))
    assert book.store.asked == 1


def test_an_old_receipt_among_new_ones_does_not_read_what_lies_between():
    book = _book()
    values_at(book, [2, 900_000, 900_002])
    assert book.store.asked == 2


def test_a_mark_that_is_not_there_is_no_mark():
    with pytest.raises(RecordDamaged):
        values_at(_book(end=10), [8, 12])
