"""From a total down to each mark: seat, time, number in the record, what was struck out and where it was rounded."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from projections.explanation import explanation
from tests.support.histories import History, histories
from tests.support.small import SCORERS


def steps(step):
    yield step
    for given_input in step["inputs"]:
        if "step" in given_input:
            yield from steps(given_input["step"])


def leaves(step):
    return [each for one in steps(step) for each in one["inputs"] if "step" not in each]


def test_every_mark_says_where_it_stands_in_the_record():
    history = History().panel("01", "product", "50", "41.5", "44").corrected(SCORERS[0], "01", "q1", "50")
    entered = {one.stream: one for one in history.recorded if type(one.event).__name__ == "MarkEntered"}

    marks = leaves(explanation(history.wall().marks, "01", "product"))

    for mark in marks:
        one = entered[f"sheet:c1/product/01/{mark['seat']}"]
        assert (mark["position"], mark["at"], mark["value"]) == (one.position, one.at, one.event.value)
    assert sorted(mark["seat"] for mark in marks) == ["S1", "S2", "S3"]


def test_highest_and_lowest_are_shown_as_struck_out():
    marks = leaves(explanation(History().panel("01", "product", "50", "41.5", "44").wall().marks, "01", "product"))

    assert {mark["seat"]: mark["struck"] for mark in marks} == {"S1": "highest", "S2": "lowest", "S3": ""}


def test_a_mark_that_is_not_there_has_no_position():
    marks = leaves(explanation(History().mark(SCORERS[0], "01", "q1", "50").wall().marks, "01", "product"))

    assert {mark["seat"]: mark["position"] is None for mark in marks} == {"S1": False, "S2": True, "S3": True}


def test_an_unknown_code_or_node_is_not_explained():
    wall = History().wall()
    with pytest.raises(KeyError):
        explanation(wall.marks, "99")
    with pytest.raises(KeyError):
        explanation(wall.marks, "01", "nowhere")


@settings(max_examples=40)
@given(histories())
def test_an_explanation_ends_in_the_total_of_the_standings(history):
    wall = history.wall()
    for code in history.codes:
        shown = wall.standings.view().row(code).cells["total"]
        told = explanation(wall.marks, code)["value"]
        assert shown == told or Decimal(shown) == Decimal(told)  # the board adds the rulebook's zeros: 83 is 83.00
