"""A better mark never gives a worse total nor a worse place, under any operations that are monotone."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings

from domain.scoring.ranking import rank
from domain.scoring.scheme import scheme
from tests.domain.scoring.properties.monotone import contests
from tests.domain.scoring.rulebooks import number


def place(rules, scored):
    found = next(each.place for each in rank(rules, scored) if each.key == "e0")
    assert found is not None
    return found


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(contests())
def test_a_better_mark_never_gives_a_worse_total_or_place(contest):
    rules, better, fields = contest
    for before, after in pairwise([scheme(rules).evaluate_all(field) for field in fields]):
        was, now = number(before["e0"].total), number(after["e0"].total)
        assert now >= was if better == "higher" else now <= was
        assert place(rules, after) <= place(rules, before)
