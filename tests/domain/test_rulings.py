"""Floor reports, score queries, appeals and objections: windows, findings, and their effect."""

from __future__ import annotations

import pytest

from domain.notes import NO_NOTE
from domain.panels.events import SeatSigned
from domain.publication.commands import OpenNotice, PublishProvisional
from domain.publication.events import ResultCorrected, RulingOpened, RulingSettled
from domain.rulings.commands import Corrected, DecideRuling, FileRuling, MakeCorrection
from domain.rulings.events import CorrectionMade, RulingDecided, RulingFiled, RulingLate
from domain.sheets.events import MarkCorrected
from tests.support.small import ARBITER, CHIEF, DIGEST, FLOOR, LEADER, MINUTE, ORGANISER, WHY, C, prepared
from tests.support.stories import noticed, provisional


def filing(kind: str = "appeal", ruling: str = "r1", aspect: str = "q1") -> FileRuling:
    return FileRuling(C, ruling, kind, "e1", "product", "S1", aspect, WHY)


def test_an_appeal_in_time_is_open_and_stands_before_the_final_result():
    provisional().when(filing(), LEADER, 60 * MINUTE).then(
        RulingFiled("appeal", "e1", "product", "S1", "q1", 60 * MINUTE, WHY), RulingOpened("r1")
    )


def test_one_microsecond_late_is_late_and_is_taken_down_all_the_same():
    provisional().when(filing(), LEADER, 60 * MINUTE + 1).then(
        RulingFiled("appeal", "e1", "product", "S1", "q1", 60 * MINUTE, WHY), RulingLate(1)
    )


def test_a_late_appeal_goes_no_further_and_holds_nothing_up():
    given = provisional()
    given.asks(filing(), LEADER, 61 * MINUTE)
    given.when(DecideRuling(C, "r1", "upheld", WHY), ARBITER).refused("ruling-late")
    given.asks(OpenNotice(C), ORGANISER, 61 * MINUTE)


def test_each_kind_has_its_own_window():
    given = provisional()
    given.asks(filing("score-query", "r1"), LEADER, 30 * MINUTE)
    given.asks(filing("score-query", "r2"), LEADER, 31 * MINUTE)
    given.when(filing("objection"), LEADER, 31 * MINUTE).refused("ruling-exists")
    given.when(filing("objection", "r3"), LEADER, 31 * MINUTE).refused("no-result-yet")
    assert given.state("ruling:c1/r1").state == "open"
    assert given.state("ruling:c1/r2").state == "late"


def test_an_objection_is_to_the_public_notice():
    given = noticed()
    given.asks(filing("objection"), LEADER, (61 + 120) * MINUTE)
    assert given.state("ruling:c1/r1").state == "open"


def test_a_floor_report_has_no_window_and_needs_no_result():
    given = prepared()
    given.asks(filing("floor-report"), FLOOR[0], 5)
    given.when(filing("appeal", "r2"), LEADER).refused("no-result-yet")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (filing(kind="complaint"), "unknown-kind"),
        (FileRuling(C, "r1", "appeal", "e9", "", "", "", WHY), "unknown-entry"),
        (FileRuling(C, "r1", "appeal", "e1", "nothing", "", "", WHY), "unknown-panel"),
        (FileRuling(C, "r1", "appeal", "e1", "product", "S9", "", WHY), "unknown-seat"),
        (filing(aspect="q9"), "unknown-aspect"),
        (FileRuling(C, "r1", "appeal", "e1", "", "", "", NO_NOTE), "reason-missing"),
        (FileRuling(C, "r 1", "appeal", "e1", "", "", "", WHY), "bad-id"),
    ],
)
def test_a_filing_about_something_unknown_or_without_words_is_refused(command, reason):
    provisional().when(command, LEADER).refused(reason)


def upheld():
    given = provisional()
    given.asks(filing(), LEADER)
    given.asks(DecideRuling(C, "r1", "upheld", WHY), ARBITER)
    return given


