"""Whatever the rulebook: what is worked out mark by mark is at every moment what is worked out at once."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.scoring.scheme import scheme
from projections.folds.marks import Folding, Marks
from projections.rows.outcome import outcome
from tests.domain.scoring.properties.history import C, arrivals, beginning, contests
from tests.support.histories import hung, recorded

SLOW = settings(
    max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def at_once(told):
    """Everybody's figures and the result, from nothing but the events so far."""
    marks = Marks(C)
    fold = Folding(marks).fold
    for each in told:
        fold(each)
    marks.settle()
    scored = scheme(marks.rulebook).evaluate_all({code: marks.given(code) for code in sorted(marks.codes.codes)})
    return scored, outcome(marks, scored)


@SLOW
@given(st.data(), contests())
def test_after_each_mark_the_figures_and_the_result_are_those_of_all_marks_at_once(data, contest):
    written, field = contest
    start = list(beginning(written, field))
    told = recorded([*start, *data.draw(st.permutations(list(arrivals(field))))])
    looks = data.draw(st.sets(st.integers(len(start), len(told)), max_size=2)) | {len(told)}
    wall = hung(told[: len(start)], contest=C)
    for count, each in enumerate(told[len(start) :], len(start) + 1):
        wall.fold(each)
        scored = wall.standings.scored()  # somebody looks after each mark
        if count in looks:
            assert (scored, outcome(wall.marks, scored)) == at_once(told[:count])


@SLOW
@given(st.data(), contests())
def test_the_order_in_which_marks_arrive_changes_no_figure_place_prize_or_title(data, contest):
    written, field = contest
    start, marks = list(beginning(written, field)), list(arrivals(field))
    assert at_once(recorded([*start, *data.draw(st.permutations(marks))])) == at_once(recorded([*start, *marks]))
