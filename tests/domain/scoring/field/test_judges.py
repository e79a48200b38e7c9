"""What marks say about judges: flags, never a change of a mark."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.field.places import places
from domain.scoring.judges.concordance import kendalls_w
from domain.scoring.judges.consultation import valid_score
from domain.scoring.judges.outliers import modified_z, outliers
from domain.scoring.judges.strictness import strictness
from tests.domain.scoring.field.columns import numbers, seen

MARKS = st.integers(0, 20).map(Decimal)


def test_st_09_a_mark_far_from_the_others_is_flagged():
    marks = dict(zip(("J1", "J2", "J3", "J4", "J5"), numbers("88 89 87 90 60"), strict=True))
    assert modified_z([*marks.values()]) == numbers("0 0.6745 -0.6745 1.349 -18.886")
    assert outliers(marks) == ["J5"]
    assert outliers(marks, Decimal("1.349")) == ["J5"]
    assert outliers(marks, Decimal("1.348")) == ["J4", "J5"]


def test_where_most_judges_agree_exactly_the_mean_distance_stands_in():
    column = numbers("88 88 88 88 60")
    assert seen(modified_z(column), 4) == [0, 0, 0, 0, Decimal("-3.9894")]
    assert outliers(dict(zip("abcde", column, strict=True))) == ["e"]


def test_where_all_agree_nobody_is_flagged():
    assert modified_z(numbers("88 88 88")) == [0, 0, 0]
    assert outliers({}) == []


def test_st_10_strictness_is_own_mark_less_the_mean_of_the_others():
    sheets = {"J1": numbers("80 82 78 90"), "J2": numbers("82 84 80 92"), "J3": numbers("75 77 73 85")}
    assert strictness(sheets) == {"J1": Decimal("1.5"), "J2": Decimal("4.5"), "J3": Decimal(-6)}


def test_a_mark_not_given_is_left_out_and_a_judge_alone_has_no_strictness():
    sheets = {"J1": [Decimal(8), Decimal(9), None], "J2": [Decimal(7), None, None], "J3": [None, None, Decimal(2)]}
    assert strictness(sheets) == {"J1": 1, "J2": -1, "J3": None}


def test_a_work_with_one_mark_says_nothing_and_those_after_it_still_count():
    sheets = {"J1": numbers("9 8.25 7.25"), "J2": [None, *numbers("7 6")], "J3": [None, *numbers("6.5 5.5")]}
    assert strictness(sheets) == {"J1": Decimal("1.5"), "J2": Decimal("-0.375"), "J3": Decimal("-1.125")}


def test_sheets_of_different_length_are_refused_loudly():
    with pytest.raises(ValueError, match="shorter"):
        strictness({"J1": numbers("1 2"), "J2": numbers("1")})


@given(st.integers(2, 5).flatmap(lambda seats: st.lists(st.lists(MARKS, min_size=seats, max_size=seats), min_size=1)))
def test_where_everybody_marked_everything_strictness_adds_up_to_zero(works):
    found = strictness({str(seat): marks for seat, marks in enumerate(zip(*works, strict=True))})
    assert sum(Fraction(each or 0) for each in found.values()) == 0


def test_st_12_agreement_of_three_judges_on_four_works():
    w = kendalls_w([numbers("1 2 3 4"), numbers("1 2 4 3"), numbers("2 1 3 4")])
    assert w == Fraction(12 * 37, 3**2 * (4**3 - 4))
    assert seen([w], 4) == [Decimal("0.8222")]


def test_equal_places_are_corrected_for():
    assert kendalls_w([numbers("1.5 1.5 3")] * 2) == 1
    assert kendalls_w([numbers("1.5 1.5 3"), numbers("1 2 3")]) == Fraction(13, 14)


def test_without_an_order_there_is_no_agreement_to_measure():
    assert kendalls_w([]) is None
    assert kendalls_w([numbers("1"), numbers("1")]) is None
    assert kendalls_w([numbers("2 2 2")] * 3) is None


@given(st.lists(st.lists(MARKS, min_size=4, max_size=4), min_size=1, max_size=6))
def test_agreement_lies_between_none_and_one_order(panel):
    w = kendalls_w([places(marks, "higher", "fractional") for marks in panel])
    assert w is None or 0 <= w <= 1


@pytest.mark.parametrize(
    ("marks", "middle", "score"),
    [
        ("9.1 9.3 9.2 9.7", "9.2 9.3", "9.25"),
        ("9.0 9.0 9.6 9.8", "9.0 9.6", None),
        ("9.0 9.3 9.6 9.6", "9.3 9.6", "9.45"),
    ],
)
def test_st_11_middle_marks_too_far_apart_call_for_a_consultation(marks, middle, score):
    found = valid_score(numbers(marks), Decimal("0.3"))
    assert found.middle == tuple(numbers(middle))
    assert found.score == (None if score is None else Decimal(score))
    assert found.consultation is (score is None)


def test_more_may_be_struck_at_each_end_but_not_all():
    found = valid_score(numbers("1 2 5 6 6 9 9"), Decimal(1), struck=2)
    assert (found.middle, found.score) == (tuple(numbers("5 6 6")), Fraction(17, 3))
    with pytest.raises(ValueError, match="none"):
        valid_score(numbers("1 2"), Decimal(1))
