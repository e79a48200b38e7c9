"""The place a majority of the judges gave."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.scoring.field.majority import majority_place
from tests.domain.scoring.field.columns import numbers


@pytest.mark.parametrize(
    ("given_places", "place", "count", "total"),
    [
        ("2 1 4 1 2 2 4 5 5", 2, 5, 8),
        ("4 4 3 3 1 3 1 1 2", 3, 7, 14),
        ("3 2 2 5 3 5 3 2 1", 3, 7, 16),
        ("1 3 1 2 5 4 2 3 4", 3, 6, 12),
        ("1 1 2 2", 2, 4, 6),
        ("1.5 1.5 3", Decimal("1.5"), 2, 3),
        ("4", 4, 1, 4),
    ],
)
def test_the_majority_place_is_the_smallest_that_more_than_half_gave_or_better(given_places, place, count, total):
    judges = numbers(given_places)
    assert [majority_place(judges, gives) for gives in ("place", "count", "sum")] == [place, count, total]


def test_place_count_and_sum_put_four_skaters_in_order():
    judged = {"A": "2 1 4 1 2 2 4 5 5", "D": "1 3 1 2 5 4 2 3 4", "C": "3 2 2 5 3 5 3 2 1", "B": "4 4 3 3 1 3 1 1 2"}
    keys = {
        skater: (majority_place(row), -(majority_place(row, "count") or 0), majority_place(row, "sum"))
        for skater, row in ((skater, numbers(each)) for skater, each in judged.items())
    }
    assert sorted(keys, key=lambda skater: keys[skater]) == ["A", "B", "C", "D"]


def test_without_judges_there_is_no_majority():
    assert [majority_place([], gives) for gives in ("place", "count", "sum")] == [None] * 3


@given(st.lists(st.integers(1, 9).map(Decimal), min_size=1, max_size=9))
def test_more_than_half_gave_the_majority_place_and_not_one_place_better(judges):
    place = majority_place(judges)
    assert 2 * sum(each <= place for each in judges) > len(judges)
    assert 2 * sum(each < place for each in judges) <= len(judges)
