"""A judge who is not there: the rulebook says whether the panel waits, is filled up, or goes on."""

from __future__ import annotations

import pytest

from domain.contest.commands import CloseModule
from domain.notes import NO_NOTE
from domain.panels.commands import StateSeatAbsent, StateSeatPresent
from domain.panels.events import PanelReopened, PanelSigned, SeatAbsent, SeatPresent, SpreadExceeded
from domain.sheets.commands import EnterMark, SignSheet
from tests.support.given import Given
from tests.support.small import CHIEF, FLOOR, RULEBOOK, SCORERS, WHY, C, mark, on, panel, prepared

SEATS = 'seats = ["S1", "S2", "S3"]'
S1, S2, S3 = SCORERS


def going_on(quorum: int = 2, more: str = "") -> Given:
    return prepared(RULEBOOK.replace(SEATS, f'{SEATS}\nabsent = "mean_of_present"\nquorum = {quorum}\n{more}'))


def absent(seat: str, note=WHY) -> StateSeatAbsent:
    return StateSeatAbsent(C, "product", "07", seat, note)


def present(seat: str, note=WHY) -> StateSeatPresent:
    return StateSeatPresent(C, "product", "07", seat, note)


def test_the_panel_signs_with_all_who_are_there():
    given = going_on()
    given.when(absent("S3"), CHIEF).then(SeatAbsent("S3", WHY))
    given.asks(absent("S3"), CHIEF)
    given.when(absent("S3"), CHIEF).then_nothing()
    mark(given, S1, "07", q1="8")
    given.asks(EnterMark(*on(S2, "07"), "q1", "9"), S2)
    decision = given.asks(SignSheet(*on(S2, "07")), S2)
    assert [event for _, event in decision.events][-1] == PanelSigned()
    assert given.state(panel("product", "07")).settled


def test_when_all_others_have_signed_the_statement_completes_the_panel():
    given = going_on()
    for judge in (S1, S2):
        mark(given, judge, "07", q1="8")
    given.when(absent("S3"), CHIEF).then(SeatAbsent("S3", WHY), PanelSigned())


def test_the_spread_is_that_of_those_present():
    given = going_on(more="max_spread = 1")
    for judge, value in ((S1, "8"), (S2, "10")):
        mark(given, judge, "07", q1=value)
    happened = [event for _, event in given.asks(absent("S3"), CHIEF).events]
    assert happened[:2] == [SeatAbsent("S3", WHY), SpreadExceeded(("q1",))]


def test_fewer_than_the_quorum_do_not_judge():
    given = going_on(quorum=2)
    given.asks(absent("S3"), CHIEF)
    given.when(absent("S2"), CHIEF).refused("quorum-missed", least=2, present=1)


def test_an_absent_judge_marks_nothing_until_stated_present():
    given = going_on()
    given.asks(EnterMark(*on(S3, "07"), "q1", "7"), S3)
    given.asks(absent("S3"), CHIEF)
    for command in (EnterMark(*on(S3, "07"), "q1", "8"), SignSheet(*on(S3, "07"))):
        given.when(command, S3).refused("seat-absent", seat="S3")
    given.asks(EnterMark(*on(S3, "12"), "q1", "8"), S3)
    given.when(present("S3"), CHIEF).then(SeatPresent("S3", WHY))
    given.asks(present("S3"), CHIEF)
    given.when(present("S3"), CHIEF).then_nothing()
    given.asks(EnterMark(*on(S3, "07"), "q1", "8"), S3)


def test_who_comes_after_all_opens_a_panel_that_had_signed():
    given = going_on()
    for judge in (S1, S2):
        mark(given, judge, "07", q1="8")
    given.asks(absent("S3"), CHIEF)
    given.when(present("S3"), CHIEF).then(SeatPresent("S3", WHY), PanelReopened("S3"))


def test_who_has_signed_was_there():
    given = going_on()
    mark(given, S3, "07", q1="8")
    given.when(absent("S3"), CHIEF).refused("seat-has-signed")


@pytest.mark.parametrize(("rule", "reason"), [("wait", "judge-awaited"), ("substitute", "substitute-sits")])
def test_where_the_rulebook_does_not_go_on_without_a_judge_it_says_what_to_do(rule, reason):
    given = prepared(RULEBOOK.replace(SEATS, f'{SEATS}\nabsent = "{rule}"'))
    given.when(absent("S3"), CHIEF).refused(reason, seat="S3")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (absent("S3", NO_NOTE), "reason-missing"),
        (present("S3", NO_NOTE), "reason-missing"),
        (absent("S9"), "unknown-seat"),
        (StateSeatAbsent(C, "nothing", "07", "S1", WHY), "unknown-panel"),
        (StateSeatAbsent(C, "product", "99", "S1", WHY), "unknown-code"),
    ],
)
def test_an_absence_that_cannot_be_is_refused(command, reason):
    going_on().when(command, CHIEF).refused(reason)


def test_only_the_chief_judge_states_it_while_the_module_is_open():
    given = going_on()
    given.when(absent("S3"), FLOOR[0]).refused("not-your-part")
    given.asks(CloseModule(C, "task"), CHIEF)
    given.when(absent("S3"), CHIEF).refused("module-not-open")
