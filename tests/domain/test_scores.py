"""Score files: all rows or none, differences with a reason, the same file again is nothing."""

from __future__ import annotations

import pytest

from domain.contest.commands import CloseModule
from domain.notes import NO_NOTE
from domain.panels.commands import StatePerformance
from domain.panels.events import PanelSigned, PerformanceStated, SeatSigned
from domain.sheets.commands import EnterScores
from domain.sheets.events import MarkCorrected, MarkEntered, SheetSigned
from tests.support.small import CHIEF, CLERK, WHY, C, panel, prepared

ROWS = (("07", "score", "80"), ("12", "score", "90.5"))


def test_a_score_file_enters_signs_and_settles_every_row():
    given = prepared()
    given.when(EnterScores(C, "paper", ROWS[:1]), CLERK).then(
        MarkEntered("score", "80", 1, 0, 0), SheetSigned(1, 0), SeatSigned("T1", (("score", "80"),)), PanelSigned()
    )
    given.asks(EnterScores(C, "paper", ROWS), CLERK)
    assert given.state(panel("paper", "12")).settled


def test_the_same_file_again_changes_nothing():
    given = prepared()
    given.asks(EnterScores(C, "paper", ROWS), CLERK)
    given.when(EnterScores(C, "paper", ROWS), CLERK).then_nothing()


def test_a_corrected_file_needs_a_reason_and_keeps_the_old_score():
    given = prepared()
    given.asks(EnterScores(C, "paper", ROWS), CLERK)
    corrected = (("07", "score", "81"), ROWS[1])
    given.when(EnterScores(C, "paper", corrected), CLERK).refused("reason-missing")
    given.when(EnterScores(C, "paper", corrected, WHY), CLERK).then(
        MarkCorrected("score", "80", "81", "", WHY), SeatSigned("T1", (("score", "81"),))
    )


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((*ROWS, ("99", "score", "1")), "unknown-code"),
        ((*ROWS[:1], ("12", "grade", "1")), "unknown-aspect"),
        ((*ROWS[:1], ("12", "score", "100.5")), "mark-outside-range"),
        ((*ROWS[:1], ("12", "score", "0.25")), "mark-off-step"),
        ((*ROWS, ROWS[0]), "row-twice"),
    ],
)
def test_one_bad_row_keeps_the_whole_file_out(rows, reason):
    prepared().when(EnterScores(C, "paper", rows), CLERK).refused(reason)


def test_a_panel_of_judges_takes_no_file():
    prepared().when(EnterScores(C, "product", (("07", "q1", "8"),)), CLERK).refused("panel-marked-by-judges")


def test_a_closed_module_takes_no_file():
    given = prepared()
    given.asks(CloseModule(C, "theory"), CHIEF)
    given.when(EnterScores(C, "paper", ROWS), CLERK).refused("module-not-open")


def test_who_has_a_status_instead_of_a_score_is_settled_with_it():
    given = prepared()
    given.when(EnterScores(C, "paper", (), absent=(("07", "dns"),)), CLERK).then(PerformanceStated("dns", NO_NOTE))
    given.asks(EnterScores(C, "paper", (), absent=(("07", "dns"),)), CLERK)
    assert given.state(panel("paper", "07")).settled
    given.when(EnterScores(C, "paper", (), absent=(("07", "dns"),)), CLERK).then_nothing()


def test_a_score_for_who_was_absent_needs_a_reason_only_for_what_it_takes_back():
    given = prepared()
    given.asks(EnterScores(C, "paper", (), absent=(("07", "dns"),)), CLERK)
    given.when(EnterScores(C, "paper", ROWS[:1]), CLERK).refused("reason-missing")
    given.asks(EnterScores(C, "paper", ROWS[:1], WHY), CLERK)
    assert given.state(panel("paper", "07")).status == ""
    assert given.state(panel("paper", "07")).complete


@pytest.mark.parametrize(
    ("absent", "reason"),
    [
        ((("07", "dsq"),), "unknown-status"),
        ((("07", "ill"),), "unknown-status"),
        ((("99", "dns"),), "unknown-code"),
        ((("12", "dns"),), "row-twice"),
    ],
)
def test_a_status_that_no_file_may_give_is_refused(absent, reason):
    prepared().when(EnterScores(C, "paper", ROWS, absent=absent), CLERK).refused(reason)


def test_no_file_takes_back_a_disqualification():
    given = prepared()
    given.asks(StatePerformance(C, "theory", "07", "dsq", WHY), CHIEF)
    given.when(EnterScores(C, "paper", ROWS, WHY), CLERK).refused("entry-disqualified", code="07")
    given.when(EnterScores(C, "paper", (), WHY, (("07", "dns"),)), CLERK).refused("entry-disqualified")
