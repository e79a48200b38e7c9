"""All boards being shown and everybody who watches: rounds, signs of life, an end for those who take nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from projections.hall import Hall
from projections.rows.view import View
from web.live.show import Show, Spectator

STUCK_AFTER_S = 10.0
TRY_AGAIN_LATER = 1013  # the close code for whoever is to dial again


class Hub:
    """For one event loop. `now`: official time in µs UTC; `most`: so many spectators, then the door is closed."""

    def __init__(self, hall: Hall, now: Callable[[], int], most: int = 12_000) -> None:
        self._hall, self._now, self._most = hall, now, most
        self._shows: dict[str, Show] = {}
        self._watchers: dict[str, set[asyncio.Event]] = {}

    def __len__(self) -> int:
        """How many spectators there are, over all boards."""
        return sum(len(show.spectators) for show in self._shows.values())

    @property
    def is_full(self) -> bool:
        return len(self) >= self._most

    @contextmanager
    def seat(self, contest: str, spectator: Spectator) -> Iterator[Show]:
        """A place before a contest's board while the `with` lasts. Raises: KeyError for an unknown contest."""
        show = self._shows.get(contest)
        if show is None:
            show = self._shows[contest] = Show(lambda: self._view(contest), self._now)
        elif not show.spectators:
            show.refresh()  # nobody was looking, so no round kept it fresh
        show.spectators.add(spectator)
        try:
            yield show
        finally:
            show.spectators.discard(spectator)

    @contextmanager
    def watch(self, contest: str) -> Iterator[asyncio.Event]:
        """An event that is set whenever something happened in a contest, shown or not; the watcher clears it."""
        changed = asyncio.Event()
        watchers = self._watchers.setdefault(contest, set())
        watchers.add(changed)
        try:
            yield changed
        finally:
            watchers.discard(changed)

    def touch(self, contests: Iterable[str]) -> None:
        """Something happened in these contests: tell those who watch."""
        for contest in contests:
            for changed in self._watchers.get(contest, ()):
                changed.set()

    async def round(self) -> None:
        """Everybody's slot gets the newest; over once all who take it at once have it."""
        for show in self._shows.values():
            if show.spectators:
                show.refresh()
        await asyncio.sleep(0)  # the pumps just woken stand before us in the loop's queue

    def beat(self) -> None:
        """Signs of life; and whoever has taken nothing for ten seconds is let go, to come back for a whole view."""
        stuck_since = asyncio.get_running_loop().time() - STUCK_AFTER_S
        for show in self._shows.values():
            show.beat()
            for spectator in show.spectators:
                if 0.0 < spectator.sending_since < stuck_since:
                    spectator.let_go(TRY_AGAIN_LATER)

    def _view(self, contest: str) -> View:
        with self._hall.wall(contest) as wall:
            return wall.board.view()
