"""Any moment again, and what a correction would change before it is made."""

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.notes import NO_NOTE
from domain.sheets.events import MarkCorrected
from projections.difference import difference
from projections.folds.as_of import as_of, what_if
from projections.wall import Wall
from tests.support.histories import History, histories, hung
from tests.support.small import SCORERS, C, sheet


@settings(max_examples=30)
@given(histories(), st.data())
def test_the_wall_as_of_a_position_is_the_wall_of_that_moment(history, data):
    told = history.recorded
    position = data.draw(st.integers(0, len(told)))

    assert as_of(told, position, Wall(C)).board.view().plain() == hung(told[:position]).board.view().plain()


def test_what_if_shows_what_the_correction_then_brings_about():
    history = History().whole("01", "80", "15", "50").whole("02", "80", "15", "40").published()
    supposed = [(sheet("product", "02", f"S{n}"), MarkCorrected("q1", "40", "60", "r1", NO_NOTE)) for n in (1, 2)]

    before, after = what_if(history.recorded, supposed, Wall(C), lambda wall: wall.standings.view())

    assert before.plain() == history.wall().standings.view().plain()
    for judge in SCORERS[:2]:
        history.corrected(judge, "02", "q1", "60")
    made = history.wall().standings.view()
    assert [after.shown(row) for row in after.rows] == [made.shown(row) for row in made.rows]
    assert [row["code"] for row in difference(before, after)["rows"]] == ["02"]
    assert (before.place(before.row("01")), after.place(after.row("01"))) == (1, 2)


def test_supposing_changes_nothing_that_is_so():
    history = History().published()
    told = history.recorded
    seen = hung(told).standings.view().plain()
    what_if(told, [(sheet("product", "01", "S1"), MarkCorrected("q1", "30", "60", "", NO_NOTE))], Wall(C), id)

    assert hung(told).standings.view().plain() == seen
