"""The rules every mark passes on its way into the record."""

from __future__ import annotations

import pytest

from domain import streams
from domain.contest.commands import CloseModule, LeaveSeat, ReopenModule, TakeSeat, WithdrawEntry
from domain.decision import Actor
from domain.notes import NO_NOTE
from domain.sheets.commands import EnterMark, OpenSheet, ReopenSheet, SignSheet
from domain.sheets.events import MarkChanged, MarkEntered, SheetOpened, SheetReopened, SheetSigned
from tests.support.small import CHIEF, CODES, FLOOR, SCORERS, WHY, C, mark, on, prepared, sheet

F1, F2 = FLOOR
S1 = SCORERS[0]


def enter(judge: Actor, value: str, aspect: str = "q1", code: str = "07") -> EnterMark:
    return EnterMark(*on(judge, code), aspect, value)


def test_a_first_mark_opens_the_sheet_and_is_entered():
    prepared().when(enter(S1, "8.50"), S1).then(SheetOpened(1, 1), MarkEntered("q1", "8.5", 1, 1, 0))


def test_a_mark_on_an_open_sheet_is_one_event():
    given = prepared()
    given.asks(OpenSheet(*on(S1, "07")), S1)
    given.when(enter(S1, "0"), S1).then(MarkEntered("q1", "0", 1, 1, 0))


def test_a_second_value_changes_the_mark_and_keeps_the_old_one():
    given = prepared()
    given.asks(enter(S1, "8.5"), S1)
    given.when(enter(S1, "9"), S1).then(MarkChanged("q1", "8.5", "9", 1, 1, 0))


def test_saying_the_same_mark_twice_changes_nothing():
    given = prepared()
    given.asks(enter(S1, "8.5"), S1)
    given.when(enter(S1, "8.500"), S1).then_nothing()


@pytest.mark.parametrize("value", ["60.5", "-0.5"])
def test_a_mark_outside_its_range_is_refused(value):
    prepared().when(enter(S1, value), S1).refused("mark-outside-range", found=value, low="0", high="60")


def test_a_mark_between_two_steps_is_refused():
    prepared().when(enter(S1, "8.25"), S1).refused("mark-off-step", found="8.25", step="0.5")


@pytest.mark.parametrize(
    "value", ["", "8,5", "1e1", "NaN", "Infinity", "八", "８", "0x8", "8 ", "+8", "--8", "8.", ".5"]
)
def test_what_is_not_plain_decimal_digits_is_no_mark(value):
    prepared().when(enter(S1, value), S1).refused("not-a-number")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (EnterMark(C, "nothing", "07", "S1", "q1", "1"), "unknown-panel"),
        (EnterMark(C, "product", "99", "S1", "q1", "1"), "unknown-code"),
        (EnterMark(C, "product", "07", "S9", "q1", "1"), "not-your-seat"),
        (EnterMark(C, "product", "07", "S2", "q1", "1"), "not-your-seat"),
        (EnterMark(C, "product", "07", "S1", "q9", "1"), "unknown-aspect"),
        (EnterMark("c9", "product", "07", "S1", "q1", "1"), "no-contest"),
    ],
)
def test_a_mark_for_something_unknown_or_not_ones_own_is_refused(command, reason):
    prepared().when(command, S1).refused(reason)


def test_a_signed_sheet_takes_no_more_marks():
    given = prepared()
    mark(given, S1, "07", q1="8")
    given.when(enter(S1, "9"), S1).refused("sheet-signed", code="07")


def test_a_sheet_with_a_blank_cannot_be_signed_because_a_blank_is_not_a_zero():
    given = prepared()
    given.asks(EnterMark(*on(F1, "07"), "p1", "0"), F1)
    given.when(SignSheet(*on(F1, "07")), F1).refused("marks-missing", count=1, first="p2")


def test_a_complete_sheet_is_signed_for_its_number_of_marks():
    given = prepared()
    given.asks(enter(S1, "8"), S1)
    decision = given.asks(SignSheet(*on(S1, "07")), S1)
    assert (sheet("product", "07", "S1"), SheetSigned(1, 1)) in decision.events


def test_signing_twice_changes_nothing():
    given = prepared()
    mark(given, S1, "07", q1="8")
    given.when(SignSheet(*on(S1, "07")), S1).then_nothing()


def test_a_closed_module_takes_no_more_marks_and_a_mark_under_way_is_caught_by_its_claim():
    given = prepared()
    under_way = given.when(enter(S1, "8"), S1)._decide()
    closing = given.asks(CloseModule(C, "task"), CHIEF)
    assert set(closing.takes) & set(under_way.needs) == {streams.closed_module(C, "task", 1)}
    given.when(enter(S1, "8"), S1).refused("module-not-open", module="task")


def test_a_reopened_module_takes_marks_in_a_new_epoch():
    given = prepared()
    given.asks(CloseModule(C, "task"), CHIEF)
    given.asks(ReopenModule(C, "task", WHY), CHIEF)
    given.when(enter(S1, "8"), S1).then(SheetOpened(2, 1), MarkEntered("q1", "8", 2, 1, 0))


def test_a_judge_who_left_the_seat_marks_no_more_and_the_next_one_does():
    given = prepared()
    under_way = given.when(enter(S1, "8"), S1)._decide()
    leaving = given.asks(LeaveSeat(C, "product", "S1"), S1)
    assert set(leaving.takes) & set(under_way.needs) == {streams.left_seat(C, "product.S1", 1)}
    given.when(enter(S1, "8"), S1).refused("not-your-seat")
    successor = Actor("suri", "scoring_judge", "product.S1")
    given.asks(TakeSeat(C, "product", "S1"), successor)
    given.when(enter(S1, "8"), successor).then(SheetOpened(1, 2), MarkEntered("q1", "8", 1, 2, 0))


def test_a_withdrawn_entry_takes_no_more_marks():
    given = prepared()
    given.asks(WithdrawEntry(C, "e1", WHY), CHIEF)
    given.when(enter(S1, "8"), S1).refused("entry-withdrawn", code="07")


def test_only_the_chief_judge_reopens_a_signed_sheet_and_gives_a_reason():
    given = prepared()
    mark(given, S1, "07", q1="8")
    reopen = ReopenSheet(*on(S1, "07"), WHY)
    given.when(reopen, S1).refused("not-your-part")
    given.when(ReopenSheet(*on(S1, "07"), NO_NOTE), CHIEF).refused("reason-missing")
    decision = given.asks(reopen, CHIEF)
    assert (sheet("product", "07", "S1"), SheetReopened("chief-judge", WHY)) in decision.events
    given.when(enter(S1, "9"), S1).then(MarkChanged("q1", "8", "9", 1, 1, 0))


def test_a_sheet_that_is_not_signed_cannot_be_reopened():
    prepared().when(ReopenSheet(*on(S1, "07"), WHY), CHIEF).refused("sheet-not-signed")


def test_a_mark_for_one_code_never_lands_on_another():
    given = prepared()
    for code in CODES:
        (stream, _), (_, _) = given.when(enter(S1, "8", code=code), S1)._decide().events
        assert streams.parts(stream)[3] == code
