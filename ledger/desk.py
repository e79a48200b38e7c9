"""The desk: one thread decides and commits, and whatever has queued up meanwhile shares one commit."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any, Self

from domain.errors import Busy
from ledger.clock import OfficialClock
from ledger.deciding.clerk import Clerk, Limits
from ledger.deciding.inbox import Inbox, Waiting, deliver
from ledger.deciding.states import Rules
from ledger.errors import DeskClosed, RecordError, WriteFailed, where
from ledger.orders import Answer, Order, Outcome, Receipt
from ledger.record import Record

log = logging.getLogger(__name__)

# In a rush a moment's wait fills the commit: a fifth more marks a second, measured. One or two alone never wait.
_FEW, _GATHER_S = 2, 0.001

ClosedListener = Callable[[DeskClosed], None]
NO_LIMITS_OF_ITS_OWN = Limits()


class Desk:
    """Takes orders from any thread and answers each exactly once, after its commit is on disk.

    `commands` names every command's class ("enter-mark"), for the payload digest. A failed write closes the desk
    for good: everybody waiting is told, later orders are answered DeskClosed, reading goes on.
    """

    def __init__(
        self,
        record: Record,
        rules: Rules,
        commands: Mapping[str, type[Any]],
        clock: OfficialClock | None = None,
        limits: Limits = NO_LIMITS_OF_ITS_OWN,
    ) -> None:
        self.clock = clock or OfficialClock()
        self._record = record
        self._clerk = Clerk(record, rules, commands, self.clock, limits)
        self._inbox = Inbox(limits.queue)
        self._most = limits.batch
        self._thread = threading.Thread(target=self._run, name="desk", daemon=True)
        self._listeners: deque[ClosedListener] = deque()
        self._closed: DeskClosed | None = None

    def start(self) -> Self:
        """Writes the clock's anchor, then takes orders. Raises: WriteFailed, RecordDamaged."""
        try:
            self._clerk.begin()
        except BaseException as error:
            self._shut(DeskClosed(type(error).__name__))
            raise
        self._record.wake()
        self._thread.start()
        log.info("the desk is open at entry %d", self._clerk.head.entry)
        return self

    def close(self) -> None:
        """Answers what has queued up, then takes nothing more. The record stays open."""
        closed = self._shut(DeskClosed("stopped"))
        if self._thread.is_alive():
            self._thread.join()
        self._tell(closed)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_open(self) -> bool:
        return self._closed is None

    @property
    def waiting(self) -> int:
        """How many orders have queued up."""
        return len(self._inbox)

    def highest_counter(self, device: str) -> int:
        """The highest counter of a device in the record, 0 for a new one."""
        return self._clerk.highest(device)

    def when_closed(self, listener: ClosedListener) -> None:
        """Calls it once when the desk closes, on the desk's thread; at once when it is closed already."""
        self._listeners.append(listener)
        if self._closed is not None:
            self._tell(self._closed)

    def submit(self, order: Order, answer: Answer, loop: asyncio.AbstractEventLoop | None = None) -> None:
        """Calls `answer` once with a Receipt, Busy or RecordError (DeskClosed, CommandFailed).

        With a loop: on that loop, one wake-up a commit for all of its answers. Without: on the desk's thread, so
        it must be quick; or on the caller's, at once, when the queue is full or the desk closed.
        """
        waiting = Waiting(order, answer, loop)
        if not self._inbox.put(waiting):
            deliver([(waiting, self._closed or Busy())])

    async def ask(self, order: Order) -> Receipt | Busy:
        """Raises: DeskClosed, CommandFailed."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Outcome] = loop.create_future()

        def resolve(outcome: Outcome) -> None:
            if not future.done():  # whoever asked may have gone away meanwhile
                future.set_result(outcome)

        self.submit(order, resolve, loop)
        return _told(await future)

    def ask_and_wait(self, order: Order, timeout: float | None = None) -> Receipt | Busy:
        """For threads; `timeout` in seconds. Raises: DeskClosed, CommandFailed, TimeoutError."""
        future: Future[Outcome] = Future()
        self.submit(order, future.set_result)
        return _told(future.result(timeout))

    # -- the desk's own thread

    def _run(self) -> None:
        batch: list[Waiting] = []
        try:
            while batch := self._inbox.take(self._most):
                if _FEW < len(batch) < self._most // 4:
                    time.sleep(_GATHER_S)
                    batch += self._inbox.more(self._most - len(batch))
                deliver(self._clerk.settle(batch))
                self._record.wake()
        except WriteFailed as error:
            self._fail(batch, error.cause)
        except BaseException as error:  # noqa: BLE001 - whatever it is, nobody may be left waiting
            log.critical("the desk itself failed: %s", where(error))
            self._fail(batch, type(error).__name__)
        finally:
            self._tell(self._closed or DeskClosed("stopped"))

    def _fail(self, batch: list[Waiting], cause: str) -> None:
        log.critical("the desk is closed for good: %s", cause)
        closed = self._shut(DeskClosed(cause))
        while batch:
            deliver((waiting, closed) for waiting in batch)
            batch = self._inbox.take(self._most)

    def _shut(self, closed: DeskClosed) -> DeskClosed:
        self._closed = self._closed or closed
        self._inbox.close()
        return self._closed

    def _tell(self, closed: DeskClosed) -> None:
        """Each listener once, whoever comes here first."""
        while True:
            try:
                listener = self._listeners.popleft()
            except IndexError:
                return
            try:
                listener(closed)
            except Exception as error:  # noqa: BLE001 - one listener's bug must not keep the others from hearing
                log.error("a listener failed on hearing that the desk is closed: %s", where(error))  # noqa: TRY400


def _told(outcome: Outcome) -> Receipt | Busy:
    if isinstance(outcome, RecordError):
        raise outcome
    return outcome
