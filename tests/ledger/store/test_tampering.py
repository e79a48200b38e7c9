"""Whoever changes what is stored, with the guards taken down and put up again, is found and the place named."""

import random
import shutil
import sqlite3
from contextlib import closing

import pytest

from domain.notes import Note
from ledger.store import schema
from ledger.store.sqlite import FILE
from ledger.verify import verify
from tests.ledger.tiny import CODEC, Close, Grab, Remark, mark, opened, order

# the record of `original`: entry -> its events
#   1 anchor: 1 · 2 mark: 2 · 3 refused · 4 remark: 3, 4 · 5 takes a key · 6 mark: 5 · 7 close, takes a key: 6, 7
COLUMNS = {
    "stored_events": ("originator_id", "originator_version", "topic", "state", "at"),
    "receipts": (
        *("at", "account", "role", "seat", "device", "counter", "digest", "outcome", "reason", "details"),
        *("first", "count", "hash"),
    ),
    "claims": ("key", "entry"),
}
KEYS = {"stored_events": "rowid", "receipts": "entry", "claims": "key"}
ENTRY_OF = {1: 1, 2: 2, 3: 4, 4: 4, 5: 6, 6: 7, 7: 7}


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    folder = tmp_path_factory.mktemp("original")
    record, desk = opened(folder)
    with desk:
        orders = [mark(1, "a1", "8"), mark(2, "a1", "9"), order(3, Remark("c", Note("doc", bytes(32))))]
        orders += [order(4, Grab("c", "key:1")), mark(5, "a5"), order(6, Close("c"))]
        for each in orders:
            desk.ask_and_wait(each)
    record.close()
    assert verify(folder, codec=CODEC).is_sound
    return folder


@pytest.fixture
def folder(original, tmp_path):
    shutil.copy(original / FILE, tmp_path / FILE)
    return tmp_path


def _tamper(folder, *statements):
    """Runs SQL with the triggers gone, and leaves the file as it would look untouched."""
    triggers = {name: sql for name, sql in schema.statements().items() if sql.startswith("CREATE TRIGGER")}
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as raw:
        for name in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        for sql in triggers.values():
            raw.execute(sql)


def _places(folder):
    return [fault.place for fault in verify(folder, codec=CODEC).faults]


def _other(column):
    """SQL for a value that differs and that the column takes."""
    if column in {"state", "digest", "details", "hash"}:
        return f"CAST({column} || x'00' AS BLOB)"
    integers = {"originator_version", "at", "counter", "first", "count", "entry"}
    return f"{column} + 1000" if column in integers else f"{column} || 'x'"


@pytest.mark.parametrize("position", ENTRY_OF)
@pytest.mark.parametrize("column", COLUMNS["stored_events"])
def test_any_column_of_any_event(folder, column, position):
    _tamper(folder, f"UPDATE stored_events SET {column}={_other(column)} WHERE rowid={position}")
    assert f"entry {ENTRY_OF[position]}" in _places(folder)


@pytest.mark.parametrize("entry", range(1, 8))
@pytest.mark.parametrize("column", COLUMNS["receipts"])
def test_any_column_of_any_receipt(folder, column, entry):
    _tamper(folder, f"UPDATE receipts SET {column}={_other(column)} WHERE entry={entry}")
    assert _places(folder)[0] == f"entry {entry}" or (column == "count" and _places(folder)[1] == f"entry {entry}")


@pytest.mark.parametrize("column", COLUMNS["claims"])
@pytest.mark.parametrize(("key", "entry"), [("key:1", 5), ("closed:c/1", 7)])
def test_any_column_of_any_claim(folder, column, key, entry):
    _tamper(folder, f"UPDATE claims SET {column}={_other(column)} WHERE key='{key}'")
    assert f"entry {entry}" in _places(folder)


