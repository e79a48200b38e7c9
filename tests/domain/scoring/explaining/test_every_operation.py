"""Every operation is explained: asking changes nothing, the explanation adds up again, and it can be told."""

import json
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings

from domain.rulebook.printing.names import OPERATIONS as NAMES
from domain.rulebook.printing.nodes import SENTENCES
from domain.scoring.explanation import as_map
from domain.scoring.scheme import scheme
from domain.scoring.telling import tell
from domain.scoring.tree.trace import Trace
from tests.domain.scoring.adding_up.operations import OPERATIONS
from tests.domain.scoring.checker import check
from tests.domain.scoring.explaining.field_of_all import fields

SLOW = settings(
    max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


def traced(rules, field):
    traces = {entry: Trace() for entry in field}
    return scheme(rules).evaluate_all(field, traces), traces


@SLOW
@given(fields())
def test_asking_changes_no_value(contest):
    rules, field = contest
    assert traced(rules, field)[0] == scheme(rules).evaluate_all(field)


@SLOW
@given(fields())
def test_every_explanation_adds_up_again_from_its_json_alone(contest):
    rules, field = contest
    for entry, trace in traced(rules, field)[1].items():
        for step in trace.steps.values():
            check(json.loads(json.dumps(as_map(step))), field[entry].marks)


@SLOW
@given(fields())
def test_every_step_can_be_told_in_both_languages(contest):
    rules, field = contest
    for trace in traced(rules, field)[1].values():
        for step in trace.steps.values():
            chinese, english = tell(step, rules, "zh"), tell(step, rules, "en")
            assert _without_breaks(chinese) == _without_breaks(english)


def _without_breaks(told):
    """How many lines there are, one for a bracket however long it is: where it goes on stands between two levels."""
    return sum((len(line) - len(line.lstrip(" "))) % 2 == 0 for line in told.splitlines())


@SLOW
@given(fields())
def test_the_figures_of_the_field_are_those_of_its_column(contest):
    rules, field = contest
    steps = [trace.steps["standard", ""] for trace in traced(rules, field)[1].values()]
    told = [dict(step.details) for step in steps if step.details]
    column = [Fraction(step.inputs[0].value) for step in steps if step.details]
    assert all(figures["field"] == len(column) for figures in told)
    assert all(Fraction(figures["mean"]) == sum(column) / len(column) for figures in told)


@pytest.mark.parametrize("known", [NAMES, SENTENCES, OPERATIONS])
def test_no_operation_is_without_name_sentence_and_check(known):
    from domain.rulebook.nodes.any import AnyNode  # noqa: PLC0415

    kinds = [kind for group in AnyNode.__args__ for kind in getattr(group, "__args__", (group,))]
    assert {kind.model_fields["op"].annotation.__args__[0] for kind in kinds} == set(known)
