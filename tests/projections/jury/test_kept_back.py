"""Figures that are kept for the published result stay off the board until then, and count for the jury all along."""

from tests.support.histories import History
from tests.support.small import RULEBOOK, SCORERS

SEATS = 'seats = ["S1", "S2", "S3"]'
KEPT = RULEBOOK.replace(SEATS, SEATS + '\nrelease = "published"')


def board(history):
    return history.wall().board.view().row("01").cells


def test_a_figure_kept_for_the_published_result_shows_with_it_and_not_before():
    history = History(rulebook=KEPT).whole("01", "50", "10", "30")
    assert board(history)["values"] == {"theory": "50.0", "task": None}
    assert history.wall().result().rows[0]["values"]["task"] == "50.00"
    history.decoded()
    assert board(history)["values"]["task"] is None
    history.published()
    assert board(history)["values"]["task"] == "50.00"


def test_the_board_is_not_told_when_such_a_panel_signs():
    history = History(rulebook=KEPT).panel("01", "process", "10", "10")
    history.panel("02", "process", "10", "10").panel("02", "product", "1", "2", "3")
    for judge in SCORERS[:2]:
        history.mark(judge, "01", "q1", "30").sign(judge, "01")
    before = history.wall().board.view()
    history.mark(SCORERS[2], "01", "q1", "30").sign(SCORERS[2], "01")
    after = history.wall().board.view()
    assert board(history)["values"] == before.row("01").cells["values"]
    assert after.revision == before.revision + 1  # how far the code has come is never kept back


def test_the_published_result_is_the_same_however_figures_are_released():
    told = [History(rulebook=text).published().wall().result().rows for text in (KEPT, RULEBOOK)]
    assert told[0] == told[1]


def test_what_was_signed_for_somebody_who_did_not_count_stands_in_the_result_before_it_is_published_too():
    history = History(rulebook=KEPT).whole("01", "50", "10", "30").state("01", "dsq")
    (row,) = [row for row in history.wall().result().rows if row["code"] == "01"]
    assert row["values"]["task"] == "50.00"
