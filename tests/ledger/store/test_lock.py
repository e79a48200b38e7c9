"""One process owns a data folder; the next is told who."""

import os
import subprocess
import sys

import pytest

from ledger.errors import RecordInUse, WriteFailed
from ledger.record import Record
from ledger.store.lock import FolderLock
from tests.ledger.tiny import CODEC

HOLD = """
import sys
from pathlib import Path
from ledger.store.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_owner_in_another_process_is_refused_until_the_first_dies(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(RecordInUse) as refusal:
            FolderLock(tmp_path)
        assert str(holder.pid) in refusal.value.en
        assert str(holder.pid) in refusal.value.zh
        holder.kill()
    FolderLock(tmp_path).release()


def test_a_second_owner_in_the_same_process_is_refused_too(tmp_path):
    record = Record.owned(tmp_path, CODEC)
    with pytest.raises(RecordInUse, match=str(os.getpid())):
        Record.owned(tmp_path, CODEC)
    record.append  # noqa: B018 - still ours
    record.close()
    Record.owned(tmp_path, CODEC).close()


def test_reading_needs_no_ownership(tmp_path):
    record = Record.owned(tmp_path, CODEC)
    beside = Record.read_only(tmp_path, CODEC)
    assert beside.head() == record.head()
    beside.close()
    record.close()


def test_an_unreadable_note_about_the_holder_is_no_way_in(tmp_path):
    lock = FolderLock(tmp_path)
    (tmp_path / "record.lock").write_bytes(b"\xff not json")
    with pytest.raises(RecordInUse):
        FolderLock(tmp_path)
    lock.release()


def test_a_folder_nothing_can_be_written_to_is_said_to_be_so(tmp_path):
    (tmp_path / "record.lock").mkdir()  # as a read-only medium would: the file cannot be opened
    with pytest.raises(WriteFailed, match=r"EISDIR|EACCES"):
        Record.owned(tmp_path, CODEC)
