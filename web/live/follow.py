"""Brings the record into the hall: a thread waits for commits and reads, the event loop folds in small slices."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future

from domain.recorded import Recorded
from ledger.follow import Follower
from ledger.record import Record
from projections.hall import Hall

log = logging.getLogger(__name__)

SLICE = 500  # events folded in one go: a few milliseconds in which no socket is served
_WAIT_S = 5.0


class Following:
    """`told` hears, on the event loop, in which contests something has happened."""

    def __init__(self, record: Record, hall: Hall, told: Callable[[Iterable[str]], None]) -> None:
        self._record, self._hall, self._told = record, hall, told
        self._follower: Follower | None = None
        self._thread: threading.Thread | None = None
        self._stopped = False

    @property
    def is_alive(self) -> bool:
        """False before the start, after the stop, and once a fold has failed: boards then stand still."""
        return self._thread is not None and self._thread.is_alive()

    def catch_up(self) -> None:
        """Fold all there is, before any door opens. Raises: RecordDamaged."""
        self._hall.fold_all(self._record.told(self._hall.position))

    def start(self) -> None:
        """Go on from where the hall stands; to be called on the event loop that is to fold."""
        self._follower = Follower(self._record, self._hall.position)
        loop, follower = asyncio.get_running_loop(), self._follower
        self._thread = threading.Thread(target=self._run, args=(loop, follower), name="follower", daemon=True)
        self._thread.start()

    async def stop(self) -> None:
        if self._follower is not None and self._thread is not None:
            self._stopped = True
            self._follower.close()
            await asyncio.to_thread(self._thread.join)

    # -- the follower's own thread

    def _run(self, loop: asyncio.AbstractEventLoop, follower: Follower) -> None:
        try:
            while not self._stopped:
                if follower.wait(_WAIT_S):
                    self._hand_over(loop, follower.recorded())
        except Exception:
            log.critical("the follower has failed: boards stand still from here on", exc_info=True)

    def _hand_over(self, loop: asyncio.AbstractEventLoop, batch: list[Recorded]) -> None:
        """One slice after the other; waiting for each keeps the loop free in between."""
        for start in range(0, len(batch), SLICE):
            folded: Future[None] = Future()
            loop.call_soon_threadsafe(self._fold, batch[start : start + SLICE], folded)
            folded.result()

    def _fold(self, batch: list[Recorded], folded: Future[None]) -> None:
        try:
            self._told(self._hall.fold_all(batch))
        except Exception as error:  # noqa: BLE001 - raised anew where it is waited for
            folded.set_exception(error)
        else:
            folded.set_result(None)
