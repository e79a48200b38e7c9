"""A backup of a live record is a record that verifies, or it is no backup."""

import threading

import pytest

from ledger.backup import backup
from ledger.errors import NoRecord, RecordDamaged, TargetTaken, WriteFailed
from ledger.record import Record
from ledger.store.sqlite import FILE
from ledger.verify import verify
from tests.ledger.tiny import CODEC, mark, opened


def _names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_backup_holds_everything_and_can_be_served_from(record, desk, folder, tmp_path):
    desk.ask_and_wait(mark(1))
    verdict = backup(folder, tmp_path / "copy", codec=CODEC)
    assert verdict.is_sound
    assert verdict.head == record.head()
    copy, second = opened(tmp_path / "copy")
    assert list(copy.rows()) == list(record.rows())
    with second:
        assert second.ask_and_wait(mark(1)) == record.receipt("d1", 1)
        assert second.ask_and_wait(mark(2)).accepted
    copy.close()


def test_a_backup_taken_under_load_is_one_moment_of_the_record(record, desk, folder, tmp_path):
    stop, done = threading.Event(), []

    def judge():
        n = 0
        while not stop.is_set():
            n += 1
            done.append(desk.ask_and_wait(mark(n, sheet=f"s{n % 50}")).entry)

    judging = threading.Thread(target=judge)
    judging.start()
    try:
        for n in range(3):
            before = record.head().entry
            verdict = backup(folder, tmp_path / f"copy{n}", codec=CODEC)
            assert before <= verdict.head.entry <= record.head().entry
    finally:
        stop.set()
        judging.join()
    assert done == list(range(2, len(done) + 2))


def test_marks_that_come_meanwhile_do_not_start_the_copy_anew(record, desk, folder, tmp_path, monkeypatch):
    monkeypatch.setattr("ledger.backup._PAGES", 1)
    before, copied = record.head(), []

    def marking(done, _all):
        copied.append(done)
        desk.ask_and_wait(mark(len(copied)))

    assert backup(folder, tmp_path / "copy", marking, codec=CODEC).head == before
    assert len(copied) > 5
    assert copied == sorted(copied)
    assert record.head().entry > before.entry


def test_progress_is_told_in_pages(desk, folder, tmp_path):
    told = []
    backup(folder, tmp_path / "copy", lambda done, all_: told.append((done, all_)), codec=CODEC)
    assert told[-1][0] == told[-1][1] > 0


def test_a_backup_overwrites_nothing(folder, desk, tmp_path):
    backup(folder, tmp_path / "copy", codec=CODEC)
    with pytest.raises(TargetTaken) as refusal:
        backup(folder, tmp_path / "copy", codec=CODEC)
    assert "已经存在" in refusal.value.zh


def test_what_an_interrupted_backup_left_behind_is_no_hindrance(folder, desk, tmp_path):
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / f"{FILE}.part").write_bytes(b"half a file")
    assert backup(folder, tmp_path / "copy", codec=CODEC).is_sound
    assert _names(tmp_path / "copy") == [FILE]


def test_a_copy_that_does_not_verify_is_no_backup(folder, desk, tmp_path):
    desk.ask_and_wait(mark(1))
    with pytest.raises(RecordDamaged, match="event 2"):
        backup(folder, tmp_path / "copy")  # the real names know no marked/1
    assert _names(tmp_path / "copy") == [f"{FILE}.part"]


def test_there_must_be_something_to_back_up(tmp_path):
    with pytest.raises(NoRecord):
        backup(tmp_path, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_target_that_cannot_be_written_is_said_so(folder, desk, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteFailed):
        backup(folder, tmp_path / "file" / "copy", codec=CODEC)


def test_a_backup_is_read_without_writing_beside_it(desk, folder, tmp_path):
    """A stick may be write-protected; the live record needs two more files to be read."""
    desk.ask_and_wait(mark(1))
    backup(folder, tmp_path / "copy", codec=CODEC)
    copy = Record.read_only(tmp_path / "copy", CODEC)
    assert copy.head().entry == 2
    assert verify(tmp_path / "copy", codec=CODEC).is_sound
    assert _names(tmp_path / "copy") == [FILE]
    copy.close()
