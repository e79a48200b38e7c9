"""The record is read by position, by stream, by time and by receipt."""

import pytest

from ledger.errors import NoRecord, ReadOnly, RecordDamaged
from ledger.orders import Receipt
from ledger.record import Record
from ledger.store.shapes import Batch
from tests.ledger.tiny import CODEC, HandClock, Marked, mark, opened


def test_rows_come_in_pages_of_plain_tuples(record, desk, monkeypatch):
    monkeypatch.setattr("ledger.store.pages.PAGE", 2)
    for n in range(1, 5):
        desk.ask_and_wait(mark(n))
    pages = list(record.rows(after=1))
    assert [[row[0] for row in page] for page in pages] == [[2, 3], [4, 5]]
    position, stream, version, name, body, at = pages[0][0]
    assert (position, stream, version, name, body) == (2, "sheet:s1", 1, "marked/1", b"\x92\xa2a1\xa38.5")
    assert type(pages[0][0]) is tuple
    assert at == record.receipt("d1", 1).at


def test_events_are_read_after_one_position_up_to_another(record, desk):
    for n in range(1, 7):
        desk.ask_and_wait(mark(n))
    assert [each.event for each in record.recorded(3, 5)] == [Marked("a3", "8.5"), Marked("a4", "8.5")]


def test_receipts_are_read_after_an_entry(record, desk):
    answers = [desk.ask_and_wait(mark(n, "a1", str(n))) for n in (1, 2, 3)]
    assert list(record.receipts(after_entry=1)) == answers
    assert all(type(each) is Receipt for each in record.receipts())


def test_a_moment_is_a_position(tmp_path):
    hands = HandClock()
    record, desk = opened(tmp_path, clock=hands.official())
    with desk:
        moments = []
        for n in range(1, 5):
            hands.pass_by(1_000_000)
            moments.append(desk.ask_and_wait(mark(n)).at)
    assert [record.position_at(at) for at in moments] == [2, 3, 4, 5]
    assert [record.position_at(at - 1) for at in moments] == [1, 2, 3, 4]
    record.close()


def test_a_record_opened_to_read_writes_nothing(folder, record):
    beside = Record.read_only(folder, CODEC)
    with pytest.raises(ReadOnly):
        beside.append(Batch())
    beside.close()


def test_a_folder_is_made_when_there_is_none_and_nobody_else_may_look_into_it(tmp_path):
    folder = tmp_path / "deep" / "contest"
    Record.owned(folder, CODEC).close()
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NoRecord):
        Record.owned(tmp_path / "file" / "contest", CODEC)


def test_an_owner_does_not_start_on_an_end_that_does_not_fit(folder, record, desk):
    desk.ask_and_wait(mark(1))
    head = record.head()
    with record.store.recorder.datastore.get_connection(commit=True) as writer:
        writer.cursor().sqlite_cursor.execute(
            "INSERT INTO stored_events VALUES (?,?,?,?,?,?)", (head.position + 1, "s", 1, "marked/1", b"", 1)
        )
    desk.close()
    record.close()
    with pytest.raises(RecordDamaged, match="event 3"):
        Record.owned(folder, CODEC)
    with pytest.raises(RecordDamaged):  # and it has let go of the folder
        Record.owned(folder, CODEC)
