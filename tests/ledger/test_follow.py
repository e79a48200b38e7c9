"""Followers see every event once and in order, beside the desk and from another process."""

import subprocess
import sys
import threading

import pytest

from ledger import follow
from ledger.follow import Follower
from ledger.record import Record
from tests.ledger.tiny import CODEC, mark

OTHER = """
import sys
from pathlib import Path
from ledger.follow import Follower
from ledger.record import Record
from tests.ledger.tiny import CODEC
record = Record.read_only(Path(sys.argv[1]), CODEC)
follower, until = Follower(record, after=1), int(sys.argv[2])
print("following", flush=True)
while follower.position < until:
    if follower.wait(10):
        for each in follower.recorded():
            print(each.position, each.event.aspect, flush=True)
follower.close()
record.close()
"""


def _all(follower, until):
    rows = []
    while follower.position < until:
        assert follower.wait(10)
        rows += follower.read()
    return [row[0] for row in rows]


def test_a_follower_starts_with_what_is_there_and_goes_on_with_what_comes(record, desk):
    desk.ask_and_wait(mark(1))
    with Follower(record) as follower:
        assert _all(follower, 2) == [1, 2]
        desk.ask_and_wait(mark(2))
        assert _all(follower, 3) == [3]


def test_a_follower_is_woken_by_a_commit_and_not_before(record, desk):
    with Follower(record, after=record.head().position) as follower:
        assert follower.wait(10)
        assert follower.read() == []
        assert not follower.wait(0.01)
        threading.Timer(0.02, desk.ask_and_wait, [mark(1)]).start()
        assert follower.wait(10)
        assert [each.event.aspect for each in follower.recorded()] == ["a1"]


def test_nothing_is_missed_while_marks_pour_in(record, desk):
    with Follower(record) as follower:
        for n in range(1, 501):
            desk.submit(mark(n), lambda _: None)
        assert _all(follower, 501) == list(range(1, 502))


def test_more_than_a_page_is_read_without_another_commit(record, desk, monkeypatch):
    monkeypatch.setattr(follow, "PAGE", 3)
    for n in range(1, 9):
        desk.ask_and_wait(mark(n))
    with Follower(record) as follower:
        assert _all(follower, 9) == list(range(1, 10))


def test_a_second_opening_follows_by_looking(folder, desk):
    beside = Record.read_only(folder, CODEC)
    with Follower(beside, after=1) as follower:
        assert follower.wait(10)
        assert follower.read() == []
        assert not follower.wait(0.05)
        desk.ask_and_wait(mark(1))
        assert _all(follower, 2) == [2]
    beside.close()


def test_another_process_follows_the_live_record(folder, desk):
    with subprocess.Popen([sys.executable, "-c", OTHER, str(folder), "41"], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "following\n"
        for n in range(1, 41):
            desk.ask_and_wait(mark(n))
        assert other.stdout.read().split("\n")[:-1] == [f"{n + 1} a{n}" for n in range(1, 41)]


@pytest.mark.parametrize("owned", [True, False])
def test_closing_ends_a_wait(folder, record, owned):
    followed = record if owned else Record.read_only(folder, CODEC)
    follower = Follower(followed, after=record.head().position)
    follower.wait(0)
    follower.read()
    threading.Timer(0.02, follower.close).start()
    assert not follower.wait(10)
    if not owned:
        followed.close()
