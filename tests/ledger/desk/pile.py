"""Orders handed in together: collected answers, and a commit that waits until the test lets it go."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

from ledger.desk import Desk
from ledger.orders import Order, Outcome
from ledger.record import Record
from ledger.store.shapes import Batch
from tests.ledger.tiny import mark


class Answers:
    """What the desk says to each of several orders, in the order they were handed in."""

    def __init__(self, desk: Desk, orders: Iterable[Order]) -> None:
        self.heard: dict[int, Outcome] = {}
        self._one_more = threading.Semaphore(0)
        self._asked = 0
        for each in orders:
            desk.submit(each, self._hearing(self._asked))
            self._asked += 1

    def all(self) -> list[Any]:
        for _ in range(self._asked):
            assert self._one_more.acquire(timeout=30)
        return [self.heard[place] for place in range(self._asked)]

    def _hearing(self, place: int):
        def hear(outcome: Outcome) -> None:
            self.heard[place] = outcome
            self._one_more.release()

        return hear


class HeldCommits:
    """The record takes no commit until `let_go`; `held` is set when the first one waits. Sizes of all, in order."""

    def __init__(self, record: Record) -> None:
        self.sizes: list[int] = []
        self.held = threading.Event()
        self._gate = threading.Event()
        self._append = record.append
        record.append = self._waiting  # type: ignore[method-assign]

    def let_go(self) -> None:
        self._gate.set()

    def _waiting(self, batch: Batch) -> None:
        self.held.set()
        assert self._gate.wait(30)
        self._append(batch)
        self.sizes.append(len(batch.receipts))


class Pile:
    """Orders that are decided in one batch: they queue up behind one whose commit is held."""

    def __init__(self, record: Record, desk: Desk) -> None:
        self._record, self._desk = record, desk
        self.commits: list[int] = []

    def settle(self, orders: list[Order]) -> list[Any]:
        commits = HeldCommits(self._record)
        Answers(self._desk, [mark(900, "holds the desk up", device="holder")])
        assert commits.held.wait(30)
        answers = Answers(self._desk, orders)
        assert answers.heard == {}
        commits.let_go()
        self.commits = commits.sizes
        return answers.all()
