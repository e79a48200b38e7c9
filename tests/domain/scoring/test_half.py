"""What was begun is told from what was never begun, and nobody waits for who is not in the stage."""

from decimal import Decimal

import pytest

from domain.rulebook.reading import parse
from domain.scoring.scheme import scheme
from domain.scoring.scored import Given
from tests.domain.scoring.rulebooks import HEAT_AND_FINAL

VAULTS = """
format = 1
id = "vaults"
title = "Vaults"
total = "total"
[[modules]]
id = "vault"
[[panels]]
id = "p"
module = "vault"
attempts = 3
seats = 3
aspects = [{ id = "e", max = 10, step = 0.1 }]
[[modules]]
id = "table"
[[panels]]
id = "desk"
module = "table"
aspects = [{ id = "penalty", max = 5, step = 0.1 }]
[nodes.each]
op = "mean"
panel = "p"
over = "judges"
round = { places = 2 }
[nodes.vaults]
op = "sum"
of = ["each"]
missing = "ignore"
[nodes.total]
op = "formula"
formula = "vaults - number(desk.penalty, 0)"
"""


def total(*attempts, penalty=None):
    marks = {"p": {f"{n}.e": {str(j): Decimal(m) for j, m in enumerate(row, 1)} for n, row in enumerate(attempts, 1)}}
    if penalty is not None:
        marks["desk"] = {"penalty": {"1": Decimal(penalty)}}
    return scheme(parse(VAULTS)).evaluate(marks).values["total"]


def test_an_attempt_never_begun_is_left_out():
    assert total("999", "888") == Decimal("17.00")


def test_an_attempt_that_one_judge_has_not_marked_yet_is_waited_for():
    assert total("999", "88") is None


def test_what_the_formula_supplies_stands_in_only_where_nothing_was_entered():
    assert total("999", penalty="0.5") == Decimal("8.50")
    assert total("999") == Decimal("9.00")


STAGED = (
    HEAT_AND_FINAL
    + """
[nodes.place]
op = "rank"
of = "final.points"
[nodes.overall]
op = "formula"
formula = "heat.points + 10 - place"
"""
)


@pytest.mark.parametrize("third", [{}, {"final.task": "dns"}])
def test_a_field_of_the_final_does_not_wait_for_who_is_not_in_it(third):
    def marks(heat, final=None):
        found = {"heat.p": {"a": {"1": Decimal(heat)}}}
        return found | ({"final.p": {"a": {"1": Decimal(final)}}} if final else {})

    field = {"A": Given(marks("5", "5")), "B": Given(marks("4", "6")), "C": Given(marks("3"), third)}
    scored = scheme(parse(STAGED)).evaluate_all(field)
    assert {entry: each.values["overall"] for entry, each in scored.items()} == {"A": 13, "B": 13, "C": None}


def test_a_field_of_one_stage_waits_for_everybody():
    rules = STAGED[STAGED.index("[[modules]]") :].replace("final.points", "points").replace("heat.points", "points")
    rules = 'format = 1\nid = "one"\ntitle = "One"\ntotal = "overall"\n' + rules
    field = {"A": Given({"p": {"a": {"1": Decimal(5)}}}), "B": Given({})}
    assert scheme(parse(rules)).evaluate_all(field)["A"].values["overall"] is None
