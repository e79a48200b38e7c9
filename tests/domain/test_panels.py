"""What the signatures of a panel bring about together."""

from __future__ import annotations

import pytest

from domain.notes import NO_NOTE
from domain.panels.commands import StatePerformance
from domain.panels.events import PanelReopened, PanelSigned, PerformanceStated, SeatReopened, SeatSigned, SpreadExceeded
from domain.sheets.commands import EnterMark, EnterScores, ReopenSheet, SignSheet
from domain.sheets.events import SheetReopened, SheetSigned
from tests.support.given import Given
from tests.support.small import CHIEF, CLERK, FLOOR, RULEBOOK, SCORERS, WHY, C, mark, on, panel, prepared

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


@pytest.mark.parametrize("status", ["dsq", "module_void"])
def test_only_the_chief_judge_disqualifies_or_voids_a_module(status):
    given = prepared()
    given.when(StatePerformance(C, "task", "07", status, WHY), F1).refused("not-your-part")
    given.asks(StatePerformance(C, "task", "07", status, WHY), CHIEF)
    assert given.state(panel("product", "07")).settled


def remarked(*values: str) -> list[str]:
    """The seats that mark again when the scoring judges gave these marks, at most 2 apart being permitted."""
    seats = 'seats = ["S1", "S2", "S3"]'
    given = prepared(RULEBOOK.replace(seats, f'{seats}\nmax_spread = 2\non_spread = "re-mark"'))
    for judge, value in zip(SCORERS[:2], values, strict=False):
        mark(given, judge, "07", q1=value)
    last = SCORERS[2]
    given.asks(EnterMark(*on(last, "07"), "q1", values[2]), last)
    happened = [event for _, event in given.asks(SignSheet(*on(last, "07")), last).events]
    return [event.seat for event in happened if isinstance(event, SeatReopened)]


@pytest.mark.parametrize(
    ("values", "seats"),
    [
        (("8", "8.5", "20"), ["S3"]),
        (("2", "8", "20"), ["S1", "S3"]),
        (("8", "9.5", "11"), ["S1", "S3"]),  # nobody far from the middle: the highest and the lowest
    ],
)
def test_a_re_mark_is_asked_only_of_the_seats_that_are_apart(values, seats):
    assert remarked(*values) == seats


def test_the_others_signatures_stand_and_the_last_re_mark_signs_the_panel():
    seats = 'seats = ["S1", "S2", "S3"]'
    given = prepared(RULEBOOK.replace(seats, f'{seats}\nmax_spread = 2\non_spread = "re-mark"'))
    for judge, value in zip(SCORERS, ("8", "8.5", "20"), strict=True):
        mark(given, judge, "07", q1=value)
    mark(given, SCORERS[2], "07", q1="9")
    assert given.state(panel("product", "07")).complete


def keyed_twice() -> Given:
    single = 'seats = ["T1"]\n'
    text = RULEBOOK.replace(single, "double_entry = true\n").replace(
        '[nodes.theory]\nop = "mark"', '[nodes.theory]\nop = "agreement"\nover = "judges"'
    )
    return prepared(text)


def test_figures_keyed_twice_stand_when_both_files_say_the_same():
    given = keyed_twice()
    given.asks(EnterScores(C, "paper", (("07", "score", "80"),)), CLERK)
    assert not given.state(panel("paper", "07")).complete
    given.asks(EnterScores(C, "paper", (("07", "score", "80"),), seat="2"), CLERK)
    assert given.state(panel("paper", "07")).complete
    given.when(EnterScores(C, "paper", (("07", "score", "80"),), seat="3"), CLERK).refused("unknown-seat")


def test_figures_keyed_differently_are_entered_again_until_they_agree():
    given = keyed_twice()
    given.asks(EnterScores(C, "paper", (("07", "score", "80"),)), CLERK)
    decision = given.asks(EnterScores(C, "paper", (("07", "score", "08"),), seat="2"), CLERK)
    assert SpreadExceeded(("score",)) in [event for _, event in decision.events]
    given.when(EnterScores(C, "paper", (("07", "score", "80"),), seat="2"), CLERK).refused("reason-missing")
    given.asks(EnterScores(C, "paper", (("07", "score", "80"),), WHY, seat="2"), CLERK)
    given.asks(EnterScores(C, "paper", (("07", "score", "80"),)), CLERK)
    assert given.state(panel("paper", "07")).complete


def test_a_corrected_file_that_differs_from_the_other_opens_the_panel_again():
    given = keyed_twice()
    for seat in ("1", "2"):
        given.asks(EnterScores(C, "paper", (("07", "score", "80"),), seat=seat), CLERK)
    decision = given.asks(EnterScores(C, "paper", (("07", "score", "81"),), WHY, seat="2"), CLERK)
    happened = [event for _, event in decision.events]
    assert PanelReopened("2") in happened
    assert SpreadExceeded(("score",)) in happened
    assert not given.state(panel("paper", "07")).complete


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
