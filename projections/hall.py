"""All contests of a server: each recorded event goes to its contest's wall, in one pass and under one lock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import RLock

from domain.streams import parts
from projections.board import Names
from projections.folds.recorded import Recorded
from projections.wall import Wall, nameless


class Hall:
    """One thread folds, others read: views do not change once handed out, but making one needs the lock."""

    def __init__(self, names: Names = nameless) -> None:
        self.position = 0
        self._names = names
        self._walls: dict[str, Wall] = {}
        self._lock = RLock()

    def fold(self, recorded: Recorded) -> None:
        """One event, in order of the record."""
        self.fold_all((recorded,))

    def fold_all(self, batch: Iterable[Recorded]) -> set[str]:
        """Many events, in order; returns the contests something happened in."""
        touched = set()
        walls = self._walls
        with self._lock:
            for one in batch:
                self.position = one.position
                stream = parts(one.stream)
                if len(stream) == 1:  # the record's own streams, such as the clock's, belong to no contest
                    continue
                wall = walls.get(stream[1]) or self._hang(stream[1])
                wall.fold(one)
                touched.add(stream[1])
        return touched

    def contests(self) -> tuple[str, ...]:
        """The ids of all contests there are, in order of their opening."""
        return tuple(self._walls)

    @contextmanager
    def wall(self, contest: str) -> Iterator[Wall]:
        """A contest's wall, to be read inside `with` while nothing is folded. Raises: KeyError for an unknown one."""
        with self._lock:
            yield self._walls[contest]

    def _hang(self, contest: str) -> Wall:
        wall = self._walls[contest] = Wall(contest, self._names)
        return wall
