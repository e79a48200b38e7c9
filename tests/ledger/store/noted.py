"""A record being written by a desk, for tests that look at its files meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain import rules
from domain.commands import COMMANDS
from domain.contest.commands import OpenContest
from ledger.desk import Desk
from ledger.orders import Order, Receipt
from ledger.record import Record
from tests.support.small import ORGANISER


@contextmanager
def write_orders(folder: Path, count: int, start: int = 1) -> Iterator[Record]:
    """A new record with so many contests opened, still open to write inside the `with`."""
    record = Record.owned(folder)
    with Desk(record, rules, COMMANDS) as desk:
        for n in range(start, start + count):
            command = OpenContest(f"c{n}", "赛", "Contest", "UTC", drill=True)
            receipt = desk.ask_and_wait(Order(ORGANISER, "d1", n, command))
            assert isinstance(receipt, Receipt)
            assert receipt.accepted
        yield record
    record.close()
