"""The shared fold: the last word of every seat, where it stands in the record, and who has signed."""

from decimal import Decimal

from projections.folds.stamp import position_of, time_of
from tests.support.histories import START, History
from tests.support.small import FLOOR, SCORERS


def test_the_last_mark_of_a_seat_stands():
    history = History().mark(SCORERS[0], "01", "q1", "50").mark(SCORERS[0], "01", "q1", "48.5")

    marks = history.wall().marks

    assert marks.of_code["01"]["product"] == {"q1": {"S1": Decimal("48.5")}}


def test_a_mark_is_found_in_the_record_by_its_position_and_time():
    history = History().mark(SCORERS[0], "01", "q1", "50")

    marks, last = history.wall().marks, history.recorded[-1]

    entered = marks.works["01"]["product"].entered["S1"]["q1"]
    assert position_of(entered) == last.position
    assert time_of(entered) == last.at == START + last.position * 1_000_000


def test_a_changed_mark_stands_where_it_was_changed():
    history = History().mark(SCORERS[0], "01", "q1", "50").mark(SCORERS[0], "01", "q1", "51")

    (entered,) = history.wall().marks.works["01"]["product"].entered["S1"].values()
    assert (position_of(entered), time_of(entered)) == (history.recorded[-1].position, history.recorded[-1].at)


def test_a_panel_is_complete_when_every_seat_has_signed():
    history = History().panel("01", "process", "10", "10")

    work = history.wall().marks.works["01"]["process"]

    assert (work.signed, work.complete) == (("F1", "F2"), True)


def test_a_seat_given_back_takes_the_panel_with_it():
    history = History().panel("01", "process", "10", "10").reopen(FLOOR[0], "01")

    work = history.wall().marks.works["01"]["process"]

    assert (work.signed, work.complete) == (("F2",), False)


def test_judges_who_disagree_are_told_in_which_aspects_until_they_agree():
    history = History().panel("01", "process", "10", "12")
    assert history.wall().marks.works["01"]["process"].apart == ("p1", "p2")

    history.panel("01", "process", "11", "11")
    assert history.wall().marks.works["01"]["process"].apart == ()


def test_a_status_belongs_to_the_module_and_withdrawal_to_the_whole_entry():
    history = History().state("01", "dns").withdraw("02")

    marks = history.wall().marks

    assert marks.statuses("01") == {"task": "dns"}
    assert marks.statuses("02") == {"": "withdrawn"}


def test_a_status_taken_back_is_gone():
    history = History().state("01", "dns").state("01", "started")

    assert history.wall().marks.statuses("01") == {}


def test_every_step_of_the_result_and_every_correction_is_remembered_as_recorded():
    history = History().published().corrected(SCORERS[0], "01", "q1", "59").published()

    marks = history.wall().marks

    assert [type(one.event).__name__ for one in marks.publications] == [
        "ScoresTallied",
        "ProvisionalPublished",
        "ProvisionalPublished",
    ]
    assert [(one.event.code, one.event.old, one.event.value) for one in marks.corrections] == [("01", "30", "59")]
