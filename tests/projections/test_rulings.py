"""Rulings as they stand, each with its clock, and the rows of the result that a correction moves."""

import pytest

from domain.rulings.commands import DecideRuling, FileRuling
from projections.effect import effect
from projections.folds.as_of import as_of
from projections.wall import Wall
from tests.support.histories import History
from tests.support.small import ARBITER, LEADER, MINUTE, SCORERS, WHY, C


def published():
    return History().whole("01", "80", "15", "50").whole("02", "80", "15", "40").published()


def filed(history, ruling="r1", kind="appeal"):
    return history.ask(FileRuling(C, ruling, kind, "e2", "product", "S1", "q1", WHY), LEADER)


def test_a_filed_ruling_is_open_until_its_window_s_end():
    history = filed(published())
    case = history.wall().rulings.of("r1")
    at = history.recorded[-2].at

    assert (case.state, case.kind, case.entry, case.panel, case.seat, case.aspect) == (
        "open", "appeal", "e2", "product", "S1", "q1",
    )  # fmt: skip
    assert (case.filed_at, case.position, case.late_by) == (at, len(history.recorded) - 1, 0)
    assert case.closes_at == history.wall().marks.publication.appeals_close_at
    assert (case.text, case.waits) == (WHY.document, True)


def test_what_comes_after_the_window_is_late_by_so_much():
    history = published()
    history.later = 61 * MINUTE
    case = filed(history).wall().rulings.of("r1")

    assert case.state == "late"
    assert MINUTE <= case.late_by < 2 * MINUTE
    assert not case.waits


@pytest.mark.parametrize("outcome", ["upheld", "upheld-no-change", "dismissed"])
def test_the_finding_is_the_state_and_only_an_upheld_one_waits_for_more(outcome):
    history = filed(published()).ask(DecideRuling(C, "r1", outcome, WHY), ARBITER)
    case = history.wall().rulings.of("r1")

    assert (case.state, case.outcome, case.finding) == (outcome, outcome, WHY.document)
    assert case.waits == (outcome == "upheld")


def test_a_correction_keeps_the_finding_and_the_old_value():
    history = published().corrected(SCORERS[0], "02", "q1", "60")
    case = history.wall().rulings.of("r1")

    assert (case.state, case.outcome) == ("corrected", "upheld")
    assert [(made.number, made.seat, made.old, made.value) for made in case.corrections] == [(1, "S1", "40", "60")]


def test_rulings_stand_in_order_of_filing_and_an_earlier_moment_has_fewer():
    history = filed(filed(published()), "r2", "score-query")
    assert [case.ruling for case in history.wall().rulings.all()] == ["r1", "r2"]

    second = history.wall().rulings.of("r2").position
    assert [case.ruling for case in as_of(history.recorded, second - 1, Wall(C)).rulings.all()] == ["r1"]


def test_a_ruling_nobody_filed_is_not_there():
    with pytest.raises(KeyError):
        published().wall().rulings.of("r1")


def test_the_effect_names_every_row_that_moves_and_no_other():
    history = published()
    before = history.wall().result()
    for judge in SCORERS[:2]:
        history.corrected(judge, "02", "q1", "60")
    moved = effect(before, history.wall().result())

    assert [each.code for each in moved] == ["02", "01"]
    gains, loses = moved
    assert (gains.before["total"], gains.after["total"]) == ("73.00", "87.00")
    assert (gains.before["place"], gains.after["place"]) == (2, 1)
    assert gains.changed == {"total", "values", "place", "award"}
    assert (loses.before["total"], loses.after["total"]) == ("80.00", "80.00")
    assert loses.changed == {"place", "award"}


def test_nothing_moves_where_nothing_changed():
    result = published().wall().result()
    assert effect(result, result) == ()
