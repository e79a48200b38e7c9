"""What the signatures of a panel bring about together."""

from __future__ import annotations

import pytest

from domain.notes import NO_NOTE
from domain.panels.commands import StatePerformance
from domain.panels.events import PanelReopened, PanelSigned, PerformanceStated, SeatReopened, SeatSigned, SpreadExceeded
from domain.sheets.commands import EnterMark, ReopenSheet, SignSheet
from domain.sheets.events import SheetReopened, SheetSigned
from tests.support.small import CHIEF, FLOOR, SCORERS, WHY, C, mark, on, panel, prepared

F1, F2 = FLOOR


def test_the_panel_is_signed_with_the_last_seat_and_not_before():
    given = prepared()
    for judge in SCORERS[:2]:
        mark(given, judge, "07", q1="8")
    assert not given.state(panel("product", "07")).complete
    last = SCORERS[2]
    given.asks(EnterMark(*on(last, "07"), "q1", "60"), last)
    given.when(SignSheet(*on(last, "07")), last).then(
        SheetSigned(1, 1), SeatSigned("S3", (("q1", "60"),)), PanelSigned()
    )


def test_two_floor_judges_who_do_not_agree_get_their_sheets_back_with_the_aspects_named():
    given = prepared()
    mark(given, F1, "07", p1="10", p2="12")
    given.asks(EnterMark(*on(F2, "07"), "p1", "10"), F2)
    given.asks(EnterMark(*on(F2, "07"), "p2", "13"), F2)
    given.when(SignSheet(*on(F2, "07")), F2).then(
        SheetSigned(2, 1),
        SeatSigned("F2", (("p1", "10"), ("p2", "13"))),
        SpreadExceeded(("p2",)),
        SheetReopened("disagreement", NO_NOTE),
        SheetReopened("disagreement", NO_NOTE),
        SeatReopened("F1"),
        SeatReopened("F2"),
    )


def test_judges_who_have_agreed_after_all_sign_the_panel():
    given = prepared()
    mark(given, F1, "07", p1="10", p2="12")
    mark(given, F2, "07", p1="10", p2="13")
    mark(given, F1, "07", p2="13")
    mark(given, F2, "07")
    assert given.state(panel("process", "07")).complete


def test_a_seat_given_back_withdraws_the_panels_signature():
    given = prepared()
    for judge in SCORERS:
        mark(given, judge, "07", q1="8")
    decision = given.asks(ReopenSheet(*on(SCORERS[0], "07"), WHY), CHIEF)
    happened = [event for _, event in decision.events]
    assert happened[1:] == [SeatReopened("S1"), PanelReopened("S1")]
    assert not given.state(panel("product", "07")).settled


def test_a_performance_is_stated_for_every_panel_of_the_module():
    given = prepared()
    decision = given.asks(StatePerformance(C, "task", "07", "dns", WHY), F1)
    assert decision.events == (
        (panel("process", "07"), PerformanceStated("dns", WHY)),
        (panel("product", "07"), PerformanceStated("dns", WHY)),
    )
    given.when(StatePerformance(C, "task", "07", "dns", WHY), F1).then_nothing()


def test_who_started_after_all_is_marked_again():
    given = prepared()
    given.asks(StatePerformance(C, "task", "07", "dns", WHY), F1)
    assert given.state(panel("process", "07")).settled
    given.asks(StatePerformance(C, "task", "07", "started", WHY), F1)
    assert not given.state(panel("process", "07")).settled


def test_only_the_chief_judge_disqualifies():
    given = prepared()
    given.when(StatePerformance(C, "task", "07", "dsq", WHY), F1).refused("not-your-part")
    given.asks(StatePerformance(C, "task", "07", "dsq", WHY), CHIEF)


@pytest.mark.parametrize(
    ("module", "code", "status", "reason"),
    [
        ("task", "07", "ill", "unknown-status"),
        ("task", "99", "dns", "unknown-code"),
        ("welding", "07", "dns", "unknown-module"),
    ],
)
def test_a_statement_about_something_unknown_is_refused(module, code, status, reason):
    prepared().when(StatePerformance(C, module, code, status, WHY), CHIEF).refused(reason)
