"""What cannot be written together is written apart; what cannot be written at all is refused; bugs stay small."""

import logging

import pytest

from domain.errors import Conflict
from ledger.chain import link
from ledger.errors import CommandFailed
from ledger.store.shapes import Batch
from tests.ledger.desk.pile import Pile
from tests.ledger.tiny import CLOSED, CODEC, Break, Close, Grab, Marked, mark, order


@pytest.fixture
def pile(record, desk):
    return Pile(record, desk)


def test_of_two_that_take_one_key_the_later_is_refused(desk):
    assert desk.ask_and_wait(order(1, Grab("c", "key:1"))).accepted
    late = desk.ask_and_wait(order(2, Grab("c", "key:1")))
    assert (late.outcome, late.reason) == ("refused", "overtaken")
    assert desk.ask_and_wait(order(2, Grab("c", "key:1"))) == late


def test_of_two_that_take_one_key_in_one_commit_the_later_is_refused(record, pile):
    answers = pile.settle([order(1, Grab("c", "key:1")), order(2, Grab("c", "key:1")), mark(3)])
    assert [answer.reason for answer in answers] == ["", "overtaken", ""]
    assert [key for key, _ in record.store.claims(99)] == ["key:1"]


def test_one_conflict_in_a_commit_costs_only_its_own_command(desk, pile):
    desk.ask_and_wait(order(1, Grab("c", "key:1")))
    answers = pile.settle([mark(2), order(3, Grab("c", "key:1")), mark(4), mark(2)])
    assert [answer.reason for answer in answers] == ["", "overtaken", "", ""]
    assert answers[0] == answers[3]
    assert pile.commits == [1, 1, 1, 1]


def test_a_mark_needs_the_hall_open_when_it_is_written(desk):
    """Even if the rule had not looked: the claim of the close stands in the same transaction."""
    desk.ask_and_wait(order(1, Grab("c", CLOSED)))
    assert desk.ask_and_wait(mark(2)).reason == "overtaken"


def test_a_key_taken_earlier_in_the_same_commit_is_taken(record, pile):
    """The rule does not look, and the record has no such claim yet: the commit itself must notice."""
    answers = pile.settle([mark(1), order(2, Grab("c", CLOSED)), mark(3)])
    assert [answer.reason for answer in answers] == ["", "", "overtaken"]


def test_a_mark_and_the_close_behind_it_share_a_commit(pile):
    answers = pile.settle([mark(1), order(2, Close("c")), mark(3)])
    assert [answer.reason for answer in answers] == ["", "", "hall-closed"]


def test_a_claim_carries_the_entry_that_took_it(record, desk):
    receipt = desk.ask_and_wait(order(1, Close("c")))
    assert record.store.claims(99) == [(CLOSED, receipt.entry)]


def _written_by_another_node(record):
    """What several nodes on one store will do: the desk's states and head are out of date."""
    head = record.head()
    row = (head.position + 1, "sheet:s1", 1, *CODEC.encode(Marked("a1", "7")), head.at)
    columns = (head.entry + 1, head.at, "a9", "judge", "", "d9", 1, bytes(32), "accepted", "", b"\x80", row[0], 1)
    receipt = (*columns, link(head.hash, columns, [row], []))
    record.store.append(Batch([receipt], [row]))


def test_a_desk_that_was_overtaken_decides_again_on_what_the_record_says(record, desk):
    desk.ask_and_wait(mark(1, sheet="s2"))
    assert desk.ask_and_wait(mark(2, "a9", sheet="s3")).accepted
    _written_by_another_node(record)
    assert desk.ask_and_wait(mark(3, "a1", "8")).reason == "aspect-marked"
    assert desk.ask_and_wait(mark(4, "a2", "8")).accepted
    assert [each.version for each in record.stream("sheet:s1")] == [1, 2]


@pytest.mark.parametrize("where", ["decide", "evolve", "store"])
def test_a_bug_in_one_command_is_loud_and_stops_nobody_else(record, desk, pile, caplog, where):
    with caplog.at_level(logging.ERROR):
        answers = pile.settle([mark(1, "a1"), order(2, Break("c", where)), mark(3, "a2")])
    assert [type(answer) is CommandFailed for answer in answers] == [False, True, False]
    assert "ZeroDivisionError" in caplog.text or "UnicodeEncodeError" in caplog.text
    assert record.receipt("d1", 2) is None
    assert [each.event.aspect for each in record.stream("sheet:s1")] == ["holds the desk up", "a1", "a2"]
    with pytest.raises(CommandFailed):
        desk.ask_and_wait(order(2, Break("c", where)))


@pytest.mark.parametrize("counter", [0, -1, 2**63])
def test_a_counter_no_column_holds_fails_alone(desk, counter):
    with pytest.raises(CommandFailed):
        desk.ask_and_wait(mark(counter))
    assert desk.ask_and_wait(mark(1)).accepted


def test_a_command_nobody_named_fails_alone(desk):
    with pytest.raises(CommandFailed):
        desk.ask_and_wait(order(1, "no command"))
    assert desk.ask_and_wait(mark(1)).accepted


def test_logs_hold_no_values(record, desk, caplog):
    with caplog.at_level(logging.DEBUG):
        desk.ask_and_wait(mark(1, "a1", "8.125"))
        desk.ask_and_wait(mark(1, "a1", "9.375"))
        with pytest.raises(CommandFailed):
            desk.ask_and_wait(order(2, Break("c", "decide")))
    assert "8.125" not in caplog.text
    assert "9.375" not in caplog.text


def test_a_conflict_that_never_ends_closes_the_desk(record, desk):
    """Nobody else can write here, so this is a fault of the store, and nobody may go on being told 'try again'."""

    def conflicting(_batch):
        raise Conflict

    record.append = conflicting
    with pytest.raises(Exception, match="takes nothing more"):
        desk.ask_and_wait(mark(1))
    assert not desk.is_open
