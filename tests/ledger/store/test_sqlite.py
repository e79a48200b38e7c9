"""SQLite's engine keeps the contract, and its file guards itself."""

import sqlite3
from contextlib import closing

import pytest
from eventsourcing.persistence import StoredEvent

from domain.errors import Conflict
from ledger.errors import DurabilityTooLow, NoRecord, ReadOnly, RecordTooNew, WriteFailed
from ledger.store import connections, schema
from ledger.store.sqlite import FILE, SQLiteStore
from tests.ledger.contract import StoreContract, batch, everything


class Folder:
    """A folder whose stores are closed with the test."""

    def __init__(self, path):
        self.path, self.stores = path, []

    def owned(self):
        self.stores.append(SQLiteStore.to_write(self.path))
        return self.stores[-1]

    def reading(self):
        self.stores.append(SQLiteStore.to_read(self.path))
        return self.stores[-1]

    def reopened(self):
        self.close()
        return self.owned()

    def close(self):
        while self.stores:
            self.stores.pop().close()


@pytest.fixture
def engine(tmp_path):
    folder = Folder(tmp_path)
    yield folder
    folder.close()


class TestSQLite(StoreContract):
    pass


@pytest.fixture
def store(engine):
    written = engine.owned()
    written.append(batch(written, ([("s1", 1), ("s2", 1)], ["key:1"])))
    return written


def _raw(engine):
    return closing(sqlite3.connect(engine.path / FILE, isolation_level=None))


@pytest.mark.parametrize("table", ["stored_events", "receipts", "claims"])
def test_no_row_is_ever_changed_or_removed(engine, store, table):
    column = "key" if table == "claims" else "at"
    with _raw(engine) as raw:
        for statement in (f"UPDATE {table} SET {column}={column}", f"DELETE FROM {table}"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                raw.execute(statement)


def test_no_row_is_replaced_either(engine, store):
    with _raw(engine) as raw:
        for table in ("stored_events", "receipts"):
            with pytest.raises(sqlite3.IntegrityError, match="no gaps"):
                raw.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")


def test_a_file_of_a_newer_version_is_refused_in_both_languages(engine, store):
    engine.close()
    with _raw(engine) as raw:
        raw.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    for opening in (SQLiteStore.to_write, SQLiteStore.to_read):
        with pytest.raises(RecordTooNew) as refusal:
            opening(engine.path)
        assert "2" in refusal.value.en
        assert "更新的程序" in refusal.value.zh


@pytest.mark.parametrize("content", [b"", b"name,score\nA,1\n" * 100])
def test_a_file_that_is_no_record_is_refused(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(NoRecord):
        SQLiteStore.to_read(tmp_path)
    if content:  # an empty file may become a record
        with pytest.raises(NoRecord):
            SQLiteStore.to_write(tmp_path)


def test_another_programs_database_is_refused_and_left_alone(tmp_path):
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("CREATE TABLE theirs (x)")
    for opening in (SQLiteStore.to_write, SQLiteStore.to_read):
        with pytest.raises(NoRecord):
            opening(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        assert [row[0] for row in other.execute("SELECT name FROM sqlite_master")] == ["theirs"]


def test_a_folder_without_a_record_is_not_given_one_by_reading(tmp_path):
    with pytest.raises(NoRecord):
        SQLiteStore.to_read(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_writer_waits_for_the_disk_at_every_commit(engine, store):
    with store.recorder.datastore.get_connection(commit=True) as writer:
        raw = writer.cursor().sqlite_cursor
        assert raw.execute("PRAGMA synchronous").fetchone()[0] == 2
        assert raw.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert raw.execute("PRAGMA mmap_size").fetchone()[0] == 0


@pytest.mark.parametrize("level", ["NORMAL", "OFF"])
def test_a_database_that_may_forget_is_not_opened(tmp_path, monkeypatch, level):
    """As if the build ignored our setting: what counts is what it says when asked."""
    ignored = tuple(each.replace("FULL", level) for each in connections._WRITER)
    monkeypatch.setattr(connections, "_WRITER", ignored)
    with pytest.raises(DurabilityTooLow) as refusal:
        SQLiteStore.to_write(tmp_path)
    assert "synchronous" in refusal.value.en


def test_events_enter_only_with_a_receipt(store):
    before = everything(store)
    with pytest.raises(TypeError, match="only with a receipt"):
        store.recorder.insert_events([StoredEvent("s9", 1, "marked/1", b"\x80")])
    assert everything(store) == before


def test_the_librarys_own_ways_to_read_go_on_working(store):
    assert [each.id for each in store.recorder.select_notifications(1, 10)] == [1, 2]
    assert [each.topic for each in store.recorder.select_events("s2")] == ["marked/1"]
    assert store.recorder.max_notification_id() == 2


def test_nobody_but_the_writer_can_write(engine, store):
    beside = engine.reading()
    with pytest.raises(ReadOnly):
        beside.append(batch(beside, ([], [])))
    for each in (store, beside):
        with each.recorder.datastore.get_connection(commit=False) as connection:
            raw = connection.cursor().sqlite_cursor
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                raw.execute("INSERT INTO claims VALUES ('key:9', 1)")


def test_a_full_disk_is_a_failed_write_and_nothing_is_written(store):
    with store.recorder.datastore.get_connection(commit=True) as writer:
        writer.cursor().sqlite_cursor.execute("PRAGMA max_page_count=1")
    before = everything(store)
    many = batch(store, *[([(f"t{n}", 1)], []) for n in range(200)])
    with pytest.raises(WriteFailed) as failure:
        store.append(many)
    assert failure.value.cause == "SQLITE_FULL"
    assert everything(store) == before


def test_a_refused_commit_leaves_the_writer_usable(store):
    with pytest.raises(Conflict):
        store.append(batch(store, ([("s1", 1)], [])))
    store.append(batch(store, ([("s1", 2)], [])))
    assert store.head().entry == 2
