"""The jury's standings: every mark, signed or not, how far judges lie apart and what is missing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.histories import JUDGES, START, History, histories, hung
from tests.support.small import FLOOR, SCORERS


def row(history, code):
    return history.wall().standings.view().row(code).cells


def test_marks_count_here_before_anybody_has_signed():
    history = History()
    for judge in SCORERS:
        history.mark(judge, "01", "q1", "50")

    assert row(history, "01")["values"]["task"] == "50.00"


def test_a_row_says_who_has_signed_what_is_missing_and_how_far_the_seats_lie_apart():
    history = History().mark(SCORERS[0], "01", "q1", "50").mark(SCORERS[1], "01", "q1", "41.5").sign(SCORERS[1], "01")

    assert row(history, "01")["panels"]["product"] == {
        "complete": False,
        "signed": ["S2"],
        "missing_marks": 1,
        "widest": "8.5",
        "permitted": None,
    }


def test_the_detail_names_every_mark_with_its_position_and_time():
    history = History().mark(SCORERS[0], "01", "q1", "50").mark(SCORERS[2], "01", "q1", "41.5")
    position = history.recorded[-1].position

    product = next(each for each in history.wall().standings.detail("01")["panels"] if each["panel"] == "product")

    assert product["aspects"][0]["marks"]["S3"] == {
        "value": "41.5",
        "position": position,
        "at": START + position * 1_000_000,
    }
    assert (product["aspects"][0]["missing"], product["aspects"][0]["spread"]) == (["S2"], "8.5")


def test_judges_too_see_codes_only_until_decoding():
    history = History().tallied()
    assert "entry" not in row(history, "01")

    assert row(history.decoded(), "01")["entry"] == "e1"


def test_a_correction_counts_here_at_once():
    history = History().published().corrected(SCORERS[0], "01", "q1", "60").corrected(SCORERS[1], "01", "q1", "60")

    assert row(history, "01")["values"]["task"] == "80.00"


def test_an_unknown_code_has_no_detail():
    with pytest.raises(KeyError):
        History().wall().standings.detail("99")


def test_without_a_rulebook_there_is_nothing_to_show_and_no_result():
    wall = hung(History().recorded[:1])

    assert (wall.standings.view().rows, wall.progress().may_tally) == ([], False)
    with pytest.raises(LookupError):
        wall.result()


@given(st.permutations([(judge, aspect) for judge in FLOOR for aspect in ("p1", "p2")] + [(j, "q1") for j in SCORERS]))
def test_the_order_in_which_seats_arrive_changes_no_total(order):
    given_marks = dict(zip(JUDGES, ("12", "12", "50", "41.5", "44"), strict=True))
    history = History()
    for judge, aspect in order:
        history.mark(judge, "01", aspect, given_marks[judge])
    for judge, _ in order:
        history.sign(judge, "01")

    wall = history.paper("01", "80").wall()

    assert wall.board.view().row("01").cells["total"] == wall.standings.view().row("01").cells["total"] == "71.60"


@settings(max_examples=60)
@given(histories())
def test_standings_kept_up_to_date_equal_those_made_at_once(history):
    wall = hung([])
    for one in history.recorded:
        wall.fold(one)
        if one.position > 2:
            wall.standings.view()

    assert wall.standings.view().plain() == history.wall().standings.view().plain()