def test_a_dismissed_ruling_is_settled_with_its_finding():
    given = provisional()
    given.asks(filing(), LEADER)
    given.when(DecideRuling(C, "r1", "dismissed", WHY), ARBITER).then(
        RulingDecided("dismissed", WHY), RulingSettled("r1")
    )


def test_an_upheld_ruling_stays_open_until_its_correction():
    given = upheld()
    assert given.state("publication:c1").open_rulings == {"r1"}
    given.when(OpenNotice(C), ORGANISER, 61 * MINUTE).refused("rulings-open", count=1, ruling="r1")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (DecideRuling(C, "r9", "upheld", WHY), "unknown-ruling"),
        (DecideRuling(C, "r1", "perhaps", WHY), "unknown-outcome"),
        (DecideRuling(C, "r1", "upheld", NO_NOTE), "reason-missing"),
    ],
)
def test_a_finding_without_a_case_an_outcome_or_a_reason_is_refused(command, reason):
    given = provisional()
    given.asks(filing(), LEADER)
    given.when(command, ARBITER).refused(reason)


def test_a_ruling_is_decided_once():
    upheld().when(DecideRuling(C, "r1", "dismissed", WHY), ARBITER).refused("ruling-decided")


CORRECTED = Corrected("product", "S1", "07", "q1", "50", "54")


def test_a_correction_changes_the_mark_keeps_the_old_one_and_settles_the_ruling():
    upheld().when(MakeCorrection(C, "r1", (CORRECTED,)), ARBITER).then(
        MarkCorrected("q1", "50", "54", "r1", NO_NOTE),
        CorrectionMade(1, "product", "S1", "07", "q1", "50", "54"),
        SeatSigned("S1", (("q1", "54"),)),
        ResultCorrected(1, "r1"),
        RulingSettled("r1"),
    )


@pytest.mark.parametrize(
    ("mark", "reason"),
    [
        (CORRECTED._replace(old="49"), "mark-moved"),
        (CORRECTED._replace(value="50"), "nothing-to-correct"),
        (CORRECTED._replace(value="61"), "mark-outside-range"),
        (CORRECTED._replace(seat="S9"), "sheet-not-signed"),
        (CORRECTED._replace(aspect="q9"), "unknown-aspect"),
        (Corrected("process", "F1", "07", "p1", "15", "16"), "panel-would-disagree"),
    ],
)
def test_a_correction_that_does_not_fit_what_stands_is_refused(mark, reason):
    upheld().when(MakeCorrection(C, "r1", (mark,)), ARBITER).refused(reason)


def test_judges_who_must_agree_are_corrected_together():
    given = upheld()
    both = tuple(Corrected("process", seat, "07", "p1", "15", "16") for seat in ("F1", "F2"))
    given.asks(MakeCorrection(C, "r1", both), ARBITER)
    assert given.state("publication:c1").corrections == 1


def test_there_is_no_correction_without_an_upheld_ruling():
    given = provisional()
    given.asks(filing(), LEADER)
    given.when(MakeCorrection(C, "r1", (CORRECTED,)), ARBITER).refused("ruling-not-upheld")
    upheld().when(MakeCorrection(C, "r1", ()), ARBITER).refused("nothing-to-correct")


def test_after_a_correction_the_result_is_due_for_a_new_revision():
    given = upheld()
    given.asks(MakeCorrection(C, "r1", (CORRECTED,)), ARBITER)
    given.when(OpenNotice(C), ORGANISER, 61 * MINUTE).refused("result-moved")
    given.when(PublishProvisional(C, DIGEST, 0), CHIEF).refused("result-moved", seen=0, corrections=1)
    given.asks(PublishProvisional(C, DIGEST, 1), CHIEF)
    assert given.state("publication:c1").revision == 2


def test_a_ruling_is_corrected_once():
    given = upheld()
    given.asks(MakeCorrection(C, "r1", (CORRECTED,)), ARBITER)
    again = CORRECTED._replace(old="54", value="55")
    given.when(MakeCorrection(C, "r1", (again,)), ARBITER).refused("ruling-not-upheld")
