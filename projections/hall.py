"""All contests of a server: each recorded event goes to its contest's wall, in one pass and under one lock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import RLock

from domain.streams import parts
from projections.board import Names
from projections.folds.quiet import undisturbed
from projections.folds.recorded import Recorded
from projections.wall import Wall, nameless


class Hall:
    """One thread folds, others read: views do not change once handed out, but making one needs the lock."""

    def __init__(self, names: Names = nameless) -> None:
        self.position = 0
        self._names = names
        self._walls: dict[str, Wall] = {}
        self._of_stream: dict[str, Wall] = {}
        self._lock = RLock()

    def fold_all(self, batch: Iterable[Recorded]) -> set[str]:
        """Many events, in order; returns the contests something happened in."""
        touched: set[str] = set()
        last: Wall | None = None
        known = self._of_stream
        with self._lock, undisturbed():
            for one in batch:
                stream = one.stream
                wall = known.get(stream) or self._wall_of(stream)
                if wall is not None:
                    wall.fold(one)
                    if wall is not last:
                        touched.add(wall.marks.contest_id)
                        last = wall
                self.position = one.position
        return touched

    def contests(self) -> tuple[str, ...]:
        """The ids of all contests there are, in order of their opening."""
        return tuple(self._walls)

    @contextmanager
    def wall(self, contest: str) -> Iterator[Wall]:
        """A contest's wall, to be read inside `with` while nothing is folded. Raises: KeyError for an unknown one."""
        with self._lock:
            yield self._walls[contest]

    def _wall_of(self, stream: str) -> Wall | None:
        """None for the record's own streams, such as the clock's: they belong to no contest."""
        named = parts(stream)
        if len(named) == 1:
            return None
        wall = self._of_stream[stream] = self._walls.get(named[1]) or self._hang(named[1])
        return wall

    def _hang(self, contest: str) -> Wall:
        wall = self._walls[contest] = Wall(contest, self._names)
        return wall
