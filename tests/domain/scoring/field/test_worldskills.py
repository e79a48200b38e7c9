"""The WorldSkills Scale on a real field and at its edges."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.field.figures import taken
from domain.scoring.field.worldskills import worldskills_scaled
from tests.domain.scoring.field.columns import EXPORT, SCALED, numbers, seen


def test_ws_01_a_real_field_of_32_comes_out_as_published():
    field = numbers(EXPORT)
    assert [taken(field, "median"), taken(field, "mad")] == numbers("8 7")
    assert seen(worldskills_scaled(field), 0) == numbers(SCALED)


def test_ws_02_a_small_field():
    assert seen(worldskills_scaled(numbers("60 70 75 80 90")), 0) == numbers("639 680 700 720 761")


def test_ws_03_without_spread_everybody_stands_at_the_centre():
    assert worldskills_scaled(numbers("82 82 82 82")) == numbers("700 700 700 700")
    assert worldskills_scaled(numbers("82 82 82 95"), Decimal(500)) == numbers("500 500 500 500")


def test_ws_05_whether_who_was_absent_counts_as_zero_moves_everybody():
    present = numbers(EXPORT)[:-1]
    assert [taken(present, "median"), taken(present, "mad")] == numbers("8.75 7.5")
    assert [seen(worldskills_scaled(present), 0)[place] for place in (0, 4)] == numbers("842 772")
    assert [seen(worldskills_scaled([*present, Decimal(0)]), 0)[place] for place in (0, 4)] == numbers("854 779")


def test_far_out_stands_at_the_ends_of_the_scale_and_nothing_else_is_rounded():
    scaled = worldskills_scaled(numbers("-900 0 1 2 900"))
    assert scaled == [0, 700 - Fraction(300_000, 14_826), 700, 700 + Fraction(300_000, 14_826), 1000]


def test_other_numbers_of_the_rulebook_are_used():
    scaled = worldskills_scaled(numbers("1 2 3"), Decimal(500), Decimal(10), factor=Decimal(2), low=Decimal(496))
    assert scaled == numbers("496 500 505")


def test_a_field_of_nobody_is_scaled_to_nothing():
    assert worldskills_scaled([]) == []


@given(st.lists(st.integers(-900, 900), min_size=1, max_size=20), st.integers(-99, 99), st.integers(1, 9))
def test_marks_shifted_or_stretched_together_keep_their_scaled_scores(marks, by, times):
    moved = [Decimal(by) + times * Decimal(mark) / 4 for mark in marks]
    assert worldskills_scaled(moved) == worldskills_scaled([Decimal(mark) for mark in marks])


@given(st.lists(st.integers(-900, 900).map(Decimal), min_size=1, max_size=20), st.randoms())
def test_the_order_of_the_column_changes_no_scaled_score(column, chance):
    before = sorted(zip(column, worldskills_scaled(column), strict=True))
    chance.shuffle(column)
    assert sorted(zip(column, worldskills_scaled(column), strict=True)) == before
