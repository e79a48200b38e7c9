"""A log cut off anywhere leaves a clean beginning of the record, never a torn one."""

import shutil

import pytest

from ledger.record import Record
from ledger.store.sqlite import FILE
from ledger.verify import verify
from tests.ledger.tiny import CODEC, Close, mark, opened, order

LOG = f"{FILE}-wal"


@pytest.fixture(scope="module")
def torn_off(tmp_path_factory):
    """File and log as a power cut finds them: nothing of the marks is in the file yet. And the receipts there were."""
    folder = tmp_path_factory.mktemp("live")
    record, desk = opened(folder)
    left = tmp_path_factory.mktemp("left")
    with desk:
        for n in range(1, 13):
            desk.ask_and_wait(mark(n, sheet=f"s{n % 4}"))
        desk.ask_and_wait(order(13, Close("c")))
        for name in (FILE, LOG):
            shutil.copy(folder / name, left / name)
    receipts = list(record.receipts())
    record.close()
    return left, receipts


def _points(size):
    """Every page and header of the log's frames, and places in between."""
    frame, header = 24 + 4096, 32
    edges = range(header, size, frame)
    return sorted({0, 1, header - 1, size, *edges, *(each + 24 for each in edges), *(each - 1 for each in edges)})


@pytest.mark.slow
def test_what_is_left_is_a_beginning_of_the_record_and_can_be_gone_on_with(torn_off, tmp_path):
    left, receipts = torn_off
    log = (left / LOG).read_bytes()
    lengths = set()
    for place, size in enumerate(_points(len(log))):
        folder = tmp_path / str(place)
        folder.mkdir()
        shutil.copy(left / FILE, folder / FILE)
        (folder / LOG).write_bytes(log[:size])
        record, desk = opened(folder)  # an empty log leaves an empty file, and that becomes a new record
        found = list(record.receipts())
        assert found == receipts[: len(found)]
        lengths.add(len(found))
        with desk:
            assert desk.ask_and_wait(mark(99, device="d2")).outcome in {"accepted", "refused"}
        record.close()
        assert verify(folder, codec=CODEC).is_sound
        shutil.rmtree(folder)
    assert lengths == set(range(len(receipts) + 1))


def test_a_record_left_by_a_power_cut_is_read_without_its_owner(torn_off, tmp_path):
    left, receipts = torn_off
    for name in (FILE, LOG):
        shutil.copy(left / name, tmp_path / name)
    record = Record.read_only(tmp_path, CODEC)
    assert list(record.receipts()) == receipts
    record.close()
    assert verify(tmp_path, codec=CODEC).is_sound
