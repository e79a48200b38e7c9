"""Who sits in which seat right now, so that what happens in a contest reaches the judges it concerns."""

from __future__ import annotations

import asyncio

from judges_console.live.line import Line
from judges_console.live.news import News
from web.parts import Parts


class Roster:
    """The welcomed judges of one event loop."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._news: dict[str, tuple[News, asyncio.Task[None]]] = {}

    def join(self, line: Line, contest: str, panel: str, seat: str) -> None:
        if contest not in self._news:
            news = News(self._parts, contest)
            self._news[contest] = news, asyncio.create_task(news.run())
        news, _ = self._news[contest]
        news.seats.setdefault((panel, seat), set()).add(line)

    def leave(self, line: Line, contest: str, panel: str, seat: str) -> None:
        """With the last judge of a contest the telling stops, and begins anew with the next."""
        news, task = self._news[contest]
        news.seats[panel, seat].discard(line)
        if not any(news.seats.values()):
            del self._news[contest]
            task.cancel()
