"""The event loop the server runs on: uvloop where there is one, which does not know Windows."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


def _new_loop() -> asyncio.AbstractEventLoop:
    try:
        from uvloop import new_event_loop  # noqa: PLC0415 - not to be had everywhere
    except ImportError:
        return asyncio.new_event_loop()
    return new_event_loop()


def run(play: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`."""
    with asyncio.Runner(loop_factory=_new_loop) as runner:
        return runner.run(play)
