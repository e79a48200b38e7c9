"""The desk's bounded queue, and the way answers go back to those who wait."""

from __future__ import annotations

import logging
import threading
from asyncio import AbstractEventLoop
from collections.abc import Iterable
from queue import SimpleQueue
from typing import NamedTuple

from ledger.errors import where
from ledger.orders import Answer, Order, Outcome

log = logging.getLogger(__name__)


class Waiting(NamedTuple):
    """An order and who wants its answer: a callable, called on its own event loop if it names one."""

    order: Order
    answer: Answer
    loop: AbstractEventLoop | None


class Inbox:
    """Orders in the order of their arrival; after `close` nothing gets in and what is in can still be taken out."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._queue: SimpleQueue[Waiting | None] = SimpleQueue()
        self._door = threading.Lock()
        self.closed = False

    def __len__(self) -> int:
        return self._queue.qsize()

    def put(self, waiting: Waiting) -> bool:
        """False when it is full or closed."""
        with self._door:
            if self.closed or self._queue.qsize() >= self._most:
                return False
            self._queue.put(waiting)
            return True

    def close(self) -> None:
        with self._door:
            if not self.closed:
                self.closed = True
                self._queue.put(None)

    def take(self, most: int) -> list[Waiting]:
        """Waits for one, then takes what else has queued up; empty once closed and drained."""
        first = self._queue.get()
        if first is None:
            self._queue.put(None)  # for the next call
            return []
        return self._take([first], most)

    def more(self, most: int) -> list[Waiting]:
        """What else has queued up by now, without waiting."""
        return self._take([], most)

    def _take(self, batch: list[Waiting], most: int) -> list[Waiting]:
        while len(batch) < most and not self._queue.empty():
            waiting = self._queue.get()
            if waiting is None:
                self._queue.put(None)
                break
            batch.append(waiting)
        return batch


def deliver(answers: Iterable[tuple[Waiting, Outcome]]) -> None:
    """Calls every answer: here, or on its event loop with one wake-up per loop for all of them."""
    by_loop: dict[AbstractEventLoop, list[tuple[Answer, Outcome]]] = {}
    for waiting, outcome in answers:
        if waiting.loop is None:
            _say([(waiting.answer, outcome)])
        else:
            by_loop.setdefault(waiting.loop, []).append((waiting.answer, outcome))
    for loop, pairs in by_loop.items():
        try:
            loop.call_soon_threadsafe(_say, pairs)
        except RuntimeError:  # the loop is closed: whoever waited there is gone
            log.warning("nobody is left to hear %d answers", len(pairs))


def _say(pairs: list[tuple[Answer, Outcome]]) -> None:
    for answer, outcome in pairs:
        try:
            answer(outcome)
        except Exception as error:  # noqa: BLE001 - one listener's bug must not keep the others waiting
            log.error("an answer could not be given: %s", where(error))  # noqa: TRY400 - no values in logs
