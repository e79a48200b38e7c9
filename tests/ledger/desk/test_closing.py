"""A desk that cannot write closes for good and says so; a desk that is stopped first answers what it has."""

import subprocess
import sys
import threading

import pytest

from ledger.errors import DeskClosed, WriteFailed
from ledger.follow import Follower
from ledger.verify import verify
from tests.ledger.desk.pile import Answers
from tests.ledger.tiny import CODEC, mark, opened


def _fill_the_disk(record):
    """SQLite may take no further page: what it answers then is what a full disk makes it answer."""
    with record.store.recorder.datastore.get_connection(commit=True) as writer:
        writer.cursor().sqlite_cursor.execute("PRAGMA max_page_count=1")


def _mark_until_closed(desk):
    for n in range(1, 2000):
        try:
            desk.ask_and_wait(mark(n, sheet=f"s{n}"))
        except DeskClosed as closed:
            return n - 1, closed
    raise AssertionError("the disk was never full")


def test_a_full_disk_closes_the_desk_and_reading_goes_on(record, desk, folder):
    _fill_the_disk(record)
    acknowledged, closed = _mark_until_closed(desk)
    assert closed.cause == "SQLITE_FULL"
    assert "停止接收" in closed.zh
    assert not desk.is_open
    assert len(list(record.recorded(upto=acknowledged + 1))) == acknowledged + 1
    assert verify(folder, codec=CODEC).is_sound


def test_a_closed_desk_stays_closed(record, desk):
    _fill_the_disk(record)
    _, closed = _mark_until_closed(desk)
    with record.store.recorder.datastore.get_connection(commit=True) as writer:
        writer.cursor().sqlite_cursor.execute("PRAGMA max_page_count=1000000")
    with pytest.raises(DeskClosed) as again:
        desk.ask_and_wait(mark(1))
    assert again.value is closed


def test_pending_and_later_orders_are_told(record, desk):
    gate, held, told = threading.Event(), threading.Event(), threading.Event()
    heard: list[DeskClosed] = []

    def failing(_batch):
        held.set()
        gate.wait(10)
        raise WriteFailed("SQLITE_IOERR_FSYNC")

    record.append = failing
    desk.when_closed(heard.append)
    desk.when_closed(lambda _: told.set())
    deciding = Answers(desk, [mark(1)])
    assert held.wait(10)
    queued = Answers(desk, [mark(2), mark(3)])
    gate.set()
    assert told.wait(10)
    assert [type(answer) for answer in deciding.all() + queued.all()] == [DeskClosed] * 3
    with pytest.raises(DeskClosed, match="SQLITE_IOERR_FSYNC"):
        desk.ask_and_wait(mark(4))
    assert [closed.cause for closed in heard] == ["SQLITE_IOERR_FSYNC"]


def test_who_listens_late_hears_it_too(desk):
    desk.close()
    heard: list[DeskClosed] = []
    desk.when_closed(heard.append)
    assert [type(each) for each in heard] == [DeskClosed]


def test_a_listener_that_fails_keeps_no_other_from_hearing(desk):
    heard: list[DeskClosed] = []
    desk.when_closed(lambda _: 1 / 0)
    desk.when_closed(heard.append)
    desk.close()
    assert len(heard) == 1


def test_stopping_answers_what_has_queued_up_and_refuses_the_rest(record, desk):
    handed_in = Answers(desk, [mark(n) for n in range(1, 101)])
    desk.close()
    answers = handed_in.all()
    assert [answer.counter for answer in answers] == list(range(1, 101))
    assert all(answer.accepted for answer in answers)
    with pytest.raises(DeskClosed, match="stopped"):
        desk.ask_and_wait(mark(101))
    assert record.head().entry == 101


def test_a_desk_that_cannot_write_its_anchor_does_not_open(tmp_path):
    record, desk = opened(tmp_path)

    def failing(_batch):
        raise WriteFailed("SQLITE_FULL")

    record.append = failing
    heard: list[DeskClosed] = []
    desk.when_closed(heard.append)
    with pytest.raises(WriteFailed):
        desk.start()
    assert not desk.is_open
    with pytest.raises(DeskClosed):
        desk.ask_and_wait(mark(1))
    desk.close()
    assert len(heard) == 1
    record.close()


def test_a_bug_of_the_desk_itself_leaves_nobody_waiting(record, desk):
    def breaking(_batch):
        raise MemoryError

    record.append = breaking
    with pytest.raises(DeskClosed, match="MemoryError"):
        desk.ask_and_wait(mark(1))


def test_followers_are_not_disturbed_by_a_closed_desk(record, desk):
    desk.ask_and_wait(mark(1))
    with Follower(record) as follower:
        _fill_the_disk(record)
        acknowledged, _ = _mark_until_closed(desk)
        seen = 0
        while follower.wait(0.05):
            seen += len(follower.read())
    assert seen >= acknowledged + 1


LIMITED = """
import resource, signal, sys
from pathlib import Path
from ledger.errors import DeskClosed
from tests.ledger.tiny import mark, opened
record, desk = opened(Path(sys.argv[1]))
with desk:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = 150_000  # bytes any file of this process may have: the log cannot grow past them
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    for n in range(1, 5000):
        try:
            print("acknowledged", desk.ask_and_wait(mark(n)).first)
        except DeskClosed as closed:
            print("closed", closed.cause)
            break
    print("read", sum(1 for _ in record.recorded()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_when_the_system_refuses_a_write_everything_acknowledged_is_there(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)], capture_output=True, text=True, timeout=60, check=True
    )
    *acknowledged, closed, read = ran.stdout.splitlines()
    assert closed.startswith("closed SQLITE_")
    positions = [int(line.split()[1]) for line in acknowledged]
    assert positions == list(range(2, len(positions) + 2))
    assert int(read.split()[1]) >= positions[-1]
    verdict = verify(tmp_path, codec=CODEC)
    assert verdict.is_sound
    assert verdict.head.position >= positions[-1]
