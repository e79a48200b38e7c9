"""A bounded queue and a bounded number of stored refusals: too much is answered busy and decides nothing."""

from domain.errors import Busy
from ledger.deciding.clerk import Limits
from ledger.deciding.limit import RefusalLimit
from ledger.orders import Receipt
from tests.ledger.desk.pile import Answers, HeldCommits
from tests.ledger.tiny import HandClock, mark, opened

SECOND = 1_000_000


def test_a_full_queue_answers_busy_at_once_and_the_same_command_is_taken_later(tmp_path):
    record, desk = opened(tmp_path, limits=Limits(queue=3))
    with desk:
        commits = HeldCommits(record)
        first = Answers(desk, [mark(1)])
        assert commits.held.wait(30)
        rest = Answers(desk, [mark(2), mark(3), mark(4)])
        assert desk.waiting == 3
        assert desk.ask_and_wait(mark(5)) == Busy()
        commits.let_go()
        assert [answer.counter for answer in first.all() + rest.all()] == [1, 2, 3, 4]
        assert desk.ask_and_wait(mark(5)).accepted
    assert record.head().entry == 6
    record.close()


def test_no_commit_holds_more_than_its_share(tmp_path):
    record, desk = opened(tmp_path, limits=Limits(batch=7))
    with desk:
        commits = HeldCommits(record)
        answers = Answers(desk, [mark(n) for n in range(1, 22)])
        commits.let_go()
        answers.all()
    assert sum(commits.sizes) == 21
    assert max(commits.sizes) <= 7
    record.close()


def test_refusals_of_one_device_run_out_and_come_back_with_time(tmp_path):
    hands = HandClock()
    record, desk = opened(tmp_path, clock=hands.official(), limits=Limits(refusals_burst=3, refusals_per_second=2))
    with desk:
        desk.ask_and_wait(mark(1, "a1", "8"))
        wrong = [desk.ask_and_wait(mark(n, "a1", "9")) for n in (2, 3, 4, 5)]
        assert [type(answer) for answer in wrong] == [Receipt, Receipt, Receipt, Busy]
        before = record.head()
        assert desk.ask_and_wait(mark(6, "a2")) == Busy(500)
        assert record.head() == before
        assert desk.ask_and_wait(mark(1, "a3", device="d2")).accepted
        assert desk.ask_and_wait(mark(2, "a1", "9")) == wrong[0]
        hands.pass_by(SECOND // 2)
        assert desk.ask_and_wait(mark(6, "a2")).accepted
    record.close()


def test_the_wait_is_as_long_as_the_next_refusal_takes_to_come_back():
    now = 0
    limit = RefusalLimit(2, 4, lambda: now)
    for _ in range(2):
        assert limit.wait_ms("d1") == 0
        limit.spend("d1")
    assert limit.wait_ms("d1") == 250
    now = 100_000
    assert limit.wait_ms("d1") == 150
    now = 250_000
    assert limit.wait_ms("d1") == 0


def test_a_bucket_never_holds_more_than_its_burst():
    now = 0
    limit = RefusalLimit(2, 4, lambda: now)
    limit.spend("d1")
    now = 3600 * SECOND
    for expected in (0, 0, 250):
        assert limit.wait_ms("d1") == expected
        limit.spend("d1")


def test_streams_let_go_of_are_read_again_when_needed(tmp_path):
    record, desk = opened(tmp_path, limits=Limits(streams=2))
    with desk:
        for n in range(1, 11):
            assert desk.ask_and_wait(mark(n, "a1", "8", sheet=f"s{n}")).accepted
        assert len(desk._clerk._states._states) <= 2
        refusals = [desk.ask_and_wait(mark(n + 10, "a1", "9", sheet=f"s{n}")).reason for n in range(1, 11)]
    assert refusals == ["aspect-marked"] * 10
    record.close()
