"""Whatever the rulebook: in which order judges sit, entries are listed and marks are told changes nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.rulebook.reading import fixed
from domain.scoring.result import Known, contest_result
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from tests.domain.scoring.properties.history import contests
from tests.domain.scoring.rulebooks import marks, node, rulebook, single_marks

SLOW = settings(
    max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def figures(rules, field):
    return scheme(rules).evaluate_all(field, families=True)


def result(rules, field):
    """Places, prizes, teams and titles."""
    columns = {code: each.columns for code, each in field.items()}
    return contest_result(rules, scheme(rules).evaluate_all(field), Known(columns))


def shuffled(draw, tree):
    """The same mapping, told in another order down to its ends."""
    if not isinstance(tree, dict):
        return tree
    return {key: shuffled(draw, tree[key]) for key in draw(st.permutations(list(tree)))}


def reseated(marks, panel, turn):
    """The panel's marks with each judge in another's seat."""
    sheets = {aspect: {turn[seat]: mark for seat, mark in of.items()} for aspect, of in marks.get(panel, {}).items()}
    return {**marks, panel: sheets}


@SLOW
@given(st.data(), contests())
def test_the_order_in_which_entries_are_listed_changes_no_figure_place_prize_or_title(data, contest):
    rules, field = fixed(contest[0]), contest[1]
    other = {code: field[code] for code in data.draw(st.permutations(list(field)))}
    assert figures(rules, other) == figures(rules, field)
    assert result(rules, other) == result(rules, field)


def test_places_that_nobody_shares_follow_the_entries_and_not_how_they_are_listed():
    rules = rulebook(
        single_marks("x"),
        node("place", "rank", 'of = "x"', 'display = "1234"'),
        node("total", "sum", 'of = ["place"]'),
    )
    field = {entry: Given(marks({"x": "5"})) for entry in "bca"}
    found = scheme(rules).evaluate_all(field)
    assert list(found) == ["b", "c", "a"]
    assert {entry: each.total for entry, each in found.items()} == {"a": 1, "b": 2, "c": 3}


@SLOW
@given(st.data(), contests())
def test_the_order_in_which_marks_are_told_changes_no_figure(data, contest):
    rules, field = fixed(contest[0]), contest[1]
    other = {code: each._replace(marks=shuffled(data.draw, each.marks)) for code, each in field.items()}
    assert figures(rules, other) == figures(rules, field)


@SLOW
@given(st.data(), contests())
def test_judges_who_change_seats_change_no_figure_place_prize_or_title(data, contest):
    rules, field = fixed(contest[0]), contest[1]
    panel = data.draw(st.sampled_from(["p", "q"]))
    seats = rules.panel(panel).seats
    turn = dict(zip(seats, data.draw(st.permutations(seats)), strict=True))
    other = {code: each._replace(marks=reseated(each.marks, panel, turn)) for code, each in field.items()}
    before, after = scheme(rules).evaluate_all(field), scheme(rules).evaluate_all(other)
    assert {code: each.values for code, each in after.items()} == {code: each.values for code, each in before.items()}
    assert {code: each.running for code, each in after.items()} == {code: each.running for code, each in before.items()}
    assert result(rules, other) == result(rules, field)
