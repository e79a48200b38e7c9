"""Followers: readers that keep up with the record, in the owner's process or from another one."""

from __future__ import annotations

import threading
import time
from typing import Self

from domain.recorded import Recorded
from ledger.record import Record
from ledger.store.shapes import ENDLESS, PAGE, Row, Watch

POLL = 0.02  # seconds between two looks at a record that another process writes


class Follower:
    """Reads every event once, in order of position, starting after one. For one thread; `close` from any.

    Beside the desk it is woken after each commit; on a record opened to read it looks every POLL seconds.
    """

    def __init__(self, record: Record, after: int = 0) -> None:
        self.position = after
        self._record = record
        self._woken = threading.Event()
        self._woken.set()  # for what was written before we came
        self._closed = False
        self._looking = threading.Lock()  # a look and the end of looking exclude each other
        self._watch: Watch | None = None if record.is_owned else record.store.watch()
        record.wakings.add(self._woken)

    def wait(self, timeout: float) -> bool:
        """Whether there may be something to read; False after `timeout` seconds or when closed."""
        if self._watch is None:
            self._woken.wait(timeout)
        else:
            self._look(self._watch, time.monotonic() + timeout)
        woken = self._woken.is_set() and not self._closed
        self._woken.clear()  # before reading: what is written from here on wakes us again
        return woken

    def read(self) -> list[Row]:
        """The next rows, PAGE at most; when there may be more, the next `wait` returns at once."""
        rows = self._record.store.rows(self.position, ENDLESS, PAGE)
        if rows:
            self.position = rows[-1][0]
        if len(rows) == PAGE:
            self._woken.set()
        return rows

    def recorded(self) -> list[Recorded]:
        """The same, decoded. Raises: RecordDamaged."""
        return self._record.codec.recorded(self.read())

    def close(self) -> None:
        """Ends a `wait` going on in another thread."""
        with self._looking:
            self._closed = True
            if self._watch is not None:
                self._watch.close()
        self._record.wakings.discard(self._woken)
        self._woken.set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _look(self, watch: Watch, deadline: float) -> None:
        while not self._woken.is_set():
            with self._looking:
                if self._closed or watch.changed():
                    self._woken.set()
            if (left := deadline - time.monotonic()) <= 0:
                return
            self._woken.wait(min(POLL, left))
