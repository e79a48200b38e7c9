"""The access journal: who looked at what about whom and when, who changed what, and the alarms; it only grows.

Because it only grows, nothing in it may have to be forgotten: ids and fixed words, never a name, text or address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from domain.names import ID
from registry.store import Store


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `at` in µs UTC, `by` an account, `act` and `why` fixed words, `subjects` ids of people and things."""

    number: int
    at: int
    by: str
    act: str
    why: str
    alarm: bool
    subjects: tuple[str, ...]


class Journal:
    """Reading and writing the access journal."""

    def __init__(self, store: Store, now: Callable[[], int]) -> None:
        self._store = store
        self._now = now

    def write(self, act: str, by: str, subjects: Iterable[str], why: str = "", *, alarm: bool = False) -> None:
        """One line, in the transaction around this call if there is one.

        `why` is a word of the caller's code ("award-list"), shaped like an id. Raises: ValueError for free text.
        """
        if why and ID.fullmatch(why) is None:
            raise ValueError("a reason in the access journal is a fixed word, not free text")
        with self._store.writing() as db:
            line = (self._now(), by, act, why, int(alarm))
            number = db.execute("INSERT INTO journal VALUES (NULL, ?, ?, ?, ?, ?)", line).lastrowid
            rows = ((subject, number) for subject in sorted(set(subjects)))
            db.executemany("INSERT INTO journal_subjects VALUES (?, ?)", rows)

    def lines(self, after: int = 0, limit: int = 100) -> list[Line]:
        """The lines numbered above `after`, oldest first."""
        return self._read("number > ? ORDER BY number LIMIT ?", after, limit)

    def latest(self, limit: int = 100) -> list[Line]:
        """The newest lines, newest first."""
        return self._read("number > 0 ORDER BY number DESC LIMIT ?", limit)

    def about(self, subject: str, limit: int = 1000) -> list[Line]:
        """What was done to or seen of one person or thing, newest first."""
        numbers = "number IN (SELECT number FROM journal_subjects WHERE subject = ?)"
        return self._read(numbers + " ORDER BY number DESC LIMIT ?", subject, limit)

    def alarms(self, after: int = 0, limit: int = 100) -> list[Line]:
        """What somebody should look into, oldest first."""
        return self._read("alarm = 1 AND number > ? ORDER BY number LIMIT ?", after, limit)

    def _read(self, condition: str, *values: str | int) -> list[Line]:
        with self._store.reading() as db:
            rows = db.execute(f"SELECT * FROM journal WHERE {condition}", values).fetchall()  # noqa: S608 - own text
            return [
                Line(number, at, by, act, why, bool(alarm), self._subjects(number))
                for number, at, by, act, why, alarm in rows
            ]

    def _subjects(self, number: int) -> tuple[str, ...]:
        with self._store.reading() as db:
            rows = db.execute("SELECT subject FROM journal_subjects WHERE number = ? ORDER BY subject", (number,))
            return tuple(subject for (subject,) in rows)
