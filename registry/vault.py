"""Boxes under a key of their own: put, open, let somebody look, and erase until only a tombstone is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from domain.errors import Refused
from registry.journal import Journal
from registry.keys import MasterKey
from registry.sealing import Opening
from registry.store import Store


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of an erased row: its `kind` (`person`, `document`, `account`) and id, when (µs UTC) and by whom."""

    kind: str
    id: str
    at: int
    by: str


class Vault:
    """Every decryption and every erasure of the registry goes through here."""

    def __init__(self, store: Store, key: MasterKey, journal: Journal, now: Callable[[], int]) -> None:
        self._store = store
        self._key = key
        self._journal = journal
        self._now = now

    def put(self, kind: str, plains: Mapping[str, bytes], by: str, about: str = "") -> dict[str, Opening]:
        """Keep these bytes, each row under a new key and salt; what a row held before goes with its old key.

        The same bytes again change nothing, not even the seal. What changed is one line in the access journal.
        Raises: Refused("forgotten") for an erased id.
        """
        with self._store.writing() as db:
            kept = {row: self.opening(kind, row) for row in plains}
            openings = {row: opening for row, opening in kept.items() if opening and opening.plain == plains[row]}
            changed = [row for row in plains if row not in openings]
            for row in changed:
                if db.execute("SELECT 1 FROM forgotten WHERE kind = ? AND id = ?", (kind, row)).fetchone():
                    raise Refused("forgotten", kind=kind)
                self._destroy(kind, row)
                openings[row] = self._put(kind, row, plains[row], (about, self._now(), by))
            if changed:
                self._journal.write(f"wrote-{kind}", by, (*changed, *filter(None, [about])))
            return openings

    def _put(self, kind: str, row: str, plain: bytes, written: tuple[str, int, str]) -> Opening:
        with self._store.writing() as db:
            box_key = self._key.new_box_key()
            number = db.execute("INSERT INTO keys VALUES (NULL, zeroblob(76))").lastrowid or 0
            db.execute("UPDATE keys SET wrapped = ? WHERE number = ?", (self._key.wrap(box_key, number), number))
            box = self._key.close_box(box_key, plain, kind, row)
            db.execute("INSERT INTO sealed VALUES (?, ?, ?, ?, ?, ?, ?)", (kind, row, number, *written, box))
            return Opening(box_key.salt, plain)

    def opening(self, kind: str, row: str) -> Opening | None:
        """For the registry's own comparing, seen by nobody. None: never written or erased. Raises: Tampered."""
        found = "SELECT key, wrapped, box FROM sealed LEFT JOIN keys ON number = key WHERE kind = ? AND id = ?"
        with self._store.reading() as db:
            columns = db.execute(found, (kind, row)).fetchone()
        if columns is None:
            return None
        number, wrapped, box = columns
        box_key = self._key.unwrap(wrapped or b"", number)
        return Opening(box_key.salt, self._key.open_box(box_key, box, kind, row))

    def look(self, kind: str, rows: Iterable[str], by: str, why: str, *, public: bool = False) -> dict[str, bytes]:
        """The contents somebody gets to see; what was erased or never written is missing.

        One line goes into the access journal, on the disk before the contents are handed out, unless they are `public`
        or an account looks at itself. Raises: ValueError without `by` when not public; Tampered.
        """
        if not public and not by:
            raise ValueError("who looks must be known")
        openings = {row: self.opening(kind, row) for row in dict.fromkeys(rows)}
        found = {row: opening.plain for row, opening in openings.items() if opening is not None}
        if found and not public and set(found) != {by}:
            self._journal.write(f"saw-{kind}", by, (*found, *self._spoken_of(kind, found)), why)
        return found

    def _spoken_of(self, kind: str, rows: Iterable[str]) -> set[str]:
        text = "SELECT about FROM sealed WHERE kind = ? AND id = ? AND about <> ''"
        with self._store.reading() as db:
            return {about for row in rows for (about,) in db.execute(text, (kind, row))}

    def erase(self, kind: str, rows: Iterable[str], by: str, why: str = "") -> int:
        """Destroy key, salt and contents, leave a tombstone; how many there were.

        When this returns, no byte of them is left in the registry's files. Raises: ErasureUnfinished.
        """
        with self._store.writing() as db:
            gone = [row for row in dict.fromkeys(rows) if self._destroy(kind, row)]
            db.executemany("INSERT INTO forgotten VALUES (?, ?, ?, ?)", ((kind, row, self._now(), by) for row in gone))
            if gone:
                self._store.owe_sweep()
                self._journal.write(f"erased-{kind}", by, gone, why)
        self._store.sweep()
        return len(gone)

    def forget_again(self, tombstones: Iterable[Tombstone]) -> None:
        """In a restored copy, and in the transaction around this call: erase what had been erased since; then sweep."""
        with self._store.writing() as db:
            for stone in tombstones:
                self._destroy(stone.kind, stone.id)
                if stone.kind == "account":
                    closed = "UPDATE accounts SET closed_at = ifnull(closed_at, ?), password = NULL WHERE id = ?"
                    db.execute(closed, (stone.at, stone.id))
                row = (stone.kind, stone.id, stone.at, stone.by)
                db.execute("INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?, ?)", row)
            self._store.owe_sweep()

    def _destroy(self, kind: str, row: str) -> bool:
        with self._store.writing() as db:
            found = db.execute("SELECT key FROM sealed WHERE kind = ? AND id = ?", (kind, row)).fetchone()
            if found is None:
                return False
            # Overwritten in place before it is deleted: zeros stand there even where deleting would only unlink.
            db.execute("UPDATE keys SET wrapped = zeroblob(76) WHERE number = ?", found)
            db.execute("UPDATE sealed SET box = zeroblob(length(box)) WHERE kind = ? AND id = ?", (kind, row))
            db.execute("DELETE FROM sealed WHERE kind = ? AND id = ?", (kind, row))
            db.execute("DELETE FROM keys WHERE number = ?", found)
            return True

    def rows(self, kind: str, about: str | None = None) -> list[str]:
        """The ids of a kind, all or only those `about` one subject, in the order of their ids."""
        condition, values = ("", (kind,)) if about is None else (" AND about = ?", (kind, about))
        with self._store.reading() as db:
            found = db.execute(f"SELECT id FROM sealed WHERE kind = ?{condition} ORDER BY id", values)  # noqa: S608
            return [row for (row,) in found]

    def tombstones(self) -> list[Tombstone]:
        """All of them, oldest first."""
        with self._store.reading() as db:
            rows = db.execute("SELECT kind, id, at, by FROM forgotten ORDER BY at, kind, id").fetchall()
            return [Tombstone(*row) for row in rows]
