"""The end noted beside the record: what a lost or damaged log takes with it is missed."""

from __future__ import annotations

import shutil

import pytest

from ledger.errors import RecordCutOff
from ledger.record import Record
from ledger.store.note import FILE, HeadNote, noted_in
from ledger.verify import verify
from tests.ledger.store.noted import write_orders


@pytest.fixture
def folder(tmp_path):
    """A record that nobody checkpointed: its tail lies in the log, as after a kill."""
    live = tmp_path / "live"
    with write_orders(live, 2):
        pass
    with write_orders(live, 3, start=3):
        shutil.copytree(live, tmp_path / "data")
    return tmp_path / "data"


def test_every_commit_is_noted_before_anybody_is_answered(folder):
    record = Record.owned(folder)
    head = record.head()
    record.close()
    noted = noted_in(folder)
    assert noted is not None
    assert (noted.entry, noted.hash) == (head.entry, head.hash)


def test_a_log_that_is_gone_is_missed_at_the_next_start(folder):
    (folder / "record.sqlite-wal").unlink()
    assert not verify(folder).is_sound
    with pytest.raises(RecordCutOff) as fault:
        Record.owned(folder)
    assert "record.head" in fault.value.en
    assert "record.head" in fault.value.zh
    (folder / FILE).unlink()
    Record.owned(folder).close()


def test_a_bit_flipped_in_the_log_is_missed_at_the_next_start(folder):
    log = folder / "record.sqlite-wal"
    content = bytearray(log.read_bytes())
    content[len(content) // 2] ^= 1
    log.write_bytes(content)
    with pytest.raises(RecordCutOff):
        Record.owned(folder)


def test_an_older_copy_put_in_its_place_is_missed(folder, tmp_path):
    older = tmp_path / "older"
    with write_orders(older, 2):
        pass
    shutil.copy(folder / FILE, older / FILE)
    with pytest.raises(RecordCutOff):
        Record.owned(older)


@pytest.mark.parametrize("written", [b"", b"Biwu", b"x" * 52])
def test_a_note_that_a_power_cut_tore_is_none(folder, written):
    (folder / FILE).write_bytes(written)
    assert noted_in(folder) is None
    Record.owned(folder).close()


def test_an_older_note_is_no_fault(folder):
    note = HeadNote(folder)
    record = Record.read_only(folder)
    first = next(iter(record.receipts()))
    record.close()
    note.write(first.entry, first.hash)
    note.close()
    Record.owned(folder).close()
    assert verify(folder).is_sound
