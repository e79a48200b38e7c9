"""Every order is answered once, from the record, and the same order always gets the same answer."""

import asyncio
import logging
import threading

import pytest

from domain.notes import Note
from ledger.orders import Outcome, Receipt
from tests.ledger.desk.pile import Pile
from tests.ledger.tiny import Close, Marked, Remark, mark, opened, order


def test_an_accepted_command_has_its_place_in_the_record(record, desk):
    receipt = desk.ask_and_wait(mark(1, "a1"))
    assert (receipt.outcome, receipt.reason, receipt.count, dict(receipt.details)) == ("accepted", "", 1, {})
    (recorded,) = record.recorded(receipt.first - 1)
    assert (recorded.position, recorded.stream, recorded.version) == (receipt.first, "sheet:s1", 1)
    assert (recorded.event, recorded.at) == (Marked("a1", "8.5"), receipt.at)


def test_a_receipt_says_who_asked_and_is_the_one_stored(record, desk):
    receipt = desk.ask_and_wait(mark(1))
    assert (receipt.account, receipt.role, receipt.seat, receipt.device, receipt.counter) == (
        *("a1", "scoring_judge", "S1"),
        *("d1", 1),
    )
    assert record.receipt("d1", 1) == receipt
    assert record.receipt_of(receipt.first) == receipt
    assert record.head().hash == receipt.hash


def test_a_refusal_is_a_receipt_too_with_reason_and_details_but_no_events(record, desk):
    desk.ask_and_wait(mark(1, "a1", "8"))
    refusal = desk.ask_and_wait(mark(2, "a1", "9"))
    assert (refusal.outcome, refusal.reason, refusal.details) == ("refused", "aspect-marked", {"aspect": "a1"})
    assert (refusal.first, refusal.count) == (0, 0)
    assert record.receipt("d1", 2) == refusal
    assert record.head().position == record.receipt("d1", 1).first


def test_a_command_that_changes_nothing_is_accepted_without_events(desk):
    desk.ask_and_wait(mark(1, "a1", "8"))
    receipt = desk.ask_and_wait(mark(2, "a1", "8"))
    assert (receipt.outcome, receipt.first, receipt.count) == ("accepted", 0, 0)


@pytest.mark.parametrize("values", [("8",), ("8", "9")], ids=["accepted", "refused"])
def test_the_same_command_again_gets_the_same_answer_and_writes_nothing(record, desk, values):
    orders = [mark(n, "a1", value) for n, value in enumerate(values, 1)]
    answers = [desk.ask_and_wait(each) for each in orders]
    before = record.head()
    assert [desk.ask_and_wait(each) for each in orders] == answers
    assert record.head() == before


def test_the_same_answer_is_given_after_a_restart(tmp_path):
    answers = []
    for _ in range(2):
        record, desk = opened(tmp_path)
        with desk:
            answers.append([desk.ask_and_wait(each) for each in (mark(1, "a1", "8"), mark(2, "a1", "9"))])
        record.close()
    assert answers[0] == answers[1]


def test_another_payload_under_a_known_id_is_refused_reported_and_not_stored(record, desk, caplog):
    first = desk.ask_and_wait(mark(1, "a1", "8"))
    before = record.head()
    with caplog.at_level(logging.WARNING):
        other = desk.ask_and_wait(mark(1, "a1", "9"))
    assert (other.entry, other.outcome, other.reason) == (0, "refused", "command-id-reused")
    assert record.head() == before
    assert record.receipt("d1", 1) == first
    assert "d1" in caplog.text


def test_counters_belong_to_their_device_and_may_come_late(desk):
    answers = [
        desk.ask_and_wait(mark(n, f"{device}{n}", device=device)) for device, n in [("d1", 7), ("d2", 7), ("d1", 3)]
    ]
    assert [answer.outcome for answer in answers] == ["accepted"] * 3
    assert (desk.highest_counter("d1"), desk.highest_counter("d2"), desk.highest_counter("d3")) == (7, 7, 0)


@pytest.fixture
def pile(record, desk):
    return Pile(record, desk)


def test_what_has_queued_up_shares_one_commit_in_the_order_it_came(record, pile):
    answers = pile.settle([mark(n, sheet=f"s{n % 3}") for n in range(1, 41)])
    assert pile.commits == [1, 40]
    assert [answer.entry for answer in answers] == list(range(answers[0].entry, answers[0].entry + 40))


def test_a_command_sees_what_the_one_before_it_in_the_same_commit_decided(pile):
    answers = pile.settle([mark(1, "a1", "8"), mark(2, "a1", "9"), order(3, Close("c")), mark(4, "a2")])
    assert [answer.reason for answer in answers] == ["", "aspect-marked", "", "hall-closed"]


def test_the_same_command_twice_in_one_commit_is_written_once(record, pile):
    answers = pile.settle([mark(1, "a1", "8"), mark(1, "a1", "8"), mark(1, "a1", "9")])
    assert answers[0] == answers[1]
    assert [answer.reason for answer in answers] == ["", "", "command-id-reused"]
    assert len(record.stream("sheet:s1")) == 2  # one of them held the desk up


def test_several_events_of_one_command_lie_side_by_side(record, desk):
    receipt = desk.ask_and_wait(order(1, Remark("c", Note("doc", b"\x07" * 32))))
    written = list(record.recorded(receipt.first - 1))
    assert [(each.position, each.version) for each in written] == [(receipt.first, 1), (receipt.first + 1, 2)]
    assert receipt.count == 2
    assert written[0].event.note == Note("doc", b"\x07" * 32)


def test_nobody_is_answered_before_the_commit_has_returned(record, desk):
    gate, committed, answered = threading.Event(), threading.Event(), threading.Event()
    append = record.append

    def appending(batch):
        append(batch)
        committed.set()
        gate.wait(10)

    record.append = appending
    desk.submit(mark(1), lambda _: answered.set())
    assert committed.wait(10)
    assert not answered.is_set()
    gate.set()
    assert answered.wait(10)


@pytest.mark.anyio
async def test_asking_on_an_event_loop_answers_there(desk):
    answers = await asyncio.gather(*(desk.ask(mark(n)) for n in range(1, 101)))
    assert [answer.counter for answer in answers] == list(range(1, 101))
    assert all(isinstance(answer, Receipt) and answer.accepted for answer in answers)


@pytest.mark.anyio
async def test_answers_handed_to_a_loop_are_called_on_it(desk):
    loop, here = asyncio.get_running_loop(), threading.get_ident()
    heard: asyncio.Queue[tuple[Outcome, int]] = asyncio.Queue()
    desk.submit(mark(1), lambda outcome: heard.put_nowait((outcome, threading.get_ident())), loop)
    outcome, thread = await heard.get()
    assert isinstance(outcome, Receipt)
    assert thread == here


@pytest.mark.anyio
async def test_whoever_stops_waiting_disturbs_nobody(desk):
    asked = asyncio.ensure_future(desk.ask(mark(1)))
    await asyncio.sleep(0)
    asked.cancel()
    assert (await desk.ask(mark(2))).accepted


def test_an_answer_that_fails_keeps_nobody_else_waiting(desk):
    desk.submit(mark(1), lambda _: 1 / 0)
    assert desk.ask_and_wait(mark(2)).accepted


def test_a_loop_that_is_gone_keeps_nobody_else_waiting(desk):
    loop = asyncio.new_event_loop()
    loop.close()
    desk.submit(mark(1), print, loop)
    assert desk.ask_and_wait(mark(2)).accepted
