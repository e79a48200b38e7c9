"""How far a long command has come: one line that renews itself, from the first second on."""

from __future__ import annotations

import sys
import time
from typing import TextIO

_QUIET_S = 1.0  # what is done by then needs no progress
_TERMINAL_S, _LOG_S = 0.1, 5.0  # how often a line is worth renewing


class Progress:
    """Call it with (done, of); `of` 0 means nobody knows. A terminal sees one line, a log a line now and then."""

    def __init__(self, what: str, out: TextIO | None = None) -> None:
        self._what, self._out = what, out or sys.stderr
        self._terminal = self._out.isatty()
        self._begun = time.monotonic()
        self._due = self._begun + _QUIET_S
        self._shown = False

    def __call__(self, done: int, of: int = 0) -> None:
        now = time.monotonic()
        if now < self._due:
            return
        self._due = now + (_TERMINAL_S if self._terminal else _LOG_S)
        share = f"{done * 100 // of} % ({done:,}/{of:,})" if of else f"{done:,}"
        self._out.write(f"\r{self._what}: {share}  " if self._terminal else f"{self._what}: {share}\n")
        self._out.flush()
        self._shown = True

    def end(self) -> None:
        if self._shown and self._terminal:
            self._out.write("\n")
