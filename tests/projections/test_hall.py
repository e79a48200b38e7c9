"""The hall: many contests folded in one pass, each as if it were alone."""

import gc
from weakref import ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.recorded import Recorded
from projections.hall import Hall
from tests.support.histories import History, histories, hung, named, recorded


def alone(history):
    return hung(recorded(history.given.history), named, history.contest)


@settings(max_examples=20)
@given(histories(), st.randoms(use_true_random=False))
def test_two_contests_in_one_record_do_not_disturb_each_other(first, chance):
    second = History(codes=2, contest="c2").whole("01", "80", "15", "50")
    one, two = list(first.given.history), list(second.given.history)
    mixed = []
    while one or two:
        mixed.append((one if one and (not two or chance.random() < 0.5) else two).pop(0))
    hall = Hall(named)

    assert hall.fold_all(recorded(mixed)) == {"c1", "c2"}

    for history in (first, second):
        with hall.wall(history.contest) as wall:
            assert wall.board.view().plain() == alone(history).board.view().plain()
            assert wall.result().rows == alone(history).result().rows


def test_the_record_s_own_streams_belong_to_no_contest():
    hall = Hall()

    assert hall.fold_all([Recorded(1, "clock", 1, 0, object())]) == set()
    assert (hall.position, hall.contests()) == (1, ())


def test_only_the_contests_something_happened_in_are_named():
    hall, history = Hall(), History()
    hall.fold_all(history.recorded)
    news = history.paper("01", "80").recorded[-1:]

    assert hall.fold_all(news) == {"c1"}
    assert hall.fold_all([]) == set()


def test_an_unknown_contest_has_no_wall():
    with pytest.raises(KeyError), Hall().wall("nowhere"):
        pass


def test_a_wall_that_nobody_looks_at_any_more_is_gone_at_once():
    """A replay of half a million marks must not stay in memory until the collector of garbage comes by."""
    hung_up = hung(History(codes=2).whole("01", "80", "15", "50").recorded)
    hung_up.board.view(), hung_up.standings.view()
    marks = ref(hung_up.marks)
    gc.disable()
    try:
        del hung_up
        assert marks() is None
    finally:
        gc.enable()
