"""All contests of a server: each recorded event goes to its contest's wall, in one pass and under one lock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import RLock

from domain.recorded import Told
from domain.streams import parts
from projections.board import Names
from projections.folds.quiet import undisturbed
from projections.wall import Wall, nameless


class Hall:
    """One thread folds, others read: views do not change once handed out, but making one needs the lock."""

    def __init__(self, names: Names = nameless) -> None:
        self.position = 0
        self._names = names
        self._walls: dict[str, Wall] = {}
        self._takers: dict[str, Callable[[Told], object]] = {}  # by stream
        self._lock = RLock()

    def fold_all(self, batch: Iterable[Told]) -> set[str]:
        """Many events, in order; returns the contests something happened in."""
        known, before, last = self._takers, self.position, None
        with self._lock, undisturbed():
            try:
                for one in batch:
                    (known.get(one[1]) or self._taker(one[1]))(one)
                    last = one
            finally:
                self.position = last[0] if last else before
        return {contest for contest, wall in self._walls.items() if wall.marks.position > before}

    def contests(self) -> tuple[str, ...]:
        """The ids of all contests there are, in order of their opening."""
        return tuple(self._walls)

    @contextmanager
    def wall(self, contest: str) -> Iterator[Wall]:
        """A contest's wall, to be read inside `with` while nothing is folded. Raises: KeyError for an unknown one."""
        with self._lock:
            yield self._walls[contest]

    def _taker(self, stream: str) -> Callable[[Told], object]:
        """None of the walls for the record's own streams, such as the clock's: they belong to no contest."""
        named = parts(stream)
        if len(named) == 1:
            return lambda _told: None
        wall = self._walls.get(named[1]) or self._hang(named[1])
        take = self._takers[stream] = wall.marks.taker(named)
        return take

    def _hang(self, contest: str) -> Wall:
        wall = self._walls[contest] = Wall(contest, self._names)
        return wall