@pytest.mark.parametrize("position", ENTRY_OF)
def test_an_event_taken_out(folder, position):
    _tamper(folder, f"DELETE FROM stored_events WHERE rowid={position}")
    assert f"event {position}" in _places(folder)


@pytest.mark.parametrize("entry", range(1, 8))
def test_a_receipt_taken_out(folder, entry):
    _tamper(folder, f"DELETE FROM receipts WHERE entry={entry}")
    expected = {f"entry {entry}", *(f"event {p}" for p, of in ENTRY_OF.items() if of == entry and entry == 7)}
    assert expected & set(_places(folder))


@pytest.mark.parametrize(("key", "entry"), [("key:1", 5), ("closed:c/1", 7)])
def test_a_claim_taken_out(folder, key, entry):
    _tamper(folder, f"DELETE FROM claims WHERE key='{key}'")
    assert _places(folder) == [f"entry {entry}"]


@pytest.mark.parametrize(("one", "other"), [(2, 5), (3, 4), (6, 7)])
def test_two_events_that_change_places(folder, one, other):
    _tamper(
        folder,
        f"UPDATE stored_events SET rowid=-1 WHERE rowid={one}",
        f"UPDATE stored_events SET rowid={one} WHERE rowid={other}",
        f"UPDATE stored_events SET rowid={other} WHERE rowid=-1",
    )
    assert {f"entry {ENTRY_OF[one]}", f"entry {ENTRY_OF[other]}"} <= set(_places(folder))


def test_two_receipts_that_change_places(folder):
    _tamper(
        folder,
        "UPDATE receipts SET entry=-1 WHERE entry=3",
        "UPDATE receipts SET entry=3 WHERE entry=5",
        "UPDATE receipts SET entry=5 WHERE entry=-1",
    )
    assert {"entry 3", "entry 5"} <= set(_places(folder))


def test_an_event_slipped_in_at_the_end(folder):
    copied = "originator_id, 9, topic, state, at FROM stored_events WHERE rowid=2"
    _tamper(folder, f"INSERT INTO stored_events SELECT 8, {copied}")
    assert "event 8" in _places(folder)


def test_a_claim_slipped_in(folder):
    _tamper(folder, "INSERT INTO claims VALUES ('closed:d/1', 3)")
    assert _places(folder) == ["entry 3"]


def test_a_claim_of_no_entry_at_all(folder):
    _tamper(folder, "INSERT INTO claims VALUES ('closed:d/1', 0)")
    assert _places(folder) == ["entry 0"]


def test_guards_taken_down_are_missed(folder):
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER receipts_never_update")
        raw.execute("CREATE TABLE notes (name)")
    assert _places(folder) == ["notes", "receipts_never_update"]


def _contents(folder):
    with closing(sqlite3.connect((folder / FILE).as_uri() + "?mode=ro", uri=True)) as raw:
        return [raw.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in sorted(COLUMNS)]


@pytest.mark.slow
def test_every_flipped_bit_that_changes_what_is_stored_is_found(original, folder):
    """600 flips in the bytes that are in use; where nothing is found, everything must still read the same."""
    sound, before = (original / FILE).read_bytes(), _contents(original)
    in_use = [place for place in range(len(sound)) if any(sound[max(0, place - 1) : place + 2])]
    chance, found = random.Random(20261120), 0
    for _ in range(600):
        place, bit = chance.choice(in_use), chance.randrange(8)
        flipped = bytearray(sound)
        flipped[place] ^= 1 << bit
        (folder / FILE).write_bytes(flipped)
        try:
            sees_nothing = verify(folder, codec=CODEC).is_sound
        except Exception as refused:  # noqa: BLE001 - a damaged header is refused before anything is read
            assert type(refused).__module__ == "ledger.errors", f"byte {place}, bit {bit}"  # noqa: PT017
            sees_nothing = False
        if sees_nothing:
            assert _contents(folder) == before, f"byte {place}, bit {bit}"
        found += not sees_nothing
    assert found > 300
